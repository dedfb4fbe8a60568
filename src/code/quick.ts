/**
 * The fast answer for a string that needs nothing: 18 characters of the alphabet, digits in the region, both check
 * characters right. One table look-up per character adds both weighted sums at once; a character that may not stand at its
 * position sets a bit that no sum reaches.
 *
 *   bit 31        26 25            14 13             0
 *       ┌───────────┬────────────────┬───────────────┐
 *       │ misplaced │ GB 11714 sum   │ GB 32100 sum  │
 *       └───────────┴────────────────┴───────────────┘
 *          ≤ 18        ≤ 1690           ≤ 9180
 *
 * It says only yes or "look closer". Unrolled, because charCodeAt alone is most of the time: on a 2-core virtual machine, Node 20,
 * adding up the 18 char codes took 34 ns, all of this 38 ns, the same as a loop 50 ns.
 */
import {
  alphabet,
  codeLength,
  codeValueAt,
  codeWeights,
  organizationValueAt,
  organizationWeights,
} from './alphabet.ts';

const misplaced = 1 << 26;
const sums = fillSums();

/** True for a code that conforms as it stands. False says nothing: the decision table has to look. */
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
  const codeSum = sum & 0x3fff;
  // A sum of 0 is eighteen zeros: a word for nothing, not a code.
  return sum < misplaced && codeSum % 31 === 0 && (sum >>> 14) % 11 === 0 && codeSum !== 0;
}

/** What the character adds at `index`. Beyond ASCII it is misplaced everywhere. */
function weigh(index: number, unit: number): number {
  return unit < 128 ? (sums[(index << 7) | unit] as number) : misplaced;
}

function fillSums(): Int32Array {
  const table = new Int32Array(codeLength << 7).fill(misplaced);
  for (let index = 0; index < codeLength; index++) {
    for (const character of alphabet) {
      const value = codeValueAt(character, 0) * (codeWeights[index] ?? 0);
      const organizationValue = organizationSum(character, index);
      const inRegion = index >= 2 && index < 8;
      if (organizationValue < 0 || (inRegion && !(character >= '0' && character <= '9'))) continue;
      table[(index << 7) | character.charCodeAt(0)] = (organizationValue << 14) | value;
    }
  }
  return table;
}

/** What a character adds to the GB 11714 sum at its position; -1 when it cannot stand there (position 17 is 0-9 or X). */
function organizationSum(character: string, index: number): number {
  if (index < 8 || index > 16) return 0;
  if (index === 16) return character === 'X' ? 10 : '0123456789'.indexOf(character);
  return organizationValueAt(character, 0) * (organizationWeights[index - 8] ?? 0);
}
