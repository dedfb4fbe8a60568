import { charset } from './charset.ts';
import { checkDigit } from './check-digit.ts';
import { identityNumber } from './identity.ts';
import { organizationCode, registrationNumber, taxpayerNumber } from './legacy.ts';
import { length } from './length.ts';
import { missing } from './missing.ts';
import { organizationCheckDigit } from './organization-check.ts';
import { pilotEra } from './pilot-era.ts';
import { regionFormat } from './region.ts';
import { registrationCheckDigit } from './registration-check.ts';
import { spreadsheetNotation } from './spreadsheet.ts';
import type { DamageKind, Subject } from './subject.ts';

/** One for each row of the decision table but the one of codes without fault; they take turns. */
export const damageKinds: readonly [DamageKind, ...DamageKind[]] = [
  checkDigit,
  organizationCheckDigit,
  missing,
  registrationNumber,
  length,
  charset,
  spreadsheetNotation,
  identityNumber,
  regionFormat,
  pilotEra,
  taxpayerNumber,
  organizationCode,
  registrationCheckDigit,
];

/**
 * Damages one code. Kinds take turns with the ordinal, and with every round the ways of each kind; where a code does not
 * lend itself to a way, the next is tried.
 */
export function damage(subject: Subject): { kind: string; value: string } {
  const { ordinal } = subject;
  const { kind, ways } = damageKinds[ordinal % damageKinds.length] ?? damageKinds[0];
  const first = Math.floor(ordinal / damageKinds.length);
  for (let attempt = 0; attempt < ways.length * 8; attempt++) {
    const value = ways[(first + attempt) % ways.length]?.(subject) ?? null;
    if (value !== null) return { kind, value };
  }
  return damage({ ...subject, ordinal: ordinal + 1 });
}
