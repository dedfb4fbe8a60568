import { type Internals, openInternals } from './internals.ts';

// On a server there is no such class; the module can be loaded there, the element is not made.
const Base = (typeof HTMLElement === 'undefined' ? class {} : HTMLElement) as typeof HTMLElement;

/** What an `<input>` of a form has beside its value: attributes as properties, validity, selection. */
export abstract class FormControl extends Base {
  static readonly formAssociated = true;

  /** @internal */
  readonly internals: Internals = openInternals(this);
  /** The input inside. @internal */
  abstract readonly input: HTMLInputElement;
  #customMessage = '';

  declare name: string;
  declare placeholder: string;
  /** The value that resetting the form gives back: the attribute `value`. */
  declare defaultValue: string;
  declare required: boolean;
  declare disabled: boolean;
  declare readOnly: boolean;
  declare readonly form: HTMLFormElement | null;
  declare readonly labels: Iterable<Node>;
  declare readonly validity: ValidityState;
  declare readonly validationMessage: string;
  declare readonly willValidate: boolean;
  declare selectionStart: number | null;
  declare selectionEnd: number | null;
  declare readonly selectionDirection: 'forward' | 'backward' | 'none' | null;

  abstract formResetCallback(): void;
  /** Settles validity anew. @internal */
  abstract refresh(): void;

  get type(): string {
    return 'text';
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
}

/** Gives a class a property. */
export function define<Control>(
  { prototype }: { prototype: Control },
  name: keyof Control,
  get: (control: Control) => unknown,
  set?: (control: Control, value: never) => void,
): void {
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return get(this);
    },
    set:
      set &&
      function (this: Control, value: never) {
        set(this, value);
      },
  });
}

for (const [name, attribute] of [['name'], ['placeholder'], ['defaultValue', 'value']] as const) {
  const text = attribute ?? name;
  define(
    FormControl,
    name,
    (control) => control.getAttribute(text) ?? '',
    (control, value) => control.setAttribute(text, value),
  );
}
for (const name of ['required', 'disabled', 'readOnly'] as const) {
  define(
    FormControl,
    name,
    (control) => control.hasAttribute(name),
    (control, value) => control.toggleAttribute(name, Boolean(value)),
  );
}
for (const name of ['form', 'labels', 'validity', 'validationMessage', 'willValidate'] as const) {
  define(FormControl, name, ({ internals }) => internals[name]);
}
for (const name of ['selectionStart', 'selectionEnd', 'selectionDirection'] as const) {
  define(
    FormControl,
    name,
    ({ input }) => input[name],
    ({ input }, value) => {
      input[name] = value;
    },
  );
}
