import { isOrganizationCodeAt } from '../../code/standard/organization-code.ts';
import { replaceAt, swapAt } from '../../repair/edit-at.ts';
import { registrationCheck } from './facts.ts';
import type { Damage, DamageKind, Subject } from './subject.ts';

/** 15 digits that are neither a registration number nor a taxpayer number. */
const settle =
  (damage: (number: string, subject: Subject) => string): Damage =>
  (subject) => {
    const first14 = subject.region + subject.serial;
    const wrong = damage(first14 + registrationCheck(first14), subject);
    const isRight = registrationCheck(wrong.slice(0, 14)) === wrong.charAt(14) || isOrganizationCodeAt(wrong, 6);
    return isRight ? null : wrong;
  };

const substitute = (index: number) =>
  settle((number, { random }) =>
    replaceAt(number, index, String((Number(number.charAt(index)) + 1 + random.below(9)) % 10)),
  );

export const registrationCheckDigit: DamageKind = {
  kind: 'registration-check-digit',
  ways: [substitute(14), substitute(10), settle((number, { random }) => swapAt(number, 7 + random.below(7)))],
};
