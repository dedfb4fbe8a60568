import type { FormVerdict } from '../form/verdict.ts';

/** The flag of native validity that fits, for `:invalid` and scripts that ask why. */
export function validityOf({ issue, value }: FormVerdict): ValidityStateFlags {
  if (issue?.code === 'missing') return { valueMissing: true };
  if (issue?.code === 'length') return value.length < 18 ? { tooShort: true } : { tooLong: true };
  if (issue?.at !== undefined) return { badInput: true };
  return { customError: true };
}
