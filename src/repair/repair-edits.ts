/**
 * The edits of one wrong character, solved instead of tried. A code without one of its characters has a sum (`weighted-sums.ts`), and that
 * says which character makes GB 32100 right:
 *
 *   replace at i    v' = −Σothers / wᵢ    one value a position
 *   insert at i     the same, of 17 characters and a gap
 *   swap i, i+1     a yes or a no
 *   delete at i     a yes or a no, of 19 characters
 *
 * The same sum says whether GB 11714 holds as well and every character may stand where it does; a wrong character replaced or a swap
 * is written down only then. `addCandidate` asks the tables for the rest.
 */
import { codeLength } from '../code/standard/alphabet.ts';
import { isRight, weigh } from '../code/standard/weighted-sums.ts';
import { replaceAt, swapAt } from './edit-at.ts';
import { isVisual, weighConfusion } from './look-alikes.ts';
import { addCandidate, type Candidates } from './repair-candidates.ts';
import { fillGap, solveAt } from './repair-solve.ts';
import * as weightOf from './repair-weights.ts';

/** Every code one replaced character away; `sum` is that of the code. */
export function addReplacements(candidates: Candidates, code: string, sum: number): void {
  for (let index = 0; index < codeLength; index++) {
    const others = sum - weigh(index, code.charCodeAt(index));
    const character = solveAt(index, others);
    if (!isRight(others + weigh(index, character.charCodeAt(0)))) continue;
    const confusion = weighConfusion(code.charAt(index), character);
    const weight = confusion + (index === 17 ? weightOf.checkCharacter : 0);
    const reason = isVisual(confusion) ? 'look-alike' : 'substitution';
    addCandidate(candidates, replaceAt(code, index, character), 1, reason, weight);
  }
}

/** Every code one swap of neighbours away. */
export function addSwaps(candidates: Candidates, code: string, sum: number): void {
  for (let index = 0; index < codeLength - 1; index++) {
    const left = code.charCodeAt(index);
    const right = code.charCodeAt(index + 1);
    const others = sum - weigh(index, left) - weigh(index + 1, right);
    if (isRight(others + weigh(index, right) + weigh(index + 1, left))) {
      addCandidate(candidates, swapAt(code, index), 1, 'swap', weightOf.swap);
    }
  }
}

/** Every code one inserted character away from 17 characters of the alphabet. */
export function addInsertions(candidates: Candidates, text: string, edits: number): void {
  for (let index = 0; index < codeLength; index++) {
    const value = fillGap(`${text.slice(0, index)}?${text.slice(index)}`, index);
    const character = value.charAt(index);
    // The same character twice can be inserted before or after itself; once is enough.
    if (character === text.charAt(index - 1)) continue;
    const doubled = character === text.charAt(index);
    const weight = (doubled ? weightOf.doubled : weightOf.missing) + (index === 17 ? weightOf.cutOff : 0);
    addCandidate(candidates, value, edits + 1, 'missing-character', weight);
  }
}

/**
 * Every code one dropped character away from 19.
 *
 * @param misread places of characters that were read as what they look like; dropping one of those saves its edit
 */
export function addDeletions(candidates: Candidates, characters: readonly string[], misread: readonly number[]): void {
  const text = characters.join('');
  for (let index = 0; index <= codeLength; index++) {
    const doubled = text.charAt(index) === text.charAt(index - 1) || text.charAt(index) === text.charAt(index + 1);
    const edits = misread.length + (misread.includes(index) ? 0 : 1);
    const weight = doubled ? weightOf.doubled : weightOf.extra;
    addCandidate(candidates, text.slice(0, index) + text.slice(index + 1), edits, 'extra-character', weight);
  }
}
