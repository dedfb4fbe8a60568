// Entity names as numbers, so that the names of a duplicate's records can be compared without reading them together.

import { nameAt, nameBytes } from '../../contract';
import { hashText, SECOND_SEED } from './code';
import { QUOTE } from '../text/bytes';

/** Number of the name last hashed; 0 for an empty one. */
export let nameHash: u64 = 0;

/**
 * Hashes the normalized form of the UTF-8 name at `start`..`end`: what stands in the file, with full-width ASCII made
 * plain and ASCII letters in upper case. False when the name has anything else that normalizing might change (a quote, a
 * space, a character outside U+4000–U+9FFF): then the host normalizes it.
 */
export function hashName(start: usize, end: usize): bool {
  nameHash = 0;
  if (end - start > nameBytes - 16) return false;
  let from = start;
  let to = end;
  if (from < to && load<u8>(from) == QUOTE) {
    if (to - from < 2 || load<u8>(to - 1) != QUOTE) return false;
    from++;
    to--;
  }
  let length: usize = 0;
  while (from < to) {
    const han = countHan(from);
    if (han > 0) {
      v128.store(nameAt + length, v128.load(from));
      length += han * 3;
      from += han * 3;
      continue;
    }
    let byte = load<u8>(from);
    if (byte < 0x80) {
      if (byte <= 0x20 || byte == 0x7f || byte == QUOTE) return false;
      if (byte >= 0x61 && byte <= 0x7a) byte -= 32;
      store<u8>(nameAt + length, byte);
      length++;
      from++;
      continue;
    }
    if (from + 3 > to) return false;
    const second = load<u8>(from + 1);
    const third = load<u8>(from + 2);
    if (isBracket(byte, second, third)) {
      store<u8>(nameAt + length, byte);
      store<u8>(nameAt + length, second, 1);
      store<u8>(nameAt + length, third, 2);
      length += 3;
      from += 3;
      continue;
    }
    // U+FF01–U+FF5E, the full-width forms of U+0021–U+007E.
    if (byte != 0xef || (second != 0xbc && second != 0xbd) || (third & 0xc0) != 0x80) return false;
    let plain = second == 0xbc ? third - 0x60 : third - 0x20;
    if (plain <= 0x20 || plain > 0x7e) return false;
    if (plain >= 0x61 && plain <= 0x7a) plain -= 32;
    store<u8>(nameAt + length, plain);
    length++;
    from += 3;
  }
  if (length > 0) nameHash = hashText(nameAt, length, SECOND_SEED);
  return true;
}

/** How many characters of U+4000–U+9FFF stand at `from`, Han nearly all of them, at most five; behind a cell stands none. */
@inline
export function countHan(from: usize): usize {
  const bytes = v128.load(from);
  const leads = v128.and(i8x16.ge_u(bytes, i8x16.splat(<i8>0xe4)), i8x16.le_u(bytes, i8x16.splat(<i8>0xe9)));
  const followers = i8x16.lt_s(bytes, i8x16.splat(-64));
  const own = v128.bitselect(leads, followers, i8x16(-1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1));
  const mask = <u32>i8x16.bitmask(own);
  return (<usize>ctz(~mask | 0x8000) * 11) >> 5;
}

/** 《》【】〔〕, which normalizing leaves as they are. */
export function isBracket(byte: i32, second: i32, third: i32): bool {
  return byte == 0xe3 && second == 0x80 && ((third | 1) == 0x8b || (third | 1) == 0x91 || (third | 1) == 0x95);
}
