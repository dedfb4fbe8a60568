import { replaceAt } from '../../repair/edit-at.ts';
import type { Damage, DamageKind } from './subject.ts';

/** 18 characters, one of them outside the alphabet: letters that look like digits, masks, stray characters. */
const lookAlike =
  (right: string, wrong: string): Damage =>
  ({ code, random }) => {
    const positions = indexesOf(code, right);
    const index = positions[random.below(positions.length)];
    return index === undefined ? null : replaceAt(code, index, wrong);
  };

const insert =
  (wrong: string): Damage =>
  ({ code, random }) =>
    replaceAt(code, 2 + random.below(15), wrong);

export const charset: DamageKind = {
  kind: 'charset',
  ways: [
    lookAlike('0', 'O'),
    lookAlike('1', 'I'),
    lookAlike('2', 'Z'),
    lookAlike('5', 'S'),
    lookAlike('0', 'o'),
    lookAlike('1', 'i'),
    lookAlike('U', 'V'),
    insert('?'),
    insert('号'),
    insert('+'),
    ({ code }) => `${code.slice(0, 8)}****${code.slice(12)}`,
  ],
};

function indexesOf(text: string, character: string): number[] {
  return [...text].flatMap((other, index) => (other === character ? [index] : []));
}
