import { isDigits } from './alphabet.ts';

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

/** True when a normalized value has a resident ID number in it, alone or inside something longer. */
export function hasIdentityNumber(normalized: string): boolean {
  for (let start = 0; start + 18 <= normalized.length; start++) if (isIdentityNumberAt(normalized, start)) return true;
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
