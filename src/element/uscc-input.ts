import type { FormVerdict } from '../form/verdict.ts';
import { elementMessagesFor } from '../messages/element/index.ts';
import { define, FormControl } from './control.ts';
import { type Field, type FieldOptions, watchField } from './field.ts';
import { showState } from './internals.ts';
import { languageOf } from './language.ts';
import { createPanel, createPart } from './panel.ts';
import { prepareInput } from './prepare-input.ts';
import { onRegions } from './regions.ts';
import { adoptStyles } from './styles.ts';

const passedOn = ['placeholder', 'disabled', 'readonly', 'autofocus'];
const byScript = ['notes', 'repair', 'messages', 'lookup', 'registered', 'unregistered'] as const;

/**
 * `<uscc-input>`: a form control for one code.
 *
 *   #shadow  label? ─ field [ input ─ marks ] ─ counter ─ message ─ suggestions ─ parts
 *
 * Attributes: `name value required disabled readonly placeholder label legacy`; the language is that of the nearest `lang`. Takes
 * part in forms like an `<input>` (submit, reset, validity, `<label for>`, fieldset disabled) and submits the code without spaces.
 * Fires `input` and `change` as inputs do, and `uscc-verdict` with a `FormVerdict` as its `detail`: after the page's own handling of what was
 * typed, and only when the verdict is another than before.
 *
 * States for CSS: `:state(valid)`, `:state(invalid)`, `:state(incomplete)`, `:state(pending)`.
 */
export class UsccInput extends FormControl {
  static readonly observedAttributes: readonly string[] = [
    ...passedOn,
    'value',
    'required',
    'label',
    'legacy',
    'aria-label',
    'lang',
  ];

  /** @internal */
  readonly input: HTMLInputElement = createPart('input', 'input') as HTMLInputElement;
  readonly #label: HTMLElement = createPart('label', 'label');
  readonly #field: Field;
  /** @internal */
  readonly options: FieldOptions = {};
  #verdict: FormVerdict | null = null;
  #dirty = false;
  #forget: () => void = () => {};

  /** What each note does. */
  declare notes: FieldOptions['notes'];
  /** What finds suggestions; without it every edit that a person makes is looked for. */
  declare repair: FieldOptions['repair'];
  /** Messages of the page's own, by issue. */
  declare messages: FieldOptions['messages'];
  /** Asks the page's registry about a code that was entered and conforms. */
  declare lookup: FieldOptions['lookup'];
  /** What it does to a code that it is registered. Default `error`. */
  declare registered: FieldOptions['registered'];
  /** What it does to a code that it is not. Default `ignore`. */
  declare unregistered: FieldOptions['unregistered'];

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    adoptStyles(root);
    const panel = createPanel();
    const frame = createPart('div', 'field');
    const marks = createPart('div', 'marks');
    marks.classList.add('overlay');
    marks.setAttribute('aria-hidden', 'true');
    prepareInput(this.input);
    panel.message.id = 'message';
    panel.counter.id = 'counter';
    panel.parts.id = 'parts';
    this.input.setAttribute('aria-describedby', 'message counter parts');
    (this.#label as HTMLLabelElement).htmlFor = this.input.id = 'input';
    this.#label.hidden = true;
    frame.append(this.input, marks);
    root.append(this.#label, frame, panel.counter, panel.message, panel.suggestions, panel.parts);
    this.input.addEventListener('scroll', () => {
      marks.scrollLeft = this.input.scrollLeft;
    });
    this.input.addEventListener('input', () => {
      this.#dirty = true;
    });
    // `change` stays inside a shadow tree, and Enter inside it submits nothing.
    this.input.addEventListener('change', () => this.dispatchEvent(new Event('change', { bubbles: true })));
    this.input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) submit(this.form);
    });
    this.input.addEventListener('focus', () => this.#nameInput());
    this.addEventListener('invalid', () => this.#field.check(true));
    this.#field = watchField({
      input: this.input,
      panel,
      marks,
      overlay: true,
      settings: () => ({
        ...this.options,
        language: languageOf(this),
        required: this.required,
        legacy: this.hasAttribute('legacy'),
        group: true,
      }),
      onCheck: (verdict, shown) => this.#settle(verdict, shown),
      onVerdict: (detail) => this.dispatchEvent(new CustomEvent('uscc-verdict', { detail, bubbles: true })),
    });
  }

  /** The code, normalized. Writing what it is already changes nothing and tells nothing. */
  get value(): string {
    return this.#field.code();
  }

  set value(value: string) {
    this.#dirty = true;
    const text = this.#field.display(String(value ?? ''));
    if (text === this.input.value || (text !== '' && this.#field.display(this.value) === text)) return;
    this.#field.write(text);
    this.#field.check();
  }

  /** What the code is, strictly; null before the element has been connected. */
  get verdict(): FormVerdict | null {
    return this.#verdict;
  }

  /** @internal */
  connectedCallback(): void {
    this.internals.connect?.();
    for (const name of ['value', ...byScript] as const) this.#takeOver(name);
    this.#forget = onRegions(() => this.#field.check());
    this.#nameInput();
    this.#field.check();
  }

  /** @internal */
  disconnectedCallback(): void {
    this.internals.disconnect?.();
    this.#forget();
  }

  /** @internal */
  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    if (passedOn.includes(name)) copyAttribute(this.input, name, value);
    if (name === 'value' && !this.#dirty) this.#field.write(value ?? '');
    this.#nameInput();
    this.refresh();
  }

  /** Called by the browser when the form is reset. */
  formResetCallback(): void {
    this.#dirty = false;
    this.#field.write(this.defaultValue);
    this.#field.reset();
  }

  /** @internal A fieldset above was disabled. */
  formDisabledCallback(disabled: boolean): void {
    this.input.disabled = disabled;
  }

  /** @internal Back and forward, and autofill. */
  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state === 'string') this.value = state;
  }

  /** @internal */
  refresh(): void {
    this.#field.check();
  }

  /** A property that was set before the element was defined stands in the way of its accessor. */
  #takeOver(name: 'value' | (typeof byScript)[number]): void {
    const own = Object.getOwnPropertyDescriptor(this, name);
    if (own === undefined) return;
    delete (this as Record<string, unknown>)[name];
    Object.assign(this, { [name]: own.value });
  }

  #settle(verdict: FormVerdict, shown: FormVerdict | null): void {
    this.#verdict = verdict;
    this.internals.setFormValue(this.#field?.code() ?? '');
    if (this.customMessage !== '') this.internals.setValidity({ customError: true }, this.customMessage, this.input);
    else if (verdict.message === null) this.internals.setValidity({});
    else this.internals.setValidity(validityOf(verdict), verdict.message, this.input);
    this.input.required = this.required;
    this.input.part.toggle('valid', shown?.state === 'valid');
    showState(this, this.internals, shown?.state ?? null);
  }

  /** The input inside takes its name from the labels of the element, which cannot point into the shadow tree. */
  #nameInput(): void {
    const label = this.getAttribute('label');
    this.#label.textContent = label;
    this.#label.hidden = label === null;
    const labels = Array.from(this.labels, (one) => one.textContent?.trim()).join(' ');
    const name = this.getAttribute('aria-label') ?? (labels || label || elementMessagesFor(languageOf(this)).label);
    this.input.setAttribute('aria-label', name);
  }
}

for (const name of byScript) {
  define(
    UsccInput,
    name,
    ({ options }) => options[name],
    (control, value) => {
      control.options[name] = value;
      control.refresh();
    },
  );
}

function submit(form: HTMLFormElement | null): void {
  if (form === null) return;
  if ('requestSubmit' in form) form.requestSubmit();
  else (form as HTMLFormElement).querySelector<HTMLElement>('[type=submit], button:not([type])')?.click();
}

function copyAttribute(input: HTMLInputElement, name: string, value: string | null): void {
  if (value === null) input.removeAttribute(name);
  else input.setAttribute(name, value);
}

/** The flag of native validity that fits, for `:invalid` and scripts that ask why. */
function validityOf({ issue, value }: FormVerdict): ValidityStateFlags {
  if (issue?.code === 'missing') return { valueMissing: true };
  if (issue?.code === 'length') return value.length < 18 ? { tooShort: true } : { tooLong: true };
  if (issue?.at !== undefined) return { badInput: true };
  return { customError: true };
}
