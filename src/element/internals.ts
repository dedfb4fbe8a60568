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
  /** Missing in Chromium before 90 and Firefox before 126. */
  readonly states?: CustomStateSet;
  setFormValue(value: string): void;
  setValidity(flags: ValidityStateFlags, message?: string, anchor?: HTMLElement): void;
  checkValidity(): boolean;
  reportValidity(): boolean;
  /** Only where the browser has to be helped. */
  connect?(): void;
  disconnect?(): void;
}

/** A control, and what the browser calls on it. */
export interface Control extends HTMLElement {
  readonly name: string;
  readonly disabled: boolean;
  formResetCallback(): void;
}

const shownStates = ['valid', 'invalid', 'incomplete', 'pending'];

export function openInternals(control: Control): Internals {
  const native: Internals | undefined = 'attachInternals' in control ? control.attachInternals() : undefined;
  return native !== undefined && 'setFormValue' in native ? native : imitate(control);
}

/** `:state(…)` where that is known, `:--…` in Chromium before 125, else the attribute `data-state`. */
export function showState(control: HTMLElement, { states }: Internals, state: string | null): void {
  if (states !== undefined) for (const each of shownStates) toggleState(states, each, each === state);
  else if (!control.isConnected) return;
  else if (state !== null && shownStates.includes(state)) control.dataset.state = state;
  else delete control.dataset.state;
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
