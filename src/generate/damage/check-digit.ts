import { alphabet, codeValueAt } from '../../code/standard/alphabet.ts';
import { codeRemainder } from '../../code/standard/check-character.ts';
import { replaceAt, swapAt } from '../../repair/edit-at.ts';
import { isPilotEra, looksLikeIdentity } from './facts.ts';
import type { Damage, DamageKind } from './subject.ts';

/** 18 characters with digits in the region; the check character does not hold. */
const settle =
  (damage: Damage): Damage =>
  (subject) => {
    const wrong = damage(subject);
    if (wrong === null || codeRemainder(wrong) === 0 || looksLikeIdentity(wrong) || isPilotEra(wrong)) return null;
    return wrong;
  };

/** The issuing system forgot "31 −" and wrote the remainder itself. */
const complement: Damage = ({ code }) => replaceAt(code, 17, alphabet.charAt((31 - codeValueAt(code, 17)) % 31));

const substitute: Damage = ({ code, random }) => {
  const index = random.below(18);
  const characters = index >= 2 && index < 8 ? 10 : 31;
  const step = 1 + random.below(characters - 1);
  return replaceAt(code, index, alphabet.charAt((codeValueAt(code, index) + step) % characters));
};

const wrongCheck: Damage = ({ code, random }) =>
  replaceAt(code, 17, alphabet.charAt((codeValueAt(code, 17) + 1 + random.below(30)) % 31));

/** Two neighbours in the organization code change places. */
const swap: Damage = ({ code, random }) => {
  const first = random.below(8);
  for (let step = 0; step < 8; step++) {
    const index = 8 + ((first + step) % 8);
    if (code.charAt(index) !== code.charAt(index + 1)) return swapAt(code, index);
  }
  return null;
};

const alike: Readonly<Record<string, string>> = { 8: 'B', B: '8', 0: 'D', D: '0', 6: 'G', G: '6', 1: 'L', L: '1' };

/** Letters and digits of the alphabet that are read for one another. */
const lookAlike: Damage = ({ code }) => {
  for (let index = 17; index >= 8; index--) {
    const other = alike[code.charAt(index)];
    if (other !== undefined) return replaceAt(code, index, other);
  }
  return null;
};

/** A spreadsheet keeps 15 digits of a number. */
const round: Damage = ({ code }) => (/^\d{15}/.test(code) ? `${code.slice(0, 15)}000` : null);

const twoWrong: Damage = (subject) => {
  const once = substitute(subject);
  return once === null ? null : substitute({ ...subject, code: once });
};

export const checkDigit: DamageKind = {
  kind: 'check-digit',
  ways: [
    settle(complement),
    settle(substitute),
    settle(swap),
    settle(lookAlike),
    settle(round),
    settle(wrongCheck),
    settle(twoWrong),
  ],
};
