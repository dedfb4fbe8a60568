import { type Attachment, attach, type UsccInput, useRegions } from 'uscc-toolkit/element';
import { regions } from 'uscc-toolkit/regions';

useRegions(regions);
export const found: UsccInput | null = document.querySelector('uscc-input');
const made: UsccInput = document.createElement('uscc-input');
made.addEventListener('uscc-verdict', ({ detail }) => {
  const text: string | null = detail.message;
  console.log(text);
});
made.required = true;
made.lookup = async () => ({ registered: true, name: '某某公司' });
made.setSelectionRange(0, 1);
// @ts-expect-error What is registered is asked with a function.
made.lookup = '/registry/';
// @ts-expect-error Validity is read.
made.validity = null;
export const texts: string[] = [made.value, made.name, made.validationMessage];
const input = document.querySelector('input');
export const attached: Attachment | null =
  input && attach(input, { group: false, onVerdict: ({ state }) => console.log(state) });
