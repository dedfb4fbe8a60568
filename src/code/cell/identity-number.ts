import { isDigits } from '../standard/alphabet.ts';
import { isKnownPair } from '../standard/pairs.ts';
import { isProvinceAt } from '../standard/provinces.ts';
import { conformsAsWritten } from '../standard/weighted-sums.ts';

/** A day begins in China before it does in Greenwich, by so many milliseconds. */
const chinaAhead = 8 * 3_600_000;

/**
 * True when 18 characters from `start` have the shape of a resident ID number (公民身份号码, GB 11643-1999): six digits, a
 * date of the calendar from 1800 on, three digits, and an ISO 7064 MOD 11-2 check character.
 *
 * @param text digits and `X`, already clean; a small `x` counts as well
 */
export function isIdentityNumberAt(text: string, start = 0): boolean {
  if (text.length < start + 18 || !isDigits(text, start, start + 17)) return false;
  return isBirthDate(text, start + 6, 1800) && hasCheckCharacter(text, start);
}

/**
 * True when 18 characters from `start` read as a resident ID number with a slip in it: digits but for a final `X`, a province, a
 * birth date from 1900 to today, and nothing that a code of such digits would have: no listed pair of authority and category, or no
 * province at its third position. Asked only of what is no code: row 4 of the decision table.
 */
export function isMistypedIdentityNumberAt(text: string, start = 0): boolean {
  if (text.length < start + 18 || !isDigits(text, start, start + 17)) return false;
  if (!/[0-9Xx]/.test(text.charAt(start + 17))) return false;
  if (!isProvinceAt(text, start) || !isBirthDate(text, start + 6, 1900, Date.now() + chinaAhead)) return false;
  return !isKnownPair(text.slice(start, start + 2)) || !isProvinceAt(text, start + 2);
}

/**
 * Where the text has a resident ID number, alone or inside something longer, and one with a slip in it counts: that one only where
 * no more than the two digits of a tax number of the self-employed stand around it, and not where it is a code that conforms.
 *
 * @param isJoined whether each character stands directly behind the one before, where something was left out; all do by default
 */
export function holdsIdentityNumberAt(text: string, start: number, isJoined?: readonly boolean[]): boolean {
  if (isIdentityNumberAt(text, start)) return true;
  if (!isMistypedIdentityNumberAt(text, start)) return false;
  const goesOn = (at: number): boolean => isDigits(text, at, at + 1) && isJoined?.[at] !== false;
  if (start > 0 && isDigits(text, start - 1, start) && isJoined?.[start] !== false) return false;
  const end = start + 18;
  const isLonger = text.length >= end + 3 && goesOn(end) && goesOn(end + 1) && goesOn(end + 2);
  return !isLonger && !conformsAsWritten(text.slice(start, start + 18));
}

/** True of fifteen digits in which a province and a birth date of the last century stand: an ID number from before 1999. */
export function isOldIdentityNumber(text: string): boolean {
  if (text.length !== 15 || !isDigits(text, 0, 15) || !isProvinceAt(text, 0)) return false;
  return isBirthDate(`19${text.slice(6, 12)}`, 0, 1900);
}

/** True when a normalized value has a resident ID number in it, see {@link holdsIdentityNumberAt}. */
export function hasIdentityNumber(normalized: string): boolean {
  for (let start = 0; start + 18 <= normalized.length; start++) {
    if (holdsIdentityNumberAt(normalized, start)) return true;
  }
  return false;
}

/** Whether the eight digits are a day of the calendar, of this year or later and not after `latest`, in milliseconds. */
function isBirthDate(text: string, start: number, firstYear: number, latest = Date.UTC(2100, 0) - 1): boolean {
  const year = Number(text.slice(start, start + 4));
  const month = Number(text.slice(start + 4, start + 6));
  const day = Number(text.slice(start + 6, start + 8));
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= firstYear && date.getTime() <= latest && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** ISO 7064 MOD 11-2: doubling the remainder digit by digit, then the last value (X is 10), gives 1. */
function hasCheckCharacter(text: string, start: number): boolean {
  let remainder = 0;
  for (let index = start; index < start + 17; index++) remainder = ((remainder + text.charCodeAt(index) - 48) * 2) % 11;
  const value = '0123456789X'.indexOf(text.charAt(start + 17).toUpperCase());
  return value >= 0 && (remainder + value) % 11 === 1;
}
