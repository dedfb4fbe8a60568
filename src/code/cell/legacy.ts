import { hanRanges } from '../characters.ts';
import { isDigits } from '../standard/alphabet.ts';
import { isOrganizationCodeAt } from '../standard/organization-code.ts';

/*
 * Identifiers from before the unified code. None can be converted by formula; positions 9–17 of a unified code are the
 * organization code.
 *
 *   registration-number   15 digits (GS 15-2006, check digit) · 13 digits (before 2007) · 370000NA000001X (cooperatives)
 *                         企独粤深总字第300001号 (foreign-funded) · (A)123456789012 or A123456789012
 *   taxpayer-number       6 digits of region + organization code
 *   organization-code     8 characters + check character (GB 11714)
 */
const otherRegistrationNumbers = [
  /^[0-9]{13}$/,
  /^[0-9]{6}N[A-Z][0-9]{6}X$/,
  new RegExp(`^企[独合作外][${hanRanges}]{1,6}字第?[0-9]{3,6}号?$`, 'u'),
  /^(?:[A-Z]|\([A-Z]\)|\[[A-Z]\]|〔[A-Z]〕|【[A-Z]】)[0-9]{12,15}$/,
];

/** True when a normalized value is a business registration number (注册号). */
export function isRegistrationNumber(normalized: string): boolean {
  if (isFifteenDigits(normalized)) return hasRegistrationCheckDigit(normalized);
  return otherRegistrationNumbers.some((pattern) => pattern.test(normalized));
}

/** True when a normalized value has the length of a registration number; its check digit is another question. */
export function isFifteenDigits(normalized: string): boolean {
  return normalized.length === 15 && isDigits(normalized);
}

/** True when a normalized value is a taxpayer number (纳税人识别号): six digits and an organization code. */
export function isTaxpayerNumber(normalized: string): boolean {
  return normalized.length === 15 && isDigits(normalized, 0, 6) && isOrganizationCodeAt(normalized, 6);
}

/** True when a normalized value is an organization code (组织机构代码). */
export function isOrganizationCode(normalized: string): boolean {
  return normalized.length === 9 && isOrganizationCodeAt(normalized, 0);
}

/** ISO 7064 MOD 11,10 over 15 digits. */
function hasRegistrationCheckDigit(digits: string): boolean {
  let product = 10;
  for (let index = 0; index < 14; index++) {
    const sum = (product + digits.charCodeAt(index) - 48) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (product + digits.charCodeAt(14) - 48) % 10 === 1;
}
