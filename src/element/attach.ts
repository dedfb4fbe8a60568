import type { FormOptions } from '../form/options.ts';
import type { FormVerdict } from '../form/verdict.ts';
import { watchField } from './field.ts';
import { languageOf } from './language.ts';
import { createPanel, createPart } from './panel.ts';
import { onRegions } from './regions.ts';
import { adoptStyles } from './styles.ts';
import { prepareInput } from './uscc-input.ts';

export interface AttachOptions {
  /** Accept identifiers from before the unified code. */
  legacy?: boolean;
  /** Whether spaces are put between the groups while typing. Switch it off where a framework owns the value. Default true. */
  group?: boolean;
  notes?: FormOptions['notes'];
  onVerdict?(verdict: FormVerdict): void;
}

/** An attached input. */
export interface Attachment {
  /** The code without spaces, as it is submitted. */
  readonly value: string;
  readonly verdict: FormVerdict;
  /** Gives the input back as it was. */
  detach(): void;
}

let count = 0;

/**
 * Gives an existing `<input>` what `<uscc-input>` does: groups, messages, suggestions, native validity. What it says stands in a
 * `<div class="uscc-attached">` after the input, styled by the same parts and custom properties. The form submits the code
 * without spaces; `required` is read from the input.
 *
 * @example attach(document.querySelector('#code'))
 */
export function attach(input: HTMLInputElement, options: AttachOptions = {}): Attachment {
  const panel = createPanel();
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const marks = createPart('div', 'marks');
  const slot = document.createElement('slot');
  const described = input.getAttribute('aria-describedby');
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
  input.setAttribute('aria-describedby', [described, panel.counter.id, panel.message.id].filter(Boolean).join(' '));
  prepareInput(input);
  input.after(host);

  const field = watchField({
    input,
    panel,
    marks,
    overlay: false,
    settings: () => ({
      language: languageOf(input),
      required: input.required,
      legacy: options.legacy === true,
      group: options.group !== false,
      notes: options.notes,
    }),
    onVerdict(verdict) {
      input.setCustomValidity(verdict.message ?? '');
      options.onVerdict?.(verdict);
    },
  });
  const form = input.form;
  const submitCode = ({ formData }: FormDataEvent) => {
    if (input.name !== '' && formData.has(input.name)) formData.set(input.name, field.code());
  };
  const reset = () => setTimeout(() => field.reset());
  form?.addEventListener('formdata', submitCode);
  form?.addEventListener('reset', reset);
  const forget = onRegions(() => field.check());
  field.write(input.value);
  let verdict = field.check(input.value !== '');

  return {
    get value() {
      return field.code();
    },
    get verdict() {
      verdict = field.check();
      return verdict;
    },
    detach() {
      field.stop();
      forget();
      form?.removeEventListener('formdata', submitCode);
      form?.removeEventListener('reset', reset);
      input.setCustomValidity('');
      input.removeAttribute('aria-invalid');
      if (described === null) input.removeAttribute('aria-describedby');
      else input.setAttribute('aria-describedby', described);
      host.remove();
    },
  };
}
