import { decide } from '../code/cell/decide.ts';
import { clean, dropDashes, normalize } from '../code/cell/normalize.ts';
import type { RegionFacts, Repair } from '../code/verdict.ts';
import { describeWrong } from '../form/check-code.ts';
import { checkTyping } from '../form/check-typing.ts';
import { createChecker } from '../form/checker.ts';
import type { FormOptions } from '../form/options.ts';
import type { FormVerdict } from '../form/verdict.ts';
import { formTextsFor, type RefusedCode } from '../messages/form/index.ts';
import type { SpokenLanguage } from '../messages/form/language.ts';
import { findRepairs } from '../repair/find-repairs.ts';
import { groupCode } from './groups.ts';
import { createHistory } from './history.ts';
import { readNative, writeNative } from './native-value.ts';
import { type Panel, renderPanel } from './panel.ts';
import { knownRegions } from './regions.ts';
import { createTeller } from './teller.ts';
import { listenToTyping } from './typing.ts';

/** What a field takes beside its attributes: of the options of a form those that a page sets by script. */
export type FieldOptions = Pick<
  FormOptions,
  'notes' | 'repair' | 'messages' | 'lookup' | 'registered' | 'unregistered'
>;

export interface FieldSettings extends FieldOptions {
  language: SpokenLanguage;
  required: boolean;
  legacy: boolean;
  group: boolean;
}

export interface FieldSetup {
  input: HTMLInputElement;
  panel: Panel;
  marks: HTMLElement;
  /** Whether the marks stand over the input. */
  overlay: boolean;
  mostCharacters?: number | null;
  /** Asked at every check. */
  settings(): FieldSettings;
  /** Called within every check: `verdict` is strict, `shown` is what the person sees, null before anything was entered. */
  onCheck(verdict: FormVerdict, shown: FormVerdict | null): void;
  /** Called with a verdict that is another than before, after the page's own listeners have had their turn. */
  onVerdict(verdict: FormVerdict): void;
}

/** One text field under watch. */
export interface Field {
  /** The normalized value. */
  code(): string;
  /** How the field shows a text. */
  display(text: string): string;
  /** Replaces the value without any event. */
  write(value: string): void;
  /** The value was replaced by the page. */
  forget(): void;
  /** Checks again; `strict` from now on, as on blur, until something is typed. */
  check(strict?: boolean): FormVerdict;
  /** Forgets that anything was entered. */
  reset(): void;
  stop(): void;
}

/**
 * Makes a text field one for codes: groups what is typed or pasted, checks it leniently while it is typed and strictly once it is
 * left, and shows the outcome.
 *
 *   input event ─ capture: groups, check, validity ─▶ listeners of the page and its framework ─▶ a turn later: the verdict is told
 *
 * Told earlier, it would make a framework render, and write its old state back over what was typed.
 */
export function watchField(setup: FieldSetup): Field {
  const { input, panel, marks, overlay, settings } = setup;
  const history = createHistory(readNative(input));
  const checker = createChecker(() => check());
  const teller = createTeller(setup.onVerdict);
  let strict = false;
  let touched = false;

  function check(nowStrict = strict): FormVerdict {
    strict = nowStrict;
    const { language, group, lookup, repair, ...rest } = settings();
    const regions = knownRegions();
    const value = readNative(input);
    // What the page itself put there is registered, and to whom it belongs.
    const asked = touched ? lookup : undefined;
    const options: FormOptions = { ...rest, language, regions, repair: repair ?? repairTyped, lookup: asked };
    const verdict = teller.settle(checker.check(value, options));
    const isFinal = strict || verdict.registry !== null;
    const shown = isFinal ? verdict : touched ? checkTyping(value, options) : blank(verdict);
    renderPanel(panel, {
      verdict: withoutSuggestion(shown, language, options.messages),
      language,
      regions,
      onPick: pick,
    });
    markWrong(shown);
    if (shown.state === 'invalid') input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
    setup.onCheck(verdict, strict || touched ? shown : null);
    return verdict;
  }

  /** Over the input a mark stands right only where every character typed is one of the code. */
  function markWrong({ state, issue, value }: FormVerdict): void {
    const text = readNative(input);
    const misplaced = overlay && text.replace(/ /g, '') !== value;
    const at = state === 'invalid' || state === 'incomplete' ? issue?.at : undefined;
    renderMarks(marks, overlay ? text : groupCode(value), misplaced ? null : (at ?? null));
  }

  function display(text: string): string {
    return settings().group ? groupCode(normalize(text) || text) : text;
  }

  function pick(code: string): void {
    const text = display(code);
    writeNative(input, text);
    history.record({ text, caret: text.length }, 'pick');
    touched = true;
    input.focus();
    input.dispatchEvent(new InputEvent('input', { inputType: 'insertReplacementText', bubbles: true, composed: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
    check(true);
  }

  function onLeave(): void {
    if (touched) check(true);
  }

  const typing = listenToTyping({
    input,
    history,
    isGrouped: () => settings().group,
    mostCharacters: setup.mostCharacters ?? null,
    onTyped() {
      touched = true;
      check(false);
    },
  });
  const listeners: typeof typing = [...typing, ['change', onLeave], ['blur', onLeave], ['invalid', () => check(true)]];
  for (const [type, listener] of listeners) input.addEventListener(type, listener as EventListener, true);

  return {
    code: () => normalize(readNative(input)),
    display,
    write(value) {
      const text = display(value);
      writeNative(input, text);
      history.reset(text);
    },
    forget: () => history.reset(readNative(input)),
    check,
    reset() {
      touched = false;
      history.reset(readNative(input));
      check(false);
    },
    stop() {
      for (const [type, listener] of listeners) input.removeEventListener(type, listener as EventListener, true);
      checker.stop();
      teller.stop();
    },
  };
}

function blank(verdict: FormVerdict): FormVerdict {
  return verdict.state === 'valid'
    ? verdict
    : { ...verdict, state: 'empty', message: null, issue: null, suggestions: [] };
}

/** The suggestions stand there as buttons, so the toolkit's own message need not name the best; one of the page's stays as it is. */
function withoutSuggestion(
  verdict: FormVerdict,
  language: SpokenLanguage,
  messages: FormOptions['messages'],
): FormVerdict {
  const { value, issue, suggestions } = verdict;
  const [best] = suggestions;
  if (best === undefined || issue === null || messages?.[issue.code as RefusedCode] !== undefined) return verdict;
  return { ...verdict, message: describeWrong(value, issue, best, formTextsFor(language)).reason };
}

function repairTyped(input: string, options?: { regions?: RegionFacts | undefined }): Repair[] {
  const cleaned = clean(input);
  const code = dropDashes(cleaned);
  return findRepairs(code, decide(cleaned, code), options);
}

/**
 * Fills `container` with the text, the character at the wrong position in a `<mark part="mark">`. In the element that stands over
 * the input, letter on letter; beside an attached input it is a line of its own.
 *
 * @param at position from 1, spaces not counted; null for none
 */
function renderMarks(container: HTMLElement, text: string, at: number | null): void {
  container.replaceChildren();
  if (at === null) return;
  const characters = [...text];
  let position = 0;
  const index = characters.findIndex((character) => character !== ' ' && ++position === at);
  const mark = document.createElement('mark');
  mark.part.add('mark');
  mark.textContent = characters[index] ?? '';
  container.append(characters.slice(0, index).join(''), mark, characters.slice(index + 1).join(''));
}
