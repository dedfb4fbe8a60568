import { checkCharacter } from '../../code/standard/check-character.ts';
import { replaceAt } from '../../repair/edit-at.ts';
import type { Damage, DamageKind } from './subject.ts';

/** 18 characters of the alphabet, a letter among positions 3–8. */
const letters = 'ABDEGHJLQTUX';

const strike: Damage = ({ code, random }) =>
  replaceAt(code, 2 + random.below(6), letters.charAt(random.below(letters.length)));

/** The typist lost a digit of the region and doubled the last character. */
const shift: Damage = ({ code, random }) => {
  const index = 2 + random.below(6);
  const shifted = code.slice(0, index) + code.slice(index + 1) + code.slice(-1);
  return /[A-Z]/.test(shifted.slice(2, 8)) ? shifted : null;
};

const withRightCheck: Damage = (subject) => {
  const struck = (strike(subject) ?? '').slice(0, 17);
  return struck + checkCharacter(struck);
};

const lookAlike: Damage = ({ code }) => {
  const index = code.slice(2, 8).indexOf('8');
  return index < 0 ? null : replaceAt(code, index + 2, 'B');
};

export const regionFormat: DamageKind = { kind: 'region-format', ways: [strike, shift, withRightCheck, lookAlike] };
