// The beginning of a source: its first records one after the other, and where a byte occurs in it.

import { delimiter } from './settings';
import { cellLimit, cellsAt } from '../../contract';
import { BACKSLASH, CR, LF, QUOTE } from '../text/bytes';
import { cellCount, quotedBreaks, splitRecord } from './split';

/** Records that the last call has split, and the cells that they have. */
export let splitCount: u32 = 0;
export let splitCells: u32 = 0;

/** After a CR its LF, if there is one. */
@inline
function skipBreak(at: usize, to: usize): usize {
  return load<u8>(at) == CR && at + 1 < to && load<u8>(at + 1) == LF ? at + 2 : at + 1;
}

/**
 * Splits up to `limit` records from `at` on, with `lines` line breaks before it, as long as there is room for the places of one more:
 *
 *   recordsAt  4 × u32 a record   where the next one starts, line breaks before that, line on which it starts (from 1), cells
 *   placesAt   2 × u32 a cell     start and end
 *
 * all places from `origin`. Returns where the next record starts: one that is cut off, or `to`.
 */
export function splitRecords(
  at: usize, to: usize, final: bool, lines: u32, limit: u32, recordsAt: usize, placesAt: usize, placesEnd: usize, origin: usize,
): usize {
  let record = recordsAt;
  let place = placesAt;
  splitCount = 0;
  while (at < to && splitCount < limit && place + (<usize>cellLimit << 3) <= placesEnd) {
    const byte = load<u8>(at);
    if (byte == CR || byte == LF) {
      at = skipBreak(at, to);
      lines++;
      continue;
    }
    const end = splitRecord(at, to, final, 0, 0);
    if (end == 0) break;
    const line = lines + 1;
    lines += quotedBreaks + 1;
    at = end == to ? to : skipBreak(end, to);
    const cells = min(cellCount, cellLimit);
    store<u32>(record, <u32>(at - origin), 0);
    store<u32>(record, lines, 4);
    store<u32>(record, line, 8);
    store<u32>(record, cells, 12);
    record += 16;
    for (let from = cellsAt, past = cellsAt + (<usize>cells << 3); from < past; from += 4, place += 4) {
      store<u32>(place, load<u32>(from) - <u32>origin);
    }
    splitCount++;
  }
  splitCells = <u32>((place - placesAt) >> 3);
  return at;
}

/** The first such byte at or after `at`, or `to`. Reads up to 15 bytes past `to`. */
export function findByte(at: usize, to: usize, byte: u8): usize {
  const wanted = i8x16.splat(<i8>byte);
  for (; at < to; at += 16) {
    const mask = <u32>i8x16.bitmask(i8x16.eq(v128.load(at), wanted));
    if (mask != 0) return min(at + <usize>ctz(mask), to);
  }
  return to;
}

/** End of the cell last found by `findCell`. */
export let cellEnd: usize = 0;

/** Start of a cell of a record that has no quotes up to there; 0 when it has, or has not so many cells. */
export function findCell(record: usize, end: usize, column: i32): usize {
  let cell = record;
  cellEnd = findByte(cell, end, delimiter);
  for (; column > 0; column--) {
    if (cellEnd == end) return 0;
    cell = cellEnd + 1;
    cellEnd = findByte(cell, end, delimiter);
  }
  return findByte(record, cellEnd, QUOTE) == cellEnd ? cell : 0;
}

/**
 * Whether nothing stands in `at`..`to` but text, one delimiter and line breaks: no other byte that is a delimiter elsewhere, no control
 * character, quote or backslash. Reads up to 15 bytes past `to`.
 */
export function isPlainText(at: usize, to: usize, delimiter: u8): bool {
  const own = i8x16.splat(<i8>delimiter);
  for (; at < to; at += 16) {
    const bytes = v128.load(at);
    let odd = i8x16.lt_u(bytes, i8x16.splat(0x20));
    odd = v128.andnot(odd, v128.or(i8x16.eq(bytes, i8x16.splat(<i8>LF)), i8x16.eq(bytes, i8x16.splat(<i8>CR))));
    odd = v128.or(odd, v128.or(i8x16.eq(bytes, i8x16.splat(<i8>QUOTE)), i8x16.eq(bytes, i8x16.splat(<i8>BACKSLASH))));
    odd = v128.or(odd, v128.or(i8x16.eq(bytes, i8x16.splat(0x2c)), i8x16.eq(bytes, i8x16.splat(0x3b))));
    odd = v128.or(odd, i8x16.eq(bytes, i8x16.splat(0x7c)));
    const within = to - at >= 16 ? 0xffff : (<u32>1 << <u32>(to - at)) - 1;
    if ((<u32>i8x16.bitmask(v128.andnot(odd, i8x16.eq(bytes, own))) & within) != 0) return false;
  }
  return true;
}
