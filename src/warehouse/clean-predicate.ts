import { alphabet, codeWeights, organizationAlphabet, organizationWeights } from '../code/standard/alphabet.ts';
import { pairs } from '../code/standard/authority-category.ts';
import { provinces } from '../engine/scan/kernel/tables.ts';
import type { Dialect } from './dialect.ts';

/**
 * The kernel's split as a condition on the text `c`: 1 for a clean code, 0 for what has to be looked at more closely, NULL
 * included. It uses nothing that an engine of the last twenty years does not have: no regular expressions, arrays or functions of its own.
 *
 *   length 18 · a listed pair · a province, or 100000 · digits in the region · the alphabet · both check characters
 *
 * A check character is picked from a text by the remainder of a weighted sum. `instr` counts from 1, so a sum of positions is a sum of values plus the
 * sum of the weights; what is added below takes that off again. GB 32100-2015, annex A; GB 11714-1997, section 4.2.
 */
export function writeCleanPredicate(dialect: Dialect): string {
  const at = (position: number, length = 1): string => `substr(c, ${position}, ${length})`;
  const find = (letters: string, position: number): string =>
    dialect.position(dialect.bytewise(dialect.literal(letters)), at(position));
  const list = (texts: readonly string[]): string =>
    texts.map((text) => dialect.bytewise(dialect.literal(text))).join(', ');
  const pick = (letters: string, sum: string, divisor: number): string =>
    `substr(${dialect.bytewise(dialect.literal(letters))}, 1 + ${dialect.remainder(sum, divisor)}, 1)`;

  const digits = [3, 4, 5, 6, 7, 8].map((position) => `${find('0123456789', position)} > 0`);
  const letters = [9, 10, 11, 12, 13, 14, 15, 16].map((position) => `${find(alphabet, position)} > 0`);
  const national = dialect.bytewise(dialect.literal('10'));
  const conditions = [
    'length(c) = 18',
    `${at(1, 2)} IN (${list(pairs.map(({ authority, category }) => authority + category))})`,
    `${at(3, 2)} IN (${list(provinces)})`,
    `(${at(3, 2)} <> ${national} OR ${at(5, 4)} = ${dialect.bytewise(dialect.literal('0000'))})`,
    ...digits,
    ...letters,
    `${at(17)} = ${pick('0X987654321', weigh(find, organizationAlphabet, organizationWeights.slice(0, 8), 9, 11), 11)}`,
    `${at(18)} = ${pick(`0${[...alphabet].slice(1).toReversed().join('')}`, weigh(find, alphabet, codeWeights.slice(0, 17), 1, 31), 31)}`,
  ];
  return `CASE WHEN ${conditions.join('\n    AND ')} THEN 1 ELSE 0 END`;
}

/** Σ weight · value of the characters from `first` on, modulo `divisor`, by their places in `letters`. */
function weigh(
  find: (letters: string, position: number) => string,
  letters: string,
  weights: readonly number[],
  first: number,
  divisor: number,
): string {
  const excess = weights.reduce((sum, weight) => sum + weight, 0) % divisor;
  const terms = weights.map((weight, index) => `${weight} * ${find(letters, first + index)}`);
  return `${terms.join(' + ')} + ${(divisor - excess) % divisor}`;
}
