import { organizationValueAt } from '../../code/standard/alphabet.ts';
import { checkCharacter } from '../../code/standard/check-character.ts';
import { isOrganizationCodeAt } from '../../code/standard/organization-code.ts';
import { replaceAt, swapAt } from '../../repair/edit-at.ts';
import { looksLikeIdentity } from './facts.ts';
import type { Damage, DamageKind } from './subject.ts';

/** The 18th character is right, the 17th is not: the code was issued around a wrong organization code. */
const settle =
  (damage: Damage): Damage =>
  (subject) => {
    const first17 = damage(subject)?.slice(0, 17);
    if (first17 === undefined) return null;
    const code = first17 + checkCharacter(first17);
    return isOrganizationCodeAt(code, 8) || looksLikeIdentity(code) ? null : code;
  };

const checks = '0123456789X';

const wrongCheck: Damage = ({ code, random }) =>
  replaceAt(code, 16, checks.charAt((checks.indexOf(code.charAt(16)) + 1 + random.below(10)) % 11));

/** Forgot "11 −". */
const complement: Damage = ({ code }) =>
  replaceAt(code, 16, checks.charAt((11 - checks.indexOf(code.charAt(16))) % 11));

const wrongBody: Damage = ({ code, random }) => {
  const index = 10 + random.below(6);
  const value = organizationValueAt(code, index);
  return replaceAt(code, index, String(((value > 9 ? 0 : value) + 1 + random.below(9)) % 10));
};

const swap: Damage = ({ code, random }) => swapAt(code, 10 + random.below(5));

export const organizationCheckDigit: DamageKind = {
  kind: 'organization-check-digit',
  ways: [settle(wrongCheck), settle(wrongBody), settle(complement), settle(swap)],
};
