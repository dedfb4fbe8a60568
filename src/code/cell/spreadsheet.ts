import { isDigits } from '../standard/alphabet.ts';

const notation = /^[0-9]+([.,][0-9]+)?E\+?[0-9]+$/;

/** True when a cleaned cell is a number in scientific notation, which a spreadsheet made of a long run of digits. */
export function isSpreadsheetNotation(cleaned: string): boolean {
  return notation.test(cleaned);
}

/**
 * True when 18 digits look as if they had been through a floating-point number:
 *
 *   914403001922038216      the code
 *   914403001922038000      Excel: 15 digits, filled up with zeros
 *   914403001922038272      pandas, SQL: every digit of the nearest double
 *   914403001922038300      JavaScript, Java: as few digits as name that double, filled up with zeros
 *
 * Doubles of this size are multiples of 16 up to 2^57 ≈ 1.44 × 10^17, of 128 near 9 × 10^17, so one honest code in 64 would look
 * like that too: ask only when a check character is wrong.
 */
export function isRounded(code: string): boolean {
  return code.length === 18 && isDigits(code) && (code.endsWith('000') || isDouble(code));
}

/** True for digits that a program writes for a double, all of them or as few as needed. */
export function isDouble(digits: string): boolean {
  const number = Number(digits);
  return String(number) === digits || number.toFixed(0) === digits;
}
