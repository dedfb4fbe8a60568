// Whether bytes are GB18030, by its structure.

import { joinMasks } from './masks';

/** Length of the GB18030 character at `at` by its structure, or 0 when the bytes there are none. */
export function gb18030Length(at: usize, to: usize): usize {
  const first = load<u8>(at);
  if (first <= 0x80) return 1;
  if (first == 0xff || at + 2 > to) return 0;
  const second = load<u8>(at + 1);
  if (second >= 0x40) return second == 0x7f || second == 0xff ? 0 : 2;
  if (second < 0x30 || second > 0x39 || at + 4 > to) return 0;
  const third = load<u8>(at + 2);
  const fourth = load<u8>(at + 3);
  if (third < 0x81 || third > 0xfe || fourth < 0x30 || fourth > 0x39) return 0;
  const pointer = (((<u32>first - 0x81) * 10 + second - 0x30) * 126 + third - 0x81) * 10 + fourth - 0x30;
  return pointer <= 39419 || (pointer >= 189000 && pointer <= 1237575) ? 4 : 0;
}

const EVEN_BITS: u64 = 0x5555555555555555;

/**
 * Whether runs of high bytes are all of even length, which makes them pairs: a run and its first bit, added, carry into the bit behind it.
 *
 *   high     0 1 1 1 1 0 0 1 1 0      from the first byte on
 *   behind   . . . . . x . . . x      as even, or as odd, as its first
 */
@inline
function arePairs(high: u64): bool {
  const starts = high & ~(high << 1);
  const behindEven = ((starts & EVEN_BITS) + high) & ~high;
  const behindOdd = ((starts & ~EVEN_BITS) + high) & ~high;
  return ((behindEven & ~EVEN_BITS) | (behindOdd & EVEN_BITS)) == 0;
}

/** Whether bytes are GB18030: 64 at a time where they are ASCII and pairs of high bytes, as nearly all Chinese is, else one by one. */
export function isGb18030(from: usize, to: usize): bool {
  const lone = i8x16.splat(<i8>0x80);
  const none = i8x16.splat(<i8>0xff);
  let at = from;
  while (at + 64 <= to) {
    const a = v128.load(at, 0);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    const odd = v128.or(
      v128.or(v128.or(i8x16.eq(a, lone), i8x16.eq(b, lone)), v128.or(i8x16.eq(c, lone), i8x16.eq(d, lone))),
      v128.or(v128.or(i8x16.eq(a, none), i8x16.eq(b, none)), v128.or(i8x16.eq(c, none), i8x16.eq(d, none))),
    );
    const high = joinMasks(i8x16.bitmask(a), i8x16.bitmask(b), i8x16.bitmask(c), i8x16.bitmask(d));
    // A run that goes on behind the block is looked at with what follows; one that fills it is of even length.
    const cut: u64 = ~high == 0 ? 0 : clz(~high);
    const within = high << cut >> cut;
    if (!v128.any_true(odd) && arePairs(within)) {
      at += 64 - <usize>cut;
      continue;
    }
    const end = at + 64;
    while (at < end) {
      const length = gb18030Length(at, to);
      if (length == 0) return false;
      at += length;
    }
  }
  while (at < to) {
    const length = gb18030Length(at, to);
    if (length == 0) return false;
    at += length;
  }
  return true;
}
