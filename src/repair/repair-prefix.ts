import { alphabet } from '../code/standard/alphabet.ts';
import { isOrganizationCodeAt } from '../code/standard/organization-code.ts';
import { isKnownPair } from '../code/standard/pairs.ts';
import { isMisplaced, isRight, weigh, weighAll } from '../code/standard/weighted-sums.ts';
import { replaceAt } from './edit-at.ts';
import { addConforming, type Candidates, isBeaten } from './repair-candidates.ts';
import { solveValueAt } from './repair-solve.ts';
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
  const isKnown = isKnownPair(code);
  for (let first = 0; first < prefixLength; first++) {
    // An unknown pair is not mended by what follows it.
    if (first >= regionAt && !isKnown) return;
    const others = sum - weigh(first, code.charCodeAt(first));
    const choices = first < regionAt ? alphabet.length : 10;
    for (let value = 0; value < choices; value++) {
      const character = alphabet.charAt(value);
      if (character === code.charAt(first)) continue;
      const isMended =
        first >= regionAt || isKnownPair(first === 0 ? character + code.charAt(1) : code.charAt(0) + character);
      if (first === 1 && !isMended) continue;
      addSecond(candidates, code, first, character, others + weigh(first, character.charCodeAt(0)), isMended);
    }
  }
}

/**
 * The codes that have another character at a second place too, given the one at the first.
 *
 * @param isMended whether the pair is known with the first alone; where it is not, the second is in it
 */
function addSecond(
  candidates: Candidates,
  code: string,
  first: number,
  character: string,
  sum: number,
  isMended: boolean,
): void {
  const end = isMended ? prefixLength : regionAt;
  for (let second = first + 1; second < end; second++) {
    const others = sum - weigh(second, code.charCodeAt(second));
    if (isMisplaced(others)) continue;
    const value = solveValueAt(second, others);
    if (second >= regionAt && value > 9) continue;
    const solved = alphabet.charAt(value);
    if (solved === code.charAt(second) || !isRight(others + weigh(second, solved.charCodeAt(0)))) continue;
    if (second < regionAt && !isKnownPair(character + solved)) continue;
    const mended = replaceAt(replaceAt(code, first, character), second, solved);
    addConforming(candidates, mended, 2, 'substitution', weightOf.twoInPrefix);
  }
}
