import { normalize } from '../code/cell/normalize.ts';
import type { FormVerdict } from '../form/verdict.ts';
import { type FieldOptions, watchField } from './field.ts';
import { groupCode } from './groups.ts';
import { languageOf } from './language.ts';
import { interceptWrites, readNative, writeNative } from './native-value.ts';
import { createPanel, createPart, type Panel } from './panel.ts';
import { prepareInput } from './prepare-input.ts';
import { onRegions } from './regions.ts';
import { adoptStyles } from './styles.ts';

/** What {@link attach} is told beside the attributes of the input. */
export interface AttachOptions extends FieldOptions {
  /** Accept identifiers from before the unified code. */
  legacy?: boolean;
  /** Whether spaces are put between the groups while typing. Default true. */
  group?: boolean;
  /** Told after the page's own handling of what was typed, and only when the verdict is another than before. */
  onVerdict?(verdict: FormVerdict): void;
}

/** An attached input. */
export interface Attachment {
  /** The code without spaces, as it is submitted. */
  readonly value: string;
  readonly verdict: FormVerdict;
  /** Gives the input back as it was, with the code without spaces in it. */
  detach(): void;
}

let count = 0;
/** Room for what is pasted around a code. */
const roomyLength = 256;

/**
 * Gives an existing `<input>` what `<uscc-input>` does: groups, messages, suggestions, native validity. What it says stands in a
 * `<div class="uscc-attached">` after the input, styled by the same parts and custom properties. The form submits the code
 * without spaces; `required` is read from the input. A `maxlength` counts characters of the code as long as it is attached.
 *
 * @example attach(document.querySelector('#code'))
 */
export function attach(input: HTMLInputElement, options: AttachOptions = {}): Attachment {
  const panel = createPanel();
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const marks = createPart('div', 'marks');
  const slot = document.createElement('slot');
  const kept = keepAttributes(input, ['aria-describedby', 'maxlength', 'autocapitalize', 'autocorrect', 'spellcheck']);
  const isGrouped = options.group !== false;
  const mostCharacters = isGrouped && input.maxLength >= 0 ? input.maxLength : null;
  host.className = 'uscc-attached';
  marks.classList.add('line');
  marks.setAttribute('aria-hidden', 'true');
  adoptStyles(root);
  // The input can be described only by what is in its own tree: the texts are slotted.
  for (const text of [panel.counter, panel.message]) {
    text.id = `uscc-${++count}`;
    host.append(text);
  }
  root.append(marks, slot, panel.suggestions, panel.parts);
  const described = [input.getAttribute('aria-describedby'), panel.counter.id, panel.message.id];
  input.setAttribute('aria-describedby', described.filter(Boolean).join(' '));
  if (mostCharacters !== null) input.maxLength = roomyLength;
  prepareInput(input);
  input.after(host);

  const field = watchField({
    input,
    panel,
    marks,
    overlay: false,
    mostCharacters,
    settings() {
      const { legacy, group, onVerdict, ...rest } = options;
      return {
        ...rest,
        language: languageOf(input),
        required: input.required,
        legacy: legacy === true,
        group: isGrouped,
      };
    },
    onCheck(verdict) {
      input.setCustomValidity(verdict.message ?? '');
      placePanel(host, input, panel);
    },
    onVerdict: (verdict) => options.onVerdict?.(verdict),
  });
  field.write(readNative(input));
  const release = interceptWrites(
    input,
    (text) => {
      const shown = field.display(text);
      return shown === readNative(input) || (isGrouped && text !== '' && normalize(text) === field.code())
        ? null
        : shown;
    },
    () => {
      field.forget();
      field.check();
    },
  );
  const form = input.form;
  const submitCode = ({ formData }: FormDataEvent) => {
    if (input.name !== '' && formData.has(input.name)) formData.set(input.name, field.code());
  };
  const reset = () => setTimeout(() => field.reset());
  form?.addEventListener('formdata', submitCode);
  form?.addEventListener('reset', reset);
  const forget = onRegions(() => field.check());
  field.check(readNative(input) !== '');

  return {
    get value() {
      return field.code();
    },
    get verdict() {
      return field.check();
    },
    detach() {
      const code = field.code();
      field.stop();
      release();
      if (readNative(input) === groupCode(code)) writeNative(input, code);
      forget();
      form?.removeEventListener('formdata', submitCode);
      form?.removeEventListener('reset', reset);
      input.setCustomValidity('');
      input.removeAttribute('aria-invalid');
      kept();
      host.remove();
    },
  };
}

/** What puts attributes back as they are now. */
function keepAttributes(element: Element, names: readonly string[]): () => void {
  const values = names.map((name) => [name, element.getAttribute(name)] as const);
  return () => {
    for (const [name, value] of values) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
  };
}

/**
 * Keeps what is said below an attached input without moving the input: in a flow of text it is a line of its own, there only when
 * there is something to say. In a row or a grid it would be one more cell, so it floats below the input instead.
 */
function placePanel(host: HTMLElement, input: HTMLInputElement, panel: Panel): void {
  const texts = [panel.counter, panel.message, panel.suggestions, panel.parts];
  const parent = host.parentElement;
  const isCell = parent !== null && /flex|grid/.test(getComputedStyle(parent).display);
  // What floats covers what is below: once the input is left, only what there is to mend stays.
  const isLeft = isCell && (input.getRootNode() as Document | ShadowRoot).activeElement !== input;
  const said = isLeft ? [panel.message, panel.suggestions] : texts;
  host.hidden = said.every((text) => text.textContent === '');
  host.classList.toggle('is-floating', isCell);
  if (!isCell) return;
  host.style.left = `${input.offsetLeft}px`;
  host.style.top = `${input.offsetTop + input.offsetHeight}px`;
}
