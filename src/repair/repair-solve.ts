import { alphabet, codeWeights } from '../code/standard/alphabet.ts';
import { codeSumMask, weigh, weighAll } from '../code/standard/weighted-sums.ts';
import { replaceAt } from './edit-at.ts';

/** Of the weights, modulo 31. */
const inverses = codeWeights.map(
  (weight) => Array.from(alphabet, (_, value) => value).find((value) => (value * weight) % 31 === 1) ?? 0,
);

/** The character at `index` that makes the GB 32100 sum right, given the sum of the others. */
export function solveAt(index: number, others: number): string {
  return alphabet.charAt(solveValueAt(index, others));
}

/** Its value. */
export function solveValueAt(index: number, others: number): number {
  return ((31 - ((others & codeSumMask) % 31)) * (inverses[index] ?? 0)) % 31;
}

/** The text with the character at `gap` that the others demand. */
export function fillGap(text: string, gap: number): string {
  return replaceAt(text, gap, solveAt(gap, weighAll(text) - weigh(gap, text.charCodeAt(gap))));
}
