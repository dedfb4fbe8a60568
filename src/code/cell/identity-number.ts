import { isDigits } from '../standard/alphabet.ts';
import { isKnownPair } from '../standard/pairs.ts';
import { isProvinceAt } from '../standard/provinces.ts';
import { conformsAsWritten } from '../standard/weighted-sums.ts';

/**
 * True when 18 characters from `start` have the shape of a resident ID number (公民身份号码, GB 11643-1999): six digits, a
 * date of the calendar from 1800 on, three digits, and an ISO 7064 MOD 11-2 check character.
 *
 * @param text digits and `X`, already clean; a small `x` counts as well
 */
export function isIdentityNumberAt(text: string, start = 0): boolean {
  if (text.length < start + 18 || !isDigits(text, start, start + 17)) return false;
  return isBirthDate(text, start + 6) && hasCheckCharacter(text, start);
}

/**
 * True when 18 characters from `start` read as a resident ID number with a slip in it: digits but for a final `X`, a province, a
 * birth date from 1900 to today, and nothing that a code of such digits would have: no listed pair of authority and category, or no
 * province at its third position. Asked only of what is no code: row 4 of the decision table.
 */
export function isMistypedIdentityNumberAt(text: string, start = 0): boolean {
  if (text.length < start + 18 || !isDigits(text, start, start + 17)) return false;
  const last = text.charAt(start + 17);
  if (last !== 'X' && last !== 'x' && !isDigits(last)) return false;
  if (!isProvinceAt(text, start) || !isBirthDate(text, start + 6)) return false;
  const date = text.slice(start + 6, start + 14);
  if (date < '19000101' || date > today()) return false;
  return !isKnownPair(text.slice(start, start + 2)) || !isProvinceAt(text, start + 2);
}

/** Today in China, as in an ID number. */
function today(): string {
  const chinaAhead = 8 * 3_600_000;
  return new Date(Date.now() + chinaAhead).toISOString().slice(0, 10).replace(/-/g, '');
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
  return isBirthDate(`19${text.slice(6, 12)}`, 0);
}

/** True when a normalized value has a resident ID number in it, see {@link holdsIdentityNumberAt}. */
export function hasIdentityNumber(normalized: string): boolean {
  for (let start = 0; start + 18 <= normalized.length; start++) {
    if (holdsIdentityNumberAt(normalized, start)) return true;
  }
  return false;
}

function isBirthDate(text: string, start: number): boolean {
  const year = Number(text.slice(start, start + 4));
  const month = Number(text.slice(start + 4, start + 6));
  const day = Number(text.slice(start + 6, start + 8));
  if (year < 1800 || year > 2099 || month < 1 || month > 12 || day < 1) return false;
  return day <= daysOf(year, month);
}

function daysOf(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** ISO 7064 MOD 11-2: doubling the remainder digit by digit, then the last value (X is 10), gives 1. */
function hasCheckCharacter(text: string, start: number): boolean {
  let remainder = 0;
  for (let index = start; index < start + 17; index++) remainder = ((remainder + text.charCodeAt(index) - 48) * 2) % 11;
  const last = text.charAt(start + 17);
  const value = last === 'X' || last === 'x' ? 10 : isDigits(last) && last !== '' ? Number(last) : -1;
  return value >= 0 && (remainder + value) % 11 === 1;
}
