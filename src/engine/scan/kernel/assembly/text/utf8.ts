// Whether bytes are UTF-8, 16 at a time: each pair of neighbouring bytes is looked up by three nibbles, and the errors
// they agree on remain (Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte", 2021).

import { gb18030Text, scratchAt, transcodedText, utf8Text } from '../../contract';
import { CR, LF } from './bytes';
import { gb18030Length, isGb18030 } from './gb18030';
import { joinMasks } from './masks';

const TOO_SHORT: u8 = 1;
const TOO_LONG: u8 = 2;
const OVERLONG_3: u8 = 4;
const TOO_LARGE: u8 = 8;
const SURROGATE: u8 = 16;
const OVERLONG_2: u8 = 32;
const TOO_LARGE_1000: u8 = 64;
const OVERLONG_4: u8 = 64;
const TWO_CONTS: u8 = 128;
const CARRY: u8 = TOO_SHORT | TOO_LONG | TWO_CONTS;

@inline
function firstHigh(): v128 {
  return i8x16(
    TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
    <i8>TWO_CONTS, <i8>TWO_CONTS, <i8>TWO_CONTS, <i8>TWO_CONTS,
    TOO_SHORT | OVERLONG_2, TOO_SHORT, TOO_SHORT | OVERLONG_3 | SURROGATE,
    TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4,
  );
}

@inline
function firstLow(): v128 {
  return i8x16(
    <i8>(CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4), <i8>(CARRY | OVERLONG_2), <i8>CARRY, <i8>CARRY,
    <i8>(CARRY | TOO_LARGE), <i8>(CARRY | TOO_LARGE | TOO_LARGE_1000), <i8>(CARRY | TOO_LARGE | TOO_LARGE_1000),
    <i8>(CARRY | TOO_LARGE | TOO_LARGE_1000), <i8>(CARRY | TOO_LARGE | TOO_LARGE_1000),
    <i8>(CARRY | TOO_LARGE | TOO_LARGE_1000), <i8>(CARRY | TOO_LARGE | TOO_LARGE_1000),
    <i8>(CARRY | TOO_LARGE | TOO_LARGE_1000), <i8>(CARRY | TOO_LARGE | TOO_LARGE_1000),
    <i8>(CARRY | TOO_LARGE | TOO_LARGE_1000 | SURROGATE), <i8>(CARRY | TOO_LARGE | TOO_LARGE_1000),
    <i8>(CARRY | TOO_LARGE | TOO_LARGE_1000),
  );
}

@inline
function secondHigh(): v128 {
  return i8x16(
    TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
    <i8>(TOO_LONG | OVERLONG_2 | TWO_CONTS | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4),
    <i8>(TOO_LONG | OVERLONG_2 | TWO_CONTS | OVERLONG_3 | TOO_LARGE),
    <i8>(TOO_LONG | OVERLONG_2 | TWO_CONTS | SURROGATE | TOO_LARGE),
    <i8>(TOO_LONG | OVERLONG_2 | TWO_CONTS | SURROGATE | TOO_LARGE),
    TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
  );
}

/** Whether any byte that `isUtf8` looked at was not ASCII; it stays true until the host resets it. */
export let sawOther: bool = false;

export function resetOther(): void {
  sawOther = false;
}

// Text of ASCII and three-byte characters (all common Chinese) is settled with masks of 64 bytes: each leading byte E1–EC, EE or EF
// must be followed by exactly two continuations. A block with any other leading byte, and the one after it, is looked up pair by pair.

/** Continuations that the characters begun so far still want, as bits of the next block. */
let open: u64 = 0;
let wrong: u64 = 0;

/** FF for the leading bytes of common characters, by their low four bits; indices of other bytes are beyond the table. */
@inline
function commonLeads(): v128 {
  return i8x16(0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, -1, -1);
}

/** Settles blocks from `from` on; returns where one starts that is not of common characters alone, or less than a block is left. */
function settleCommon(from: usize, to: usize): usize {
  const commons = commonLeads();
  const lowest = i8x16.splat(<i8>0xe0);
  const continuation = i8x16.splat(-64);
  let wanted = open;
  let wrongs: u64 = 0;
  let all: u64 = 0;
  let at = from;
  for (; at + 64 <= to; at += 64) {
    const a = v128.load(at, 0);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    const other = joinMasks(i8x16.bitmask(a), i8x16.bitmask(b), i8x16.bitmask(c), i8x16.bitmask(d));
    const follows = joinMasks(
      i8x16.bitmask(i8x16.lt_s(a, continuation)), i8x16.bitmask(i8x16.lt_s(b, continuation)),
      i8x16.bitmask(i8x16.lt_s(c, continuation)), i8x16.bitmask(i8x16.lt_s(d, continuation)),
    );
    const leads = joinMasks(
      i8x16.bitmask(v128.swizzle(commons, i8x16.sub(a, lowest))),
      i8x16.bitmask(v128.swizzle(commons, i8x16.sub(b, lowest))),
      i8x16.bitmask(v128.swizzle(commons, i8x16.sub(c, lowest))),
      i8x16.bitmask(v128.swizzle(commons, i8x16.sub(d, lowest))),
    );
    all |= other;
    if ((follows | leads) != other) break;
    wrongs |= follows ^ ((leads << 1) | (leads << 2) | wanted);
    wanted = ((leads >> 63) << 1) | (leads >> 63) | (leads >> 62);
  }
  open = wanted;
  wrong |= wrongs;
  if (all != 0) sawOther = true;
  return at;
}

/** Whether `from`..`to` is UTF-8. */
export function isUtf8(from: usize, to: usize): bool {
  const t1 = firstHigh();
  const t2 = firstLow();
  const t3 = secondHigh();
  let errors = i8x16.splat(0);
  open = 0;
  wrong = 0;
  let at = settleCommon(from, to);
  let previous = at > from ? v128.load(at - 16) : i8x16.splat(0);
  while (at + 64 <= to) {
    const a = v128.load(at, 0);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    errors = v128.or(errors, check(previous, a, t1, t2, t3));
    errors = v128.or(errors, check(a, b, t1, t2, t3));
    errors = v128.or(errors, check(b, c, t1, t2, t3));
    errors = v128.or(errors, check(c, d, t1, t2, t3));
    // Only what follows a block of common characters is settled without a look at the characters that reach into it.
    const before = wrong;
    const isCommon = settleCommon(at, at + 64) != at;
    wrong = before;
    if (isCommon) at = settleCommon(at + 64, to);
    else at += 64;
    previous = v128.load(at - 16);
  }
  if (wrong != 0) return false;
  let all: u32 = 0;
  for (; at + 16 <= to; at += 16) {
    const a = v128.load(at);
    errors = v128.or(errors, check(previous, a, t1, t2, t3));
    all |= <u32>i8x16.bitmask(a);
    previous = a;
  }
  // The rest, padded with zeros, which also end a character cut short.
  memory.fill(scratchAt, 0, 16);
  memory.copy(scratchAt, at, to - at);
  const rest = v128.load(scratchAt);
  errors = v128.or(errors, check(previous, rest, t1, t2, t3));
  if ((all | <u32>i8x16.bitmask(rest)) != 0) sawOther = true;
  return !v128.any_true(errors);
}

@inline
function check(
  previous: v128, input: v128, t1: v128, t2: v128, t3: v128,
): v128 {
  const nibble = i8x16.splat(0x0f);
  const third = i8x16.splat(<i8>(0xe0 - 0x80));
  const fourth = i8x16.splat(<i8>(0xf0 - 0x80));
  const high = i8x16.splat(<i8>0x80);
  const p1 = v128.shuffle<i8>(previous, input, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
  const p2 = v128.shuffle<i8>(previous, input, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
  const p3 = v128.shuffle<i8>(previous, input, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28);
  const special = v128.and(
    v128.and(v128.swizzle(t1, i8x16.shr_u(p1, 4)), v128.swizzle(t2, v128.and(p1, nibble))),
    v128.swizzle(t3, i8x16.shr_u(input, 4)),
  );
  const continues = v128.or(i8x16.sub_sat_u(p2, third), i8x16.sub_sat_u(p3, fourth));
  return v128.xor(v128.and(continues, high), special);
}

/** Length of the UTF-8 character at `at`, or 0 when the bytes there are none. */
function utf8Length(at: usize, to: usize): usize {
  const first = load<u8>(at);
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const length: usize = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (at + length > to) return 0;
  const second = load<u8>(at + 1);
  if (first == 0xe0 && second < 0xa0) return 0;
  if (first == 0xed && second > 0x9f) return 0;
  if (first == 0xf0 && second < 0x90) return 0;
  if (first == 0xf4 && second > 0x8f) return 0;
  for (let i: usize = 1; i < length; i++) if ((load<u8>(at + i) & 0xc0) != 0x80) return 0;
  return length;
}

/** Length of a U+FFFD, or 0. */
function replacementLength(at: usize, to: usize): usize {
  return at + 3 <= to && load<u16>(at) == 0xbfef && load<u8>(at + 2) == 0xbd ? 3 : 0;
}

/** Whether a U+FFFD stands somewhere; what is behind the end is padding. */
function holdsReplacement(from: usize, to: usize): bool {
  for (let at = from; at < to; at += 16) {
    const found = v128.and(
      v128.and(i8x16.eq(v128.load(at), i8x16.splat(<i8>0xef)), i8x16.eq(v128.load(at, 1), i8x16.splat(<i8>0xbf))),
      i8x16.eq(v128.load(at, 2), i8x16.splat(<i8>0xbd)),
    );
    if (v128.any_true(found)) return true;
  }
  return false;
}

/** Line, from 0, of the first undecodable bytes found by `countUndecodable`. */
export let firstUndecodable: u32 = 0;

/** Number of lines in `from`..`to` that hold undecodable bytes. */
export function countUndecodable(from: usize, to: usize, encoding: u32): u32 {
  if (encoding == utf8Text && isUtf8(from, to)) return 0;
  if (encoding == gb18030Text && isGb18030(from, to)) return 0;
  // Text that was decoded here is UTF-8.
  if (encoding == transcodedText && !holdsReplacement(from, to)) return 0;
  let count: u32 = 0;
  let line: u32 = 0;
  let lineIsBad = false;
  let at = from;
  while (at < to) {
    const byte = load<u8>(at);
    if (byte < 0x80) {
      if (byte == LF || (byte == CR && load<u8>(at + 1) != LF)) {
        line++;
        lineIsBad = false;
      }
      at++;
      continue;
    }
    let length = encoding == gb18030Text ? gb18030Length(at, to) : utf8Length(at, to);
    if (encoding == transcodedText && replacementLength(at, to) != 0) length = 0;
    if (length == 0) {
      if (!lineIsBad) {
        if (count == 0) firstUndecodable = line;
        count++;
        lineIsBad = true;
      }
      at++;
    } else {
      at += length;
    }
  }
  return count;
}
