import { alphabet, codeValueAt, codeWeights, isDigits } from './alphabet.ts';
import { codeRemainder } from './check-character.ts';
import { isOrganizationCodeAt } from './organization-code.ts';
import { isKnownPair } from './pairs.ts';
import { type Gate, offer } from './repair-candidates.ts';
import { replaceAt, solveAt } from './repair-solve.ts';
import * as weightOf from './repair-weights.ts';

const headLength = 8;
const regionAt = 2;
/** What is less likely than this hardly explains anything. */
const leastWeight = 0.05;

/**
 * An organization code that holds behind an authority, category and region that cannot be: every code with two other characters among
 * the first eight. One is tried, the other solved. Only where nothing else explains the value, for there are dozens.
 *
 * @param code 18 characters of the alphabet
 */
export function offerHeads(gate: Gate, code: string): void {
  if (gate.found.some(({ weight }) => weight >= leastWeight) || !isOrganizationCodeAt(code, 8)) return;
  const remainder = codeRemainder(code);
  const letters = listLetters(code);
  for (let first = 0; first < headLength; first++) {
    // What stands before is kept: a letter in the region, or an unknown pair, is not mended by what follows.
    if (letters.some((at) => at < first) || (first >= regionAt && !isKnownPair(code))) return;
    const own = codeValueAt(code, first);
    for (let value = 0; value < (first < regionAt ? alphabet.length : 10); value++) {
      const rest = remainder + (codeWeights[first] ?? 0) * (value - own);
      if (value !== own && rest % 31 !== 0) offerSecond(gate, code, first, value, rest, letters);
    }
  }
}

/** The codes that have another character at a second place too, given the one at the first. */
function offerSecond(
  gate: Gate,
  code: string,
  first: number,
  value: number,
  remainder: number,
  letters: readonly number[],
): void {
  const changed = replaceAt(code, first, alphabet.charAt(value));
  for (let second = first + 1; second < headLength; second++) {
    if (letters.some((at) => at !== first && at !== second)) continue;
    const solved = solveAt(second, remainder, codeValueAt(code, second));
    if (second >= regionAt && (solved > '9' || !isKnownPair(changed))) continue;
    offer(gate, replaceAt(changed, second, solved), 2, 'substitution', weightOf.twoInHead);
  }
}

/** Places of the region that hold no digit. */
function listLetters(code: string): number[] {
  if (isDigits(code, regionAt, headLength)) return [];
  return [2, 3, 4, 5, 6, 7].filter((at) => !isDigits(code, at, at + 1));
}
