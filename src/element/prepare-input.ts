/** What keyboards of phones and helpful browsers should know of a field for codes. */
export function prepareInput(input: HTMLInputElement): void {
  input.setAttribute('autocapitalize', 'characters');
  input.setAttribute('autocorrect', 'off');
  input.spellcheck = false;
}
