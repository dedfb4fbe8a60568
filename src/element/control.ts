import { type Control, type Internals, openInternals } from './internals.ts';

// On a server there is no such class; the module can be loaded there, the element is not made.
const Base = (typeof HTMLElement === 'undefined' ? class {} : HTMLElement) as typeof HTMLElement;

/** What an `<input>` of a form has beside its value: attributes as properties, validity, selection. */
export abstract class FormControl extends Base implements Control {
  static readonly formAssociated = true;

  /** @internal */
  protected readonly internals: Internals = openInternals(this);
  /** The input inside. @internal */
  protected abstract readonly input: HTMLInputElement;
  #customMessage = '';

  abstract formResetCallback(): void;
  /** Settles validity anew. @internal */
  protected abstract refresh(): void;

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

  get readOnly(): boolean {
    return this.hasAttribute('readonly');
  }

  set readOnly(readOnly: boolean) {
    this.toggleAttribute('readonly', readOnly);
  }

  get placeholder(): string {
    return this.getAttribute('placeholder') ?? '';
  }

  set placeholder(placeholder: string) {
    this.setAttribute('placeholder', placeholder);
  }

  /** The value that resetting the form gives back: the attribute `value`. */
  get defaultValue(): string {
    return this.getAttribute('value') ?? '';
  }

  set defaultValue(value: string) {
    this.setAttribute('value', value);
  }

  get type(): string {
    return 'text';
  }

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get labels(): Iterable<Node> {
    return this.internals.labels;
  }

  get validity(): ValidityState {
    return this.internals.validity;
  }

  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /** An error of the page's own, until it is set to `''`; goes before what is wrong with the code. */
  setCustomValidity(message: string): void {
    this.#customMessage = String(message);
    this.refresh();
  }

  /** @internal */
  protected get customMessage(): string {
    return this.#customMessage;
  }

  /** Selects the whole text. */
  select(): void {
    this.input.select();
  }

  /** Positions count what is shown, the spaces between the groups included. */
  setSelectionRange(start: number | null, end: number | null, direction?: 'forward' | 'backward' | 'none'): void {
    this.input.setSelectionRange(start, end, direction);
  }

  get selectionStart(): number | null {
    return this.input.selectionStart;
  }

  set selectionStart(at: number | null) {
    this.input.selectionStart = at;
  }

  get selectionEnd(): number | null {
    return this.input.selectionEnd;
  }

  set selectionEnd(at: number | null) {
    this.input.selectionEnd = at;
  }

  get selectionDirection(): 'forward' | 'backward' | 'none' | null {
    return this.input.selectionDirection;
  }
}
