import { normalize } from '../code/normalize.ts';
import type { FormVerdict } from '../form/verdict.ts';
import { elementMessagesFor } from '../messages/element/index.ts';
import { type Field, watchField } from './field.ts';
import { languageOf } from './language.ts';
import { createPanel, createPart } from './panel.ts';
import { onRegions } from './regions.ts';
import { adoptStyles } from './styles.ts';
import { validityOf } from './validity.ts';

// On a server there is no such class; the module can be loaded there, the element is not made.
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;
const passedOn = ['placeholder', 'disabled', 'readonly', 'autofocus'];

/**
 * `<uscc-input>`: a form control for one code.
 *
 *   #shadow  label? ─ field [ input ─ marks ] ─ counter ─ message ─ suggestions ─ parts
 *
 * Attributes: `name value required disabled readonly placeholder label legacy`; the language is that of the nearest `lang`. Takes
 * part in forms like an `<input>` (submit, reset, validity, `<label for>`, fieldset disabled) and submits the code without spaces.
 * Fires `input` and `change` as inputs do, and `uscc-verdict` with a `FormVerdict` as its `detail`.
 *
 * States for CSS: `:state(valid)`, `:state(invalid)`, `:state(incomplete)`.
 */
export class UsccInput extends Base {
  static readonly formAssociated = true;
  static readonly observedAttributes: readonly string[] = [
    ...passedOn,
    'value',
    'required',
    'label',
    'legacy',
    'aria-label',
  ];

  readonly #internals: ElementInternals = this.attachInternals();
  readonly #input: HTMLInputElement = createPart('input', 'input') as HTMLInputElement;
  readonly #label: HTMLElement = createPart('label', 'label');
  readonly #field: Field;
  #verdict: FormVerdict | null = null;
  #dirty = false;
  #forget: () => void = () => {};

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    adoptStyles(root);
    const panel = createPanel();
    const frame = createPart('div', 'field');
    const marks = createPart('div', 'marks');
    marks.classList.add('overlay');
    marks.setAttribute('aria-hidden', 'true');
    prepareInput(this.#input);
    panel.message.id = 'message';
    panel.counter.id = 'counter';
    panel.parts.id = 'parts';
    this.#input.setAttribute('aria-describedby', 'message counter parts');
    (this.#label as HTMLLabelElement).htmlFor = this.#input.id = 'input';
    this.#label.hidden = true;
    frame.append(this.#input, marks);
    root.append(this.#label, frame, panel.counter, panel.message, panel.suggestions, panel.parts);
    this.#input.addEventListener('scroll', () => {
      marks.scrollLeft = this.#input.scrollLeft;
    });
    this.#input.addEventListener('input', () => {
      this.#dirty = true;
    });
    // `change` stays inside a shadow tree, and Enter inside it submits nothing.
    this.#input.addEventListener('change', () => this.dispatchEvent(new Event('change', { bubbles: true })));
    this.#input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) this.#internals.form?.requestSubmit();
    });
    this.#input.addEventListener('focus', () => this.#nameInput());
    this.addEventListener('invalid', () => this.#field.check(true));
    this.#field = watchField({
      input: this.#input,
      panel,
      marks,
      overlay: true,
      settings: () => ({
        language: languageOf(this),
        required: this.required,
        legacy: this.hasAttribute('legacy'),
        group: true,
      }),
      onVerdict: (verdict, shown) => this.#settle(verdict, shown),
    });
  }

  /** The code, normalized. */
  get value(): string {
    return this.#field.code();
  }

  set value(value: string) {
    this.#field.write(String(value ?? ''));
    this.#dirty = true;
    this.#field.check();
  }

  /** What the code is, strictly; null before the element has been connected. */
  get verdict(): FormVerdict | null {
    return this.#verdict;
  }

  get name(): string {
    return this.getAttribute('name') ?? '';
  }

  set name(name: string) {
    this.setAttribute('name', name);
  }

  get required(): boolean {
    return this.hasAttribute('required');
  }

  set required(required: boolean) {
    this.toggleAttribute('required', required);
  }

  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }

  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', disabled);
  }

  get type(): string {
    return 'text';
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get labels(): NodeList {
    return this.#internals.labels;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** @internal */
  connectedCallback(): void {
    this.#forget = onRegions(() => this.#field.check());
    this.#nameInput();
    this.#field.check();
  }

  /** @internal */
  disconnectedCallback(): void {
    this.#forget();
  }

  /** @internal */
  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    if (passedOn.includes(name)) copyAttribute(this.#input, name, value);
    if (name === 'value' && !this.#dirty) this.#field.write(value ?? '');
    this.#nameInput();
    this.#field.check();
  }

  /** @internal */
  formResetCallback(): void {
    this.#dirty = false;
    this.#field.write(this.getAttribute('value') ?? '');
    this.#field.reset();
  }

  /** @internal A fieldset above was disabled. */
  formDisabledCallback(disabled: boolean): void {
    this.#input.disabled = disabled;
  }

  /** @internal Back and forward, and autofill. */
  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state === 'string') this.value = state;
  }

  #settle(verdict: FormVerdict, shown: FormVerdict | null): void {
    this.#verdict = verdict;
    this.#internals.setFormValue(normalize(this.#input.value));
    if (verdict.message === null) this.#internals.setValidity({});
    else this.#internals.setValidity(validityOf(verdict), verdict.message, this.#input);
    this.#input.required = this.required;
    for (const state of ['valid', 'invalid', 'incomplete']) {
      if (shown?.state === state) this.#internals.states.add(state);
      else this.#internals.states.delete(state);
    }
    this.dispatchEvent(new CustomEvent('uscc-verdict', { detail: verdict, bubbles: true }));
  }

  /** The input inside takes its name from the labels of the element, which cannot point into the shadow tree. */
  #nameInput(): void {
    const label = this.getAttribute('label');
    this.#label.textContent = label;
    this.#label.hidden = label === null;
    const labels = [...this.#internals.labels].map((one) => one.textContent?.trim()).join(' ');
    const name = this.getAttribute('aria-label') ?? (labels || label || elementMessagesFor(languageOf(this)).label);
    this.#input.setAttribute('aria-label', name);
  }
}

/** What keyboards of phones and helpful browsers should know of a field for codes. */
export function prepareInput(input: HTMLInputElement): void {
  input.autocapitalize = 'characters';
  input.spellcheck = false;
  input.setAttribute('autocorrect', 'off');
}

function copyAttribute(input: HTMLInputElement, name: string, value: string | null): void {
  if (value === null) input.removeAttribute(name);
  else input.setAttribute(name, value);
}
