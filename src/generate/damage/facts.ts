import { codeRemainder } from '../../code/standard/check-character.ts';
import { isOrganizationCodeAt } from '../../code/standard/organization-code.ts';

/** The rules that damages must know to land where they mean to. */

/** True when both check characters of 18 characters of the alphabet are right. */
export function isGood(code: string): boolean {
  return codeRemainder(code) === 0 && isOrganizationCodeAt(code, 8);
}

/** ISO 7064 MOD 11-2 over the first 17 digits of a resident ID number. */
export function identityCheck(first17: string): string {
  let sum = 0;
  for (const digit of first17) sum = ((sum + Number(digit)) * 2) % 11;
  return '0123456789X'.charAt((12 - sum) % 11);
}

/** True for 17 digits and a right check character with a date at 7–14, as resident ID numbers have. */
export function looksLikeIdentity(text: string): boolean {
  const match = /^\d{6}(\d{4})(\d\d)(\d\d)\d{3}[\dX]$/.exec(text);
  if (match === null) return false;
  const [month, day] = [Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && identityCheck(text.slice(0, 17)) === text.charAt(17);
}

/** ISO 7064 MOD 11,10 over the first 14 digits of a registration number (GS 15-2006). */
export function registrationCheck(first14: string): string {
  let product = 10;
  for (const digit of first14) product = ((((product + Number(digit)) % 10 || 10) * 2) % 11) as number;
  return String((11 - product) % 10);
}

/** Value in 0-9A-Z. */
export function value36(character: string): number {
  return Number.parseInt(character, 36);
}

/** The rule that codes issued in Fujian before 2016 follow: Σ value36(cᵢ)·2^(i−1) + value36(c₁₈) ≡ 0 (mod 37). */
export function pilotRemainder(code: string): number {
  let sum = value36(code.charAt(17));
  for (let index = 0, weight = 1; index < 17; index++, weight = (weight * 2) % 37) {
    sum += value36(code.charAt(index)) * weight;
  }
  return sum % 37;
}

export function isPilotEra(code: string): boolean {
  return (
    code.startsWith('35', 2) && code.startsWith('M0', 8) && isOrganizationCodeAt(code, 8) && pilotRemainder(code) === 0
  );
}
