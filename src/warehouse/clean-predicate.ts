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
 * It reads the columns of {@link writePositions}. A check character is picked from a text by the remainder of a weighted sum. Places count from 1, so a
 * sum of places is a sum of values plus the sum of the weights; what is added below takes that off again. GB 32100-2015, annex A; GB 11714-1997, section 4.2.
 */
export function writeCleanPredicate(dialect: Dialect): string {
  const at = (position: number, length = 1): string => `substr(c, ${position}, ${length})`;
  const list = (texts: readonly string[]): string => texts.map(dialect.bytes).join(', ');
  const pick = (letters: string, sum: string, divisor: number): string =>
    `substr(${dialect.bytes(letters)}, 1 + ${dialect.remainder(sum, divisor)}, 1)`;

  // Places 1 to 10 of the alphabet are digits; 0, where a character is none of it, becomes 30.
  const digits = [3, 4, 5, 6, 7, 8].map((position) => `${dialect.remainder(`p${position} + 30`, 31)} < 10`);
  const letters = [9, 10, 11, 12, 13, 14, 15, 16].map((position) => `p${position} > 0`);
  const conditions = [
    'length(c) = 18',
    `${at(1, 2)} IN (${list(pairs.map(({ authority, category }) => authority + category))})`,
    `${at(3, 2)} IN (${list(provinces)})`,
    `(${at(3, 2)} <> ${dialect.bytes('10')} OR ${at(5, 4)} = ${dialect.bytes('0000')})`,
    ...digits,
    ...letters,
    `${at(17)} = ${pick('0X987654321', weigh('o', organizationWeights.slice(0, 8), 9, 11), 11)}`,
    `${at(18)} = ${pick(`0${[...alphabet].slice(1).toReversed().join('')}`, weigh('p', codeWeights.slice(0, 17), 1, 31), 31)}`,
  ];
  return `CASE WHEN ${conditions.join('\n    AND ')} THEN 1 ELSE 0 END`;
}

/**
 * Columns for an inner table: where each character of `c` stands in the alphabet of codes (`p1` to `p17`) and in that of organization codes (`o9` to
 * `o16`), from 1, or 0. Within the condition some engines would look for one character as often as it is named: DuckDB takes 1.6 times as long.
 */
export function writePositions(dialect: Dialect): string {
  const find = (letters: string, name: string, first: number, count: number): string[] =>
    Array.from({ length: count }, (_, index) => {
      const position = first + index;
      const letter = `substr(c, ${position}, 1)`;
      return `${dialect.position(dialect.bytes(letters), letter)} AS ${name}${position}`;
    });
  return [...find(alphabet, 'p', 1, 17), ...find(organizationAlphabet, 'o', 9, 8)].join(',\n    ');
}

/** Σ weight · value of the characters from `first` on, modulo `divisor`, by their places. */
function weigh(name: string, weights: readonly number[], first: number, divisor: number): string {
  const excess = weights.reduce((sum, weight) => sum + weight, 0) % divisor;
  const terms = weights.map((weight, index) => `${weight} * ${name}${first + index}`);
  return `${terms.join(' + ')} + ${(divisor - excess) % divisor}`;
}
