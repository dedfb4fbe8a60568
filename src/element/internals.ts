/**
 * What a form control of one's own needs of the browser. Where `ElementInternals` is missing (Safari before 16.4) its part is played with what
 * there is: the form's own events. Without it a browser cannot be told why a form is not sent; the message stands below the field anyway.
 */
export interface Internals {
  readonly form: HTMLFormElement | null;
  readonly labels: Iterable<Node>;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  readonly willValidate: boolean;
  setFormValue(value: string): void;
  setValidity(flags: ValidityStateFlags, message?: string, anchor?: HTMLElement): void;
  checkValidity(): boolean;
  reportValidity(): boolean;
  /** `:state(…)` where that is known, `:--…` in Chromium before 125, else the attribute `data-state`. */
  showState(state: string | null): void;
  connect(): void;
  disconnect(): void;
}

/** A control, and what the browser calls on it. */
export interface Control extends HTMLElement {
  readonly name: string;
  readonly disabled: boolean;
  formResetCallback(): void;
}

const shownStates = ['valid', 'invalid', 'incomplete', 'pending'];

export function openInternals(control: Control): Internals {
  const native: ElementInternals | undefined = 'attachInternals' in control ? control.attachInternals() : undefined;
  return native !== undefined && 'setFormValue' in native ? wrap(native, control) : imitate(control);
}

function wrap(native: ElementInternals, control: Control): Internals {
  return {
    get form() {
      return native.form;
    },
    get labels() {
      return native.labels;
    },
    get validity() {
      return native.validity;
    },
    get validationMessage() {
      return native.validationMessage;
    },
    get willValidate() {
      return native.willValidate;
    },
    setFormValue: (value) => native.setFormValue(value),
    setValidity: (flags, message, anchor) => native.setValidity(flags, message, anchor),
    checkValidity: () => native.checkValidity(),
    reportValidity: () => native.reportValidity(),
    showState(state) {
      const { states } = native as { states?: CustomStateSet };
      if (states === undefined) return showAttribute(control, state);
      for (const each of shownStates) toggleState(states, each, each === state);
    },
    connect() {},
    disconnect() {},
  };
}

function toggleState(states: CustomStateSet, state: string, isOn: boolean): void {
  try {
    if (isOn) states.add(state);
    else states.delete(state);
  } catch {
    // Chromium before 125 takes only names with two dashes.
    states.add(`--${state}`);
    return;
  }
  if (!isOn) states.delete(`--${state}`);
}

function imitate(control: Control): Internals {
  let form: HTMLFormElement | null = null;
  let submitted = '';
  let flags: ValidityStateFlags = {};
  let message = '';
  let field: HTMLElement | undefined;
  const isOff = (): boolean => control.disabled || control.closest('fieldset[disabled]') !== null;
  const checkValidity = (): boolean => {
    if (message === '' || isOff()) return true;
    control.dispatchEvent(new Event('invalid', { cancelable: true }));
    return false;
  };
  const reportValidity = (): boolean => {
    if (checkValidity()) return true;
    field?.focus();
    return false;
  };
  const listeners: [string, (event: never) => void][] = [
    [
      'formdata',
      ({ formData }: FormDataEvent) => control.name !== '' && !isOff() && formData.set(control.name, submitted),
    ],
    ['reset', () => setTimeout(() => control.formResetCallback())],
    [
      'submit',
      (event: Event) => {
        if (form?.noValidate || reportValidity()) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
    ],
  ];
  return {
    get form() {
      return form;
    },
    get labels() {
      const root = control.getRootNode() as Document | ShadowRoot;
      const named =
        control.id === '' ? [] : [...root.querySelectorAll('label')].filter((one) => one.htmlFor === control.id);
      const around = control.closest('label');
      return around === null ? named : [around, ...named];
    },
    get validity() {
      return { valid: message === '', ...flags } as ValidityState;
    },
    get validationMessage() {
      return message;
    },
    get willValidate() {
      return !isOff();
    },
    setFormValue(value) {
      submitted = value;
    },
    setValidity(newFlags, newMessage = '', anchor) {
      flags = newFlags;
      message = newMessage;
      field = anchor;
    },
    checkValidity,
    reportValidity,
    showState: (state) => showAttribute(control, state),
    connect() {
      form = control.closest('form');
      for (const [type, listener] of listeners) form?.addEventListener(type, listener as EventListener, true);
    },
    disconnect() {
      for (const [type, listener] of listeners) form?.removeEventListener(type, listener as EventListener, true);
      form = null;
    },
  };
}

function showAttribute(control: HTMLElement, state: string | null): void {
  if (!control.isConnected) return;
  if (state !== null && shownStates.includes(state)) control.dataset.state = state;
  else delete control.dataset.state;
}
