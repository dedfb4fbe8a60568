/**
 * The characters of a code and their values (GB 32100-2015, table 2, and GB 11714-1997, section 4).
 *
 *   GB 32100   0123456789ABCDEFGHJKLMNPQRTUWXY        31 characters, no I O S V Z, values 0–30
 *   GB 11714   0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ   36 characters, values 0–35
 *
 * One character has two values: `J` is 18 to GB 32100 and 19 to GB 11714, because the second alphabet counts the I.
 */
export const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export const organizationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Value by char code 0–127, -1 for a character that is not in the alphabet. */
export const codeValues: Int8Array = valuesOf(alphabet);

/** Value by char code 0–127 to GB 11714, -1 for a character that is none of 0-9A-Z. */
export const organizationValues: Int8Array = valuesOf(organizationAlphabet);

/** Weights of positions 1–18 (GB 32100): powers of 3 modulo 31; the check character weighs 1. */
export const codeWeights: readonly number[] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1];

/** Weights of the nine characters of an organization code (GB 11714); the check character weighs 1. */
export const organizationWeights: readonly number[] = [3, 7, 9, 10, 5, 8, 4, 2, 1];

export const codeLength = 18;

/** Value 0–30 of the character at `index` (from 0), or -1. */
export function codeValueAt(text: string, index: number): number {
  return codeValues[text.charCodeAt(index)] ?? -1;
}

/** Value 0–35 of the character at `index` (from 0), or -1. */
export function organizationValueAt(text: string, index: number): number {
  return organizationValues[text.charCodeAt(index)] ?? -1;
}

/** True when the text is 18 characters of the GB 32100 alphabet. */
export function isCodeLike(text: string): boolean {
  if (text.length !== codeLength) return false;
  for (let index = 0; index < codeLength; index++) if (codeValueAt(text, index) < 0) return false;
  return true;
}

/** True when every character from `start` to before `end` is one of 0-9. */
export function isDigits(text: string, start = 0, end: number = text.length): boolean {
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    if (!(unit >= 48 && unit <= 57)) return false;
  }
  return true;
}

function valuesOf(characters: string): Int8Array {
  const values = new Int8Array(128).fill(-1);
  for (let value = 0; value < characters.length; value++) values[characters.charCodeAt(value)] = value;
  return values;
}
