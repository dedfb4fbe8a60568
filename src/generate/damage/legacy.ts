import { isOrganizationCodeAt } from '../../code/standard/organization-code.ts';
import { registrationCheck } from './facts.ts';
import type { Damage, DamageKind, Subject } from './subject.ts';

/**
 * Identifiers from before 2015. No two of different rows are the same: each carries the row's serial number or its
 * organization code. 15 digits could be a registration number of one row and the taxpayer number of another; a registration
 * number whose last nine digits are an organization code is therefore not given out.
 */
const registration15: Damage = ({ region, serial }) => {
  const first14 = region + serial;
  const number = first14 + registrationCheck(first14);
  return isOrganizationCodeAt(number, 6) ? null : number;
};

const registration13: Damage = ({ region, serial, random }) => region.slice(0, 4) + (1 + random.below(3)) + serial;

const cooperative: Damage = ({ region, serial }) => {
  const letter = Number(serial.slice(0, 2));
  return letter < 26 ? `${region}N${String.fromCharCode(65 + letter)}${serial.slice(2)}X` : null;
};

const provinces = [...'京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新'];
const sorts = [...'独合作外'];

/** 企独京字第012345号, with and without 第 and 号. */
const enterprise =
  (before: string, after: string): Damage =>
  ({ serial }) => {
    const number = Number(serial.slice(0, 2));
    return `企${sorts[number % 4]}${provinces[number >> 2]}字${before}${serial.slice(2)}${after}`;
  };

const lettered =
  (open: string, close: string): Damage =>
  ({ region, serial, random }) =>
    open + 'ABCDGWX'.charAt(random.below(7)) + close + region + serial;

const taxpayer: Damage = ({ region, organizationCode }) => region + organizationCode;

const plain: Damage = ({ organizationCode }) => organizationCode;
const hyphenated: Damage = ({ organizationCode }) => `${organizationCode.slice(0, 8)}-${organizationCode.slice(8)}`;

export const registrationNumber: DamageKind = {
  kind: 'registration-number',
  ways: [
    registration15,
    registration13,
    cooperative,
    enterprise('第', '号'),
    lettered('', ''),
    enterprise('', ''),
    lettered('(', ')'),
  ],
};

export const taxpayerNumber: DamageKind = {
  kind: 'taxpayer-number',
  ways: [plainTaxpayer, (subject) => plainTaxpayer(subject)?.toLowerCase() ?? null],
};

export const organizationCode: DamageKind = { kind: 'organization-code', ways: [plain, hyphenated] };

/** 15 digits whose last is right for a registration number count as one; then the region of the prefecture or province. */
function plainTaxpayer({ region, organizationCode }: Subject): string | null {
  const regions = [region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`];
  return regions.map((each) => each + organizationCode).find((number) => !isRegistration(number)) ?? null;
}

function isRegistration(number: string): boolean {
  return /^\d{15}$/.test(number) && registrationCheck(number.slice(0, 14)) === number.charAt(14);
}

/** How a register that has not converted yet is made up. */
const legacyWays: readonly Damage[] = [
  registration15,
  plain,
  registration13,
  taxpayer,
  registration15,
  hyphenated,
  enterprise('第', '号'),
  cooperative,
  lettered('', ''),
  registration15,
];

/** A legacy identifier for the subject. */
export function makeLegacy(subject: Subject): string {
  const first = subject.random.below(legacyWays.length);
  return legacyWays[first]?.(subject) ?? plain(subject) ?? '';
}
