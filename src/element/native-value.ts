/**
 * The value of an input past whoever watches it. React puts a property of its own on every input, and takes an input event for an echo
 * when the value was set through that property.
 */
export function readNative(input: HTMLInputElement): string {
  return describeNative()?.get?.call(input) ?? '';
}

/** Sets the value so that frameworks take the next input event for the person's. */
export function writeNative(input: HTMLInputElement, text: string): void {
  describeNative()?.set?.call(input, text);
}

/**
 * Has every value that the page's own scripts write to the input pass through `translate` first; null leaves the input as it is, the
 * caret and the history of the browser included. Frameworks write their state back at every rendering.
 *
 * @param written called after a value was written
 * @returns what gives the property back
 */
export function interceptWrites(
  input: HTMLInputElement,
  translate: (text: string) => string | null,
  written: () => void,
): () => void {
  const former = Object.getOwnPropertyDescriptor(input, 'value');
  const write = (former ?? describeNative())?.set;
  Object.defineProperty(input, 'value', {
    configurable: true,
    enumerable: true,
    get: () => readNative(input),
    set(text: unknown) {
      const translated = translate(text === null || text === undefined ? '' : String(text));
      if (translated === null) return;
      write?.call(input, translated);
      written();
    },
  });
  return () => {
    if (former === undefined) delete (input as Partial<HTMLInputElement>).value;
    else Object.defineProperty(input, 'value', former);
  };
}

function describeNative(): PropertyDescriptor | undefined {
  return Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
}
