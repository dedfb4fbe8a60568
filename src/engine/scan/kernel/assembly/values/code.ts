// One code, 18 bytes in, a 64-bit integer out.
//
// The position table holds, for each of the 18 positions and each byte, everything the checks need, so that one
// addition a character computes them all at once:
//
//   bit 63     58        50          40                                       0
//       ┌───────┬─────────┬───────────┬────────────────────────────────────────┐
//       │invalid│ Σ mod 11│  Σ mod 31 │ positions 9–16, 5 bits a character     │
//       └───────┴─────────┴───────────┴────────────────────────────────────────┘
//
// Positions 17 and 18 follow from the others, so that a clean code is the number
//
//       (region × 49 + pair + 1) << 40 | positions 9–16
//
// without loss: 340,001 regions (34 provinces × 10^4, and 100000) × 49 pairs < 2^24. It is never 0.

import { noEntry, pairCount, pairsAt, positionsAt, provincesAt } from '../../contract';
const NATIONAL_PROVINCE: u32 = 34;

@inline
function at(code: usize, position: usize): u64 {
  return load<u64>(positionsAt + (position << 11) + (<usize>load<u8>(code + position) << 3));
}

/** The number of a clean code, or 0 when `validate` has to look at it. Reads 18 bytes. */
@inline
export function keyOf(code: usize): u64 {
  const sum =
    at(code, 0) + at(code, 1) + at(code, 2) + at(code, 3) + at(code, 4) + at(code, 5) +
    at(code, 6) + at(code, 7) + at(code, 8) + at(code, 9) + at(code, 10) + at(code, 11) +
    at(code, 12) + at(code, 13) + at(code, 14) + at(code, 15) + at(code, 16) + at(code, 17);
  const sums = <u32>(sum >> 40);
  if (sums >> 18 != 0) return 0;
  if ((sums & 0x3ff) % 31 != 0) return 0;
  if (((sums >> 10) & 0xff) % 11 != 0) return 0;
  const pair = <u32>load<u8>(pairsAt + ((<usize>load<u8>(code) & 63) << 6) + (<usize>load<u8>(code + 1) & 63));
  const province = <u32>load<u8>(
    provincesAt + (<usize>load<u8>(code + 2) - 0x30) * 10 + (<usize>load<u8>(code + 3) - 0x30),
  );
  if (pair == noEntry || province == noEntry) return 0;
  let digits = load<u32>(code + 4) - 0x30303030;
  digits = (digits * 10 + (digits >> 8)) & 0x00ff00ff;
  digits = (digits & 0xff) * 100 + (digits >> 16);
  if (province == NATIONAL_PROVINCE && digits != 0) return 0;
  const head = (province * 10000 + digits) * pairCount + pair + 1;
  return ((<u64>head) << 40) | (sum & 0xffffffffff);
}

export const FIRST_SEED: u64 = 0x9e3779b97f4a7c15;
export const SECOND_SEED: u64 = 0xd1b54a32d192ed03;

/** A 64-bit number for any other text, never 0. Equal texts have equal numbers; equal numbers are looked at again. */
export function hashText(text: usize, length: usize, seed: u64): u64 {
  let hash = seed ^ <u64>length;
  for (let left = <isize>length; left > 0; left -= 8) {
    // Of the last bytes only those that belong to it; there is memory behind every text.
    const bytes = left < 8 ? load<u64>(text) & ((<u64>1 << <u64>(left << 3)) - 1) : load<u64>(text);
    hash = (hash ^ bytes) * 0xff51afd7ed558ccd;
    hash ^= hash >> 32;
    text += 8;
  }
  hash = (hash ^ seed) * 0xc4ceb9fe1a85ec53;
  hash ^= hash >> 32;
  return hash == 0 ? 1 : hash;
}
