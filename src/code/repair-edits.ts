/**
 * The edits of one wrong character, solved instead of tried. With R the weighted sum of the value modulo 31 (0 when right):
 *
 *   replace at i    v' = v − R / wᵢ                     one value a position
 *   swap i, i+1     R + (wᵢ − wᵢ₊₁)(vᵢ₊₁ − vᵢ) = 0        a yes or a no
 *   insert at i     v' = −R(with the tail moved on) / wᵢ   one value a position, of 17 characters
 *   delete at i     R(with the tail moved back) = 0        a yes or a no, of 19 characters
 *
 * What is left, a few of 18, goes through the gate, which asks GB 11714 and the tables.
 */
import { codeLength, codeValueAt, codeWeights } from './alphabet.ts';
import { isVisual, weighConfusion } from './look-alikes.ts';
import { type Gate, offer } from './repair-candidates.ts';
import { modulo31, replaceAt, solveAt, swapAt } from './repair-solve.ts';
import * as weightOf from './repair-weights.ts';

/**
 * Every code one replaced character away.
 *
 * @param remainder R of the code, not 0
 * @param organizationRight whether its GB 11714 holds; if not, only positions 9–17 can be at fault
 */
export function offerReplacements(gate: Gate, code: string, remainder: number, organizationRight: boolean): void {
  for (let index = organizationRight ? 0 : 8; index < (organizationRight ? codeLength : 17); index++) {
    const character = solveAt(index, remainder, codeValueAt(code, index));
    if (index >= 2 && index < 8 && character > '9') continue;
    const confusion = weighConfusion(code.charAt(index), character);
    const weight = confusion + (index === codeLength - 1 ? weightOf.checkCharacter : 0);
    const reason = isVisual(confusion) ? 'look-alike' : 'substitution';
    offer(gate, replaceAt(code, index, character), 1, reason, weight);
  }
}

/** Every code one swap of neighbours away. */
export function offerSwaps(gate: Gate, code: string, remainder: number): void {
  for (let index = 0; index < codeLength - 1; index++) {
    const step = codeValueAt(code, index + 1) - codeValueAt(code, index);
    const weights = (codeWeights[index] ?? 0) - (codeWeights[index + 1] ?? 0);
    if (modulo31(remainder + weights * step) === 0) offer(gate, swapAt(code, index), 1, 'swap', weightOf.swap);
  }
}

/** Every code one inserted character away from 17 characters of the alphabet. */
export function offerInsertions(gate: Gate, text: string, edits: number): void {
  let sum = 0;
  for (let index = 0; index < 17; index++) sum += codeValueAt(text, index) * (codeWeights[index + 1] ?? 0);
  for (let index = 0; index <= 17; index++) {
    const character = solveAt(index, sum);
    // The same character twice can be inserted before or after itself; once is enough.
    if (index === 0 || character !== text.charAt(index - 1)) {
      const doubled = character === text.charAt(index);
      const weight = (doubled ? weightOf.doubled : weightOf.missing) + (index === 17 ? weightOf.cutOff : 0);
      offer(gate, text.slice(0, index) + character + text.slice(index), edits + 1, 'missing-character', weight);
    }
    sum += codeValueAt(text, index) * ((codeWeights[index] ?? 0) - (codeWeights[index + 1] ?? 0));
  }
}

/**
 * Every code one dropped character away from 19.
 *
 * @param misread places of characters that were read as what they look like; dropping one of those saves its edit
 */
export function offerDeletions(gate: Gate, characters: readonly string[], misread: readonly number[]): void {
  const text = characters.join('');
  let sum = 0;
  for (let index = 1; index <= codeLength; index++) sum += codeValueAt(text, index) * (codeWeights[index - 1] ?? 0);
  for (let index = 0; index <= codeLength; index++) {
    if (modulo31(sum) === 0) {
      const doubled = text.charAt(index) === text.charAt(index - 1) || text.charAt(index) === text.charAt(index + 1);
      const edits = misread.length + (misread.includes(index) ? 0 : 1);
      const weight = doubled ? weightOf.doubled : weightOf.extra;
      offer(gate, text.slice(0, index) + text.slice(index + 1), edits, 'extra-character', weight);
    }
    sum += (codeValueAt(text, index) - codeValueAt(text, index + 1)) * (codeWeights[index] ?? 0);
  }
}
