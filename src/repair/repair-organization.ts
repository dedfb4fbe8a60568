/**
 * Codes that were issued around a wrong organization code: that put right, and with it the check character of the whole. As with the
 * whole, what fits is solved before it is tried. With R the weighted sum of the nine modulo 11 (GB 11714; 0 when right):
 *
 *   replace at i    R + wᵢ (v' − vᵢ) ≡ 0             swap i, i+1    R + (wᵢ − wᵢ₊₁)(vᵢ₊₁ − vᵢ) ≡ 0
 */
import { organizationAlphabet, organizationValueAt, organizationWeights } from '../code/standard/alphabet.ts';
import { findOrganizationCheckCharacter } from '../code/standard/organization-code.ts';
import { isRight, weighAll } from '../code/standard/weighted-sums.ts';
import { replaceAt, swapAt } from './edit-at.ts';
import { addConforming, type Candidates, isBeaten } from './repair-candidates.ts';
import { fillGap } from './repair-solve.ts';
import * as weightOf from './repair-weights.ts';

const start = 8;
/** Of the weights, modulo 11. */
const inverses = organizationWeights.map(
  (weight) => Array.from({ length: 11 }, (_, value) => value).find((value) => (value * weight) % 11 === 1) ?? 0,
);

/**
 * The check character of the organization code put right.
 *
 * @param code 18 characters of the alphabet whose GB 11714 fails
 */
export function addOrganizationCheck(candidates: Candidates, code: string, weight: number): void {
  addAround(candidates, code, replaceAt(code, 16, findOrganizationCheckCharacter(code, start)), weight);
}

/** Two of its nine swapped, or one of the first eight wrong; of those there are about as many as fit anyway. */
export function addOrganizationBodies(candidates: Candidates, code: string): void {
  if (isBeaten(candidates, weightOf.swap)) return;
  const values = Array.from({ length: 9 }, (_, at) => valueAt(code, start + at));
  const remainder = values.reduce((sum, value, at) => sum + value * weightAt(at), 0);
  for (const [at, value] of values.slice(0, 8).entries()) {
    const step = (values[at + 1] ?? 0) - value;
    if ((remainder + (weightAt(at) - weightAt(at + 1)) * step) % 11 === 0) {
      addAround(candidates, code, swapAt(code, start + at), weightOf.swap);
    }
    // Digits for a digit, letters for a letter: anything else would be another kind of organization code.
    const [from, to] = value < 10 ? [0, 10] : [10, organizationAlphabet.length];
    const residue = modulo11(value - remainder * (inverses[at] ?? 0));
    for (let other = from + modulo11(residue - from); other < to; other += 11) {
      if (other === value) continue;
      const changed = replaceAt(code, start + at, organizationAlphabet.charAt(other));
      addAround(candidates, code, changed, weightOf.wrongOrganization);
    }
  }
}

function modulo11(value: number): number {
  return ((value % 11) + 11) % 11;
}

function addAround(candidates: Candidates, code: string, changed: string, weight: number): void {
  const value = fillGap(changed, 17);
  if (!isRight(weighAll(value))) return;
  let edits = 0;
  for (let index = 0; index < value.length; index++) if (value.charAt(index) !== code.charAt(index)) edits++;
  addConforming(candidates, value, edits, 'organization-code', weight);
}

/** The check character X of position 17 counts 10, as a letter it would count 33. */
function valueAt(code: string, index: number): number {
  return index === 16 && code.charAt(index) === 'X' ? 10 : organizationValueAt(code, index);
}

function weightAt(at: number): number {
  return organizationWeights[at] ?? 0;
}
