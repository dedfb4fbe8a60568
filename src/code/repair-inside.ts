/**
 * A longer value with something right in it:
 *
 *   代码:91350100M000100Y43(1-1)      a code, or nearly one, between other characters
 *   USCC91350100M000100Y43           a code run together with other characters
 *   350100M000100Y4000               a taxpayer number: positions 3–17, so that only the pair is to be guessed
 */
import { isDigits } from './alphabet.ts';
import { countEdits } from './edit-distance.ts';
import { isOrganizationCodeAt } from './organization-code.ts';
import { type Gate, offer } from './repair-candidates.ts';
import { withCheckCharacter } from './repair-solve.ts';
import { weightOf } from './repair-weights.ts';

/** Pairs that carried a taxpayer number, and how many of a hundred of them. Shops had the number of their owner. */
const pairsOfTaxpayers: readonly (readonly [string, number])[] = [
  ['91', 80],
  ['92', 5],
  ['93', 4],
  ['12', 4],
  ['52', 2],
  ['51', 2],
  ['11', 2],
  ['31', 1],
];

/** Every code that stands in the text as it is. */
export function offerCodesInside(gate: Gate, characters: readonly string[], letters: string): void {
  for (let start = 0; start + 18 <= letters.length; start++) {
    offer(gate, letters.slice(start, start + 18), characters.length - 18, 'extra-character', weightOf.around);
  }
}

/** The codes of a taxpayer number that has something before or after it. */
export function offerTaxpayers(gate: Gate, characters: readonly string[], letters: string): void {
  for (const start of new Set([0, letters.length - 15])) {
    const first15 = letters.slice(start, start + 15);
    // After two characters it is a code without its last one.
    if (start === 2 || first15.length < 15 || !isDigits(first15, 0, 6) || !isOrganizationCodeAt(first15, 6)) continue;
    // Of any six digits few are a region that is listed; without the list too many would pass.
    if (gate.context.regions?.status(first15.slice(0, 6)) !== 'in-use') continue;
    for (const [pair, share] of pairsOfTaxpayers) {
      const value = withCheckCharacter(pair + first15);
      const weight = (weightOf.taxpayerNumber * share) / 100;
      offer(gate, value, countEdits(characters, value), 'taxpayer-number', weight);
    }
  }
}
