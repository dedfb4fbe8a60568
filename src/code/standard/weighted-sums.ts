/**
 * Both weighted sums of a code at once: one table look-up per character adds to both, and a character that may not stand at its
 * position sets a bit that no sum reaches. What changes one character changes the sum by two look-ups, so that most of what could
 * have been meant is ruled out before it is written down.
 *
 *   bit 31        26 25            14 13             0
 *       ┌───────────┬────────────────┬───────────────┐
 *       │ misplaced │ GB 11714 sum   │ GB 32100 sum  │
 *       └───────────┴────────────────┴───────────────┘
 *          ≤ 18        ≤ 1690           ≤ 9180
 */
import { alphabet, codeLength, codeWeights, organizationAlphabet, organizationWeights } from './alphabet.ts';

/** Of a sum, the part of GB 32100. */
export const codeSumMask = 0x3fff;
const misplaced = 1 << 26;
const sums = fillSums();

/** What the character adds at `index` 0–17. Beyond ASCII it is misplaced everywhere. */
export function weigh(index: number, unit: number): number {
  return unit < 128 ? (sums[(index << 7) | unit] as number) : misplaced;
}

/** Whether some character may not stand where it does. */
export function isMisplaced(sum: number): boolean {
  return sum >= misplaced;
}

/** Sums of a text; one that has not 18 characters is misplaced as a whole. */
export function weighAll(text: string): number {
  let sum = text.length === codeLength ? 0 : misplaced;
  for (let index = 0; index < codeLength; index++) sum += weigh(index, text.charCodeAt(index));
  return sum;
}

/**
 * Whether every character may stand where it does, and both sums are right: row 9 of the decision table, but for eighteen zeros,
 * a word for nothing, whose sum is 0.
 */
export function isRight(sum: number): boolean {
  return sum < misplaced && (sum & codeSumMask) % 31 === 0 && (sum >>> 14) % 11 === 0;
}

/**
 * The fast answer for a string that needs nothing: true for a code that conforms as it stands. False says nothing: the decision
 * table has to look.
 *
 * Unrolled, because charCodeAt alone is most of the time: on a 2-core virtual machine, Node 20, adding up the 18 char codes took
 * 34 ns, all of this 38 ns, the same as a loop 50 ns.
 */
export function conformsAsWritten(text: string): boolean {
  if (text.length !== codeLength) return false;
  const sum =
    weigh(0, text.charCodeAt(0)) +
    weigh(1, text.charCodeAt(1)) +
    weigh(2, text.charCodeAt(2)) +
    weigh(3, text.charCodeAt(3)) +
    weigh(4, text.charCodeAt(4)) +
    weigh(5, text.charCodeAt(5)) +
    weigh(6, text.charCodeAt(6)) +
    weigh(7, text.charCodeAt(7)) +
    weigh(8, text.charCodeAt(8)) +
    weigh(9, text.charCodeAt(9)) +
    weigh(10, text.charCodeAt(10)) +
    weigh(11, text.charCodeAt(11)) +
    weigh(12, text.charCodeAt(12)) +
    weigh(13, text.charCodeAt(13)) +
    weigh(14, text.charCodeAt(14)) +
    weigh(15, text.charCodeAt(15)) +
    weigh(16, text.charCodeAt(16)) +
    weigh(17, text.charCodeAt(17));
  return sum !== 0 && isRight(sum);
}

function fillSums(): Int32Array {
  const table = new Int32Array(codeLength << 7).fill(misplaced);
  for (const [index, weight] of codeWeights.entries()) {
    for (const [value, character] of [...alphabet].entries()) {
      const organizationValue =
        index === 16 ? '0123456789X'.indexOf(character) : organizationAlphabet.indexOf(character);
      if (organizationValue < 0 || (index >= 2 && index < 8 && value > 9)) continue;
      const organizationSum = organizationValue * (organizationWeights[index - 8] ?? 0);
      table[(index << 7) | character.charCodeAt(0)] = (organizationSum << 14) | (value * weight);
    }
  }
  return table;
}
