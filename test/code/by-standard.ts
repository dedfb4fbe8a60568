import type { IssueCode, Partition } from '../../src/code/verdict.ts';

/**
 * The counting rules once more, written as they are stated and with none of the toolkit's code: BigInt sums, one regular expression a
 * rule. Slow, and only for comparing.
 */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const base36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const nothing = (
  '无|暂无|没有|空|未知|不详|无代码|未提供|办理中|一|暂无代码|待补充|空白|NULL|NIL|NONE|N/A|NA|NAN|' +
  '#N/A|#REF!|#VALUE!|#NAME?|#DIV/0!|#NUM!|#NULL!|\\N|UNDEFINED'
).split('|');

export function sumOfCode(code: string): bigint {
  return [...code].reduce((sum, character, index) => {
    const weight = index === 17 ? 1n : 3n ** BigInt(index) % 31n;
    return sum + BigInt(alphabet.indexOf(character)) * weight;
  }, 0n);
}

export function checkCharacterByStandard(first17: string): string {
  return alphabet.charAt(Number((31n - (sumOfCode(first17) % 31n)) % 31n));
}

export function organizationCheckByStandard(first8: string): string {
  const weights = [3n, 7n, 9n, 10n, 5n, 8n, 4n, 2n];
  const sum = weights.reduce(
    (total, weight, index) => total + weight * BigInt(base36.indexOf(first8.charAt(index))),
    0n,
  );
  const check = 11n - (sum % 11n);
  return check === 10n ? 'X' : check === 11n ? '0' : String(check);
}

export function isOrganizationCodeByStandard(nine: string): boolean {
  return /^[0-9A-Z]{8}[0-9X]$/.test(nine) && organizationCheckByStandard(nine.slice(0, 8)) === nine.charAt(8);
}

export function isIdentityNumberByStandard(text: string): boolean {
  const [, year, month, day] = /^[0-9]{6}([0-9]{4})([0-9]{2})([0-9]{2})[0-9]{3}[0-9X]$/.exec(text) ?? [];
  if (year === undefined || !/^(18|19|20)/.test(year)) return false;
  const written = `${year}-${month}-${day}`;
  const date = new Date(`${written}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== written) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text.charAt(index)), 0);
  return '10X98765432'.charAt(sum % 11) === text.charAt(17);
}

const provinces =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' ');
/** Positions 1 and 2 of the pairs whose both characters are digits: GB 32100-2015, its amendment, and what registries use. */
const pairs =
  '11 12 13 19 51 52 53 59 91 92 93 21 29 31 32 33 34 35 39 41 49 61 62 69 71 72 79 81 89 36 54 55 82 99'.split(' ');

/** Row 4's second half: it reads as an ID number with a slip in it. */
export function isMistypedIdentityByStandard(text: string): boolean {
  const [, year, month, day] = /^[0-9]{6}([0-9]{4})([0-9]{2})([0-9]{2})[0-9]{3}[0-9X]$/.exec(text) ?? [];
  if (year === undefined || !provinces.includes(text.slice(0, 2)) || year < '1900') return false;
  const written = `${year}-${month}-${day}`;
  const date = new Date(`${written}T00:00:00+08:00`);
  const isDate =
    !Number.isNaN(Date.parse(`${written}T00:00:00Z`)) &&
    new Date(`${written}T00:00:00Z`).toISOString().startsWith(written);
  if (!isDate || date.getTime() > Date.now()) return false;
  return !pairs.includes(text.slice(0, 2)) || !provinces.includes(text.slice(2, 4));
}

export function isPilotEraByStandard(code: string): boolean {
  if (!/^..35....M0/.test(code) || !isOrganizationCodeByStandard(code.slice(8, 17))) return false;
  const sum = [...code].reduce((total, character, index) => {
    return total + BigInt(base36.indexOf(character)) * (index === 17 ? 1n : 2n ** BigInt(index));
  }, 0n);
  return sum % 37n === 0n;
}

export function registrationCheckByStandard(first14: string): string {
  const product = [...first14].reduce((before, digit) => (((before + Number(digit)) % 10 || 10) * 2) % 11, 10);
  return String((11 - product) % 10);
}

export function decideByStandard(s: string, t: string): { partition: Partition; issue: IssueCode | null } {
  const shaped = [...t].length === 18 && [...t].every((character) => alphabet.includes(character));
  const codeRight = shaped && sumOfCode(t) % 31n === 0n;
  const organizationRight = shaped && isOrganizationCodeByStandard(t.slice(8, 17));
  const found = (partition: Partition, issue: IssueCode | null) => ({ partition, issue });
  if (s === '' || nothing.includes(s) || /^[\p{Pd}−ー─/\\.*?×_]+$/u.test(s) || /^[0.]+X?$/.test(s))
    return found('missing', 'missing');
  if (/^[0-9]+([.,][0-9]+)?E\+?[0-9]+$/.test(s) && !shaped) return found('erroneous', 'spreadsheet-notation');
  if ([...t].length === 18 && !shaped) return found('erroneous', 'charset');
  if (shaped) {
    const isIdentity = isIdentityNumberByStandard(t) || isMistypedIdentityByStandard(t);
    if (!(codeRight && organizationRight) && isIdentity) return found('erroneous', 'identity-number');
    if (!/^..[0-9]{6}/.test(t)) return found('erroneous', 'region-format');
    if (!codeRight && isPilotEraByStandard(t)) return found('conforming', 'pilot-era');
    if (!codeRight) return found('erroneous', 'check-digit');
    if (!organizationRight) return found('erroneous', 'organization-check-digit');
    return found('conforming', null);
  }
  const registration =
    (/^[0-9]{15}$/.test(t) && registrationCheckByStandard(t.slice(0, 14)) === t.charAt(14)) ||
    /^[0-9]{13}$/.test(t) ||
    /^[0-9]{6}N[A-Z][0-9]{6}X$/.test(t) ||
    /^企[独合作外]\p{sc=Han}{1,6}字第?[0-9]{3,6}号?$/u.test(t) ||
    /^([A-Z]|\([A-Z]\)|\[[A-Z]\]|〔[A-Z]〕|【[A-Z]】)[0-9]{12,15}$/.test(t);
  if (registration) return found('unconverted', 'registration-number');
  if (/^[0-9]{6}.{9}$/.test(t) && isOrganizationCodeByStandard(t.slice(6)))
    return found('unconverted', 'taxpayer-number');
  if (isOrganizationCodeByStandard(t)) return found('unconverted', 'organization-code');
  if (/^[0-9]{15}$/.test(t)) return found('erroneous', 'registration-check-digit');
  return found('erroneous', 'length');
}
