// Where delimiters and line breaks stand in a stretch of text, as a list: the first of two small loops, see even.ts.
//
//   bytes     9 1 3 5 … , 上 海 … , … \n 9 1 3 5 … ,
//   starts  0             n           n    n         n     u16 each: the byte behind each mark, from the stretch's start
//
// A mark is a delimiter, LF, CR or quote: one look-up by the low four bits of each byte finds all of them. Marks of a block are
// written five at a time, without asking how many there are. Delimiters are counted in lanes of a byte, four a block, so
// that a stretch has 63 blocks.

import { stretchBytes, startsAt } from '../../contract';
import { CR, LF, QUOTE } from './bytes';
import { joinMasks } from './masks';

/** Whether the look-up can tell the delimiter: no other mark ends in the same four bits. */
export let canMark: bool = false;
/** Marks of the stretch last marked, and how many of them are delimiters. */
export let markCount: u32 = 0;
export let delimiterCount: u32 = 0;

const classesAt: usize = startsAt - 16;
let delimiter: u8 = 0;

/** Prepares the look-up: at each four bits the mark that ends in them, or a byte that does not. */
export function setMarks(newDelimiter: u8): void {
  delimiter = newDelimiter;
  for (let i: usize = 0; i < 16; i++) store<u8>(classesAt + i, <u8>i ^ 1);
  canMark = true;
  setMark(LF);
  setMark(CR);
  setMark(QUOTE);
  setMark(newDelimiter);
}

function setMark(byte: u8): void {
  const at = classesAt + <usize>(byte & 15);
  if ((load<u8>(at) & 15) == (byte & 15)) canMark = false;
  store<u8>(at, byte);
}

@inline
function isMark(bytes: v128, classes: v128, low: v128): v128 {
  return i8x16.eq(v128.swizzle(classes, v128.and(bytes, low)), bytes);
}

/** Lists the marks of `from`..`to`: a number of blocks of 64 bytes, at most {@link stretchBytes}. */
export function markStretch(from: usize, to: usize): void {
  const classes = v128.load(classesAt);
  const low = i8x16.splat(15);
  const delimiters = i8x16.splat(<i8>delimiter);
  let lanes = i8x16.splat(0);
  let out = startsAt + 2;
  store<u16>(startsAt, 0);
  for (let at = from; at < to; at += 64) {
    const a = v128.load(at, 0);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    lanes = i8x16.sub(lanes, i8x16.add(
      i8x16.add(i8x16.eq(a, delimiters), i8x16.eq(b, delimiters)),
      i8x16.add(i8x16.eq(c, delimiters), i8x16.eq(d, delimiters)),
    ));
    let marks = joinMasks(
      i8x16.bitmask(isMark(a, classes, low)), i8x16.bitmask(isMark(b, classes, low)),
      i8x16.bitmask(isMark(c, classes, low)), i8x16.bitmask(isMark(d, classes, low)),
    );
    const count = <usize>popcnt(marks);
    const end = out + (count << 1);
    const behind = <u32>(at - from) + 1;
    while (true) {
      store<u16>(out, <u16>(behind + <u32>ctz(marks)), 0);
      marks &= marks - 1;
      store<u16>(out, <u16>(behind + <u32>ctz(marks)), 2);
      marks &= marks - 1;
      store<u16>(out, <u16>(behind + <u32>ctz(marks)), 4);
      marks &= marks - 1;
      store<u16>(out, <u16>(behind + <u32>ctz(marks)), 6);
      marks &= marks - 1;
      store<u16>(out, <u16>(behind + <u32>ctz(marks)), 8);
      marks &= marks - 1;
      if (marks == 0) break;
      out += 10;
    }
    out = end;
  }
  markCount = <u32>((out - startsAt) >> 1) - 1;
  const pairs = i16x8.extadd_pairwise_i8x16_u(lanes);
  const quads = i32x4.extadd_pairwise_i16x8_u(pairs);
  delimiterCount =
    i32x4.extract_lane(quads, 0) + i32x4.extract_lane(quads, 1) + i32x4.extract_lane(quads, 2) +
    i32x4.extract_lane(quads, 3);
}
