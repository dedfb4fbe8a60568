import { guessMisread } from './misread.ts';
import * as weightOf from './repair-weights.ts';

/** Characters of the alphabet that are hardly told apart in print, on a bad scan, or in handwriting. */
const close = '0D 0Q 08 17 1L 1T 38 49 56 68 6G 8B 9G 3B CG DQ EF HN KX KR MN PR UW UY XY'.split(' ');
const distant = '0C 06 1J 27 35 4A 5E 89 9Q JL JT JU LT NW PF TY 7T 7Y'.split(' ');
/** Rows of the keyboard, and the columns of its number pad. */
const keyRows = '1234567890 QWERTYUP ASDFGHJKL XCBNM 147 258 369'.split(' ');
const neighbours = keyRows.map((row) => Array.from(row.slice(1), (key, index) => row.charAt(index) + key));

/** By both characters, seven bits each; of two reasons for one confusion the better one is written last. */
const weights = new Float64Array(1 << 14).fill(weightOf.plain);
for (const pairs of neighbours) learn(pairs, weightOf.neighbour);
learn(distant, weightOf.vague);
learn(close, weightOf.visual);

/** How often a character of the alphabet is written for another, against a plain wrong character. */
export function weighConfusion(left: string, right: string): number {
  const first = left.charCodeAt(0);
  const second = right.charCodeAt(0);
  return first < 128 && second < 128 ? (weights[(first << 7) | second] as number) : weightOf.plain;
}

/** True for a weight of characters that look alike. */
export function isVisual(weight: number): boolean {
  return weight >= weightOf.vague;
}

/** The digits that a letter looks like, likeliest first. */
export function digitsLike(letter: string): string {
  const alike = [...'0123456789'].filter((digit) => isVisual(weighConfusion(letter, digit)));
  alike.sort((left, right) => weighConfusion(letter, right) - weighConfusion(letter, left));
  return guessMisread(letter).replace(/[^0-9]/g, '') + alike.join('');
}

function learn(pairs: readonly string[], weight: number): void {
  for (const pair of pairs) {
    const [first, second] = [pair.charCodeAt(0), pair.charCodeAt(1)];
    weights[(first << 7) | second] = weight;
    weights[(second << 7) | first] = weight;
  }
}
