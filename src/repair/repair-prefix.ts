import { alphabet } from '../code/standard/alphabet.ts';
import { isOrganizationCodeAt } from '../code/standard/organization-code.ts';
import { isKnownPair } from '../code/standard/pairs.ts';
import { isRight, weigh, weighAll } from '../code/standard/weighted-sums.ts';
import { replaceAt } from './edit-at.ts';
import { addCandidate, type Candidates, isBeaten } from './repair-candidates.ts';
import { solveAt } from './repair-solve.ts';
import * as weightOf from './repair-weights.ts';

const prefixLength = 8;
const regionAt = 2;

/**
 * An organization code that holds behind an authority, category and region that cannot be: every code with two other characters among
 * the first eight. One is tried, the other solved. Only where nothing else explains the value, for there are dozens.
 *
 * @param code 18 characters of the alphabet
 */
export function addPrefixes(candidates: Candidates, code: string): void {
  if (
    isBeaten(candidates, weightOf.twoInPrefix) ||
    candidates.found.some(({ weight }) => weight >= weightOf.hardly) ||
    !isOrganizationCodeAt(code, 8)
  )
    return;
  const sum = weighAll(code);
  for (let first = 0; first < prefixLength; first++) {
    // An unknown pair is not mended by what follows it.
    if (first >= regionAt && !isKnownPair(code)) return;
    const others = sum - weigh(first, code.charCodeAt(first));
    for (const character of first < regionAt ? alphabet : alphabet.slice(0, 10)) {
      if (character !== code.charAt(first)) {
        addSecond(candidates, code, first, character, others + weigh(first, character.charCodeAt(0)));
      }
    }
  }
}

/** The codes that have another character at a second place too, given the one at the first. */
function addSecond(candidates: Candidates, code: string, first: number, character: string, sum: number): void {
  for (let second = first + 1; second < prefixLength; second++) {
    const others = sum - weigh(second, code.charCodeAt(second));
    const solved = solveAt(second, others);
    if (solved === code.charAt(second) || !isRight(others + weigh(second, solved.charCodeAt(0)))) continue;
    const value = replaceAt(replaceAt(code, first, character), second, solved);
    if (isKnownPair(value)) addCandidate(candidates, value, 2, 'substitution', weightOf.twoInPrefix);
  }
}
