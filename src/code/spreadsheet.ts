import { isDigits } from './alphabet.ts';

const notation = /^[0-9]+([.,][0-9]+)?E\+?[0-9]+$/;

/** True when a cleaned cell is a number in scientific notation, which a spreadsheet made of a long run of digits. */
export function isSpreadsheetNotation(cleaned: string): boolean {
  return notation.test(cleaned);
}

/**
 * True when 18 digits look as if they had been through a floating-point number: Excel keeps 15 digits and fills up with
 * zeros, pandas and JavaScript keep the nearest double. Doubles of this size are multiples of 16 up to 2^57 ≈ 1.44 × 10^17,
 * of 128 near 9 × 10^17, so one honest code in 128 would look like that too: ask only when a check character is wrong.
 */
export function isRounded(code: string): boolean {
  return code.length === 18 && isDigits(code) && (code.endsWith('000') || BigInt(Number(code)) === BigInt(code));
}
