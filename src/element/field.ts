import { decide } from '../code/decide.ts';
import { clean, dropDashes, normalize } from '../code/normalize.ts';
import type { RegionFacts, Repair } from '../code/verdict.ts';
import { checkCode } from '../form/check-code.ts';
import { checkTyping } from '../form/check-typing.ts';
import type { FormLanguage, FormOptions } from '../form/options.ts';
import type { FormVerdict } from '../form/verdict.ts';
import { formMessagesFor } from '../messages/form/index.ts';
import { findRepairs } from '../repair/find-repairs.ts';
import { groupCode, groupTyped } from './groups.ts';
import { renderMarks } from './marks.ts';
import { type Panel, renderPanel } from './panel.ts';
import { knownRegions } from './regions.ts';

export interface FieldSettings {
  language: FormLanguage;
  required: boolean;
  legacy: boolean;
  group: boolean;
  notes?: FormOptions['notes'];
}

export interface FieldSetup {
  input: HTMLInputElement;
  panel: Panel;
  marks: HTMLElement;
  /** Whether the marks stand over the input. */
  overlay: boolean;
  /** Asked at every check. */
  settings(): FieldSettings;
  /** Called after every check: `verdict` is strict, `shown` is what the person sees, null before anything was entered. */
  onVerdict(verdict: FormVerdict, shown: FormVerdict | null): void;
}

/** One text field under watch. */
export interface Field {
  /** The normalized value. */
  code(): string;
  /** Replaces the value without any event. */
  write(value: string): void;
  /** Checks again; `strict` from now on, as on blur, until something is typed. */
  check(strict?: boolean): FormVerdict;
  /** Forgets that anything was entered. */
  reset(): void;
  stop(): void;
}

/**
 * Makes a text field one for codes: groups what is typed or pasted, checks it leniently while it is typed and strictly once it is
 * left, and shows the outcome.
 */
export function watchField({ input, panel, marks, overlay, settings, onVerdict }: FieldSetup): Field {
  let strict = false;
  let touched = false;

  function check(nowStrict = strict): FormVerdict {
    strict = nowStrict;
    const { language, group, ...rest } = settings();
    const regions = knownRegions();
    const options: FormOptions = { ...rest, language, regions, repair: repairTyped };
    const verdict = checkCode(input.value, options);
    const shown = strict ? verdict : touched ? checkTyping(input.value, options) : blank(verdict);
    renderPanel(panel, { verdict: withoutSuggestion(shown, language), language, regions, onPick: pick });
    markWrong(shown);
    if (shown.state === 'invalid') input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
    onVerdict(verdict, strict || touched ? shown : null);
    return verdict;
  }

  /** Over the input a mark stands right only where every character typed is one of the code. */
  function markWrong({ state, issue, value }: FormVerdict): void {
    const misplaced = overlay && input.value.replaceAll(' ', '') !== value;
    const at = state === 'valid' || misplaced ? undefined : issue?.at;
    renderMarks(marks, overlay ? input.value : groupCode(value), at ?? null);
  }

  function write(value: string): void {
    input.value = settings().group ? groupCode(normalize(value) || value) : value;
  }

  function pick(code: string): void {
    write(code);
    touched = true;
    input.focus();
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
    check(true);
  }

  function onInput(event: Event): void {
    if ((event as InputEvent).isComposing) return;
    touched = true;
    if (settings().group) {
      const caret = input.selectionStart ?? input.value.length;
      const typed = groupTyped({ text: input.value, caret });
      if (typed.text !== input.value) {
        input.value = typed.text;
        input.setSelectionRange(typed.caret, typed.caret);
      }
    }
    check(false);
  }

  /** Backspace and Delete go over the space between two groups. */
  function onKeyDown(event: KeyboardEvent): void {
    const { selectionStart: at, selectionEnd: end, value } = input;
    if (at === null || at !== end || !settings().group) return;
    if (event.key === 'Backspace' && value.charAt(at - 1) === ' ') input.setSelectionRange(at - 1, at - 1);
    if (event.key === 'Delete' && value.charAt(at) === ' ') input.setSelectionRange(at + 1, at + 1);
  }

  /** What is copied is the code, without the spaces between the groups. */
  function onCopy(event: ClipboardEvent): void {
    const { selectionStart, selectionEnd, value } = input;
    const selected = value.slice(selectionStart ?? 0, selectionEnd ?? 0);
    const code = normalize(selected);
    if (!settings().group || code === '' || selected.replaceAll(' ', '') !== code) return;
    event.clipboardData?.setData('text/plain', code);
    event.preventDefault();
  }

  function onLeave(): void {
    if (!touched) return;
    check(true);
  }

  function onInvalid(): void {
    check(true);
  }

  const listeners: [string, (event: never) => void][] = [
    ['input', onInput],
    ['compositionend', onInput],
    ['keydown', onKeyDown],
    ['copy', onCopy],
    ['change', onLeave],
    ['blur', onLeave],
    ['invalid', onInvalid],
  ];
  for (const [type, listener] of listeners) input.addEventListener(type, listener as EventListener, true);

  return {
    code: () => normalize(input.value),
    write,
    check,
    reset() {
      touched = false;
      check(false);
    },
    stop() {
      for (const [type, listener] of listeners) input.removeEventListener(type, listener as EventListener, true);
    },
  };
}

function blank(verdict: FormVerdict): FormVerdict {
  return verdict.state === 'valid'
    ? verdict
    : { ...verdict, state: 'empty', message: null, issue: null, suggestions: [] };
}

/** The suggestions stand there as buttons, so the message need not name the best. */
function withoutSuggestion(verdict: FormVerdict, language: FormLanguage): FormVerdict {
  const [best] = verdict.suggestions;
  if (best === undefined || verdict.message === null) return verdict;
  return { ...verdict, message: verdict.message.replace(formMessagesFor(language).suggest(best), '') };
}

function repairTyped(input: string, options?: { regions?: RegionFacts | undefined }): Repair[] {
  const cleaned = clean(input);
  const code = dropDashes(cleaned);
  return findRepairs(code, decide(cleaned, code), options);
}
