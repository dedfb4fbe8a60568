import { organizationAlphabet } from './alphabet.ts';
import { findOrganizationCheckCharacter, isOrganizationCodeAt } from './organization-code.ts';
import { type Gate, offer } from './repair-candidates.ts';
import { replaceAt, swapAt, withCheckCharacter } from './repair-solve.ts';
import { weightOf } from './repair-weights.ts';

/**
 * A code that was issued around a wrong organization code: that put right, and with it the check character of the whole. Wrong may be
 * its check character, an order of two, or one of its eight; of those there are about as many as would fit GB 11714 anyway.
 *
 * @param code 18 characters of the alphabet whose GB 11714 fails
 * @param weight of a wrong check character
 * @param others weight of everything else, against `weight`
 */
export function offerOrganizationCodes(gate: Gate, code: string, weight: number, others: number): void {
  offerAround(gate, code, replaceAt(code, 16, findOrganizationCheckCharacter(code, 8)), weight);
  if (others === 0) return;
  for (let index = 8; index < 16; index++) {
    offerAround(gate, code, swapAt(code, index), weightOf.swap * others);
    for (const character of charactersLike(code.charAt(index))) {
      offerAround(gate, code, replaceAt(code, index, character), weightOf.wrongOrganization * others);
    }
  }
}

/** Digits for a digit, letters for a letter: what else stands there would be another kind of organization code. */
function charactersLike(character: string): string {
  return character <= '9' ? organizationAlphabet.slice(0, 10) : organizationAlphabet.slice(10);
}

function offerAround(gate: Gate, code: string, changed: string, weight: number): void {
  if (!isOrganizationCodeAt(changed, 8)) return;
  const value = withCheckCharacter(changed.slice(0, 17));
  let edits = 0;
  for (let index = 0; index < value.length; index++) if (value.charAt(index) !== code.charAt(index)) edits++;
  offer(gate, value, edits, 'organization-code', weight);
}
