// Lines that are no records: which of them the host has named, and which it should look at.
//
//   skips      bit n of the text area: a line that starts n bytes after `skipFrom` is none
//   starters   65,536 bits, by the first two bytes of a cell: such a cell may begin a foot line or a header
//
// A line whose code is clean is never looked at, nor one whose code cell is plainly meant as one; of the others few go on to the host.

import { cellLimit, cellsAt, startersAt, textAt } from '../../contract';
import { QUOTE, SPACE } from '../text/bytes';
import { nameColumn } from './settings';
import { cellCount } from './split';

/** Address from which bits count; 0: no line is skipped. */
let skipFrom: usize = 0;
/** Whether the host wants to see lines without a code that may be no records. */
export let looksForLines: bool = false;

export function skipLines(from: usize): void {
  skipFrom = from;
}

export function lookForLines(value: bool): void {
  looksForLines = value;
}

@inline
export function skipsLines(): bool {
  return skipFrom != 0;
}

@inline
export function isSkipped(record: usize): bool {
  if (!skipsLines()) return false;
  const at = record - skipFrom;
  return (load<u8>(textAt + (at >> 3)) & (<u8>1 << <u8>(at & 7))) != 0;
}

/** Whether the record last split, whose code cell stands at `start`..`end`, may be no record. */
export function mayBeNoRecord(start: usize, end: usize): bool {
  return start == end ? looksForLines && beginsAsLine() : saysNoCode(start, end);
}

/** Whether a code cell, not empty, leaves it open that its line is no record. */
export function saysNoCode(start: usize, end: usize): bool {
  return looksForLines && !isPlainlyCode(start, end);
}

/**
 * Nine letters and digits, four of them digits, nothing but ASCII, and no number of rows or time: meant as a code, whatever else stands
 * in its line.
 */
function isPlainlyCode(start: usize, end: usize): bool {
  let letters: u32 = 0;
  let digits: u32 = 0;
  let marks: u32 = 0;
  let hasParts = false;
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at);
    if (byte >= 0x80) return false;
    if (byte >= 0x30 && byte <= 0x39) {
      digits++;
    } else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) {
      if (hasParts && letters == 0 && load<u8>(at - 1) == SPACE) return false;
      letters++;
    } else if (byte == SPACE) {
      if (letters == 0 && digits > 0) hasParts = true;
    } else if (byte != QUOTE) {
      marks++;
    }
  }
  return digits >= 4 && digits + letters >= 9 && !(hasParts && marks > 0);
}

/** Whether its first two cells that hold something, or a lone one, begin as such lines do. */
function beginsAsLine(): bool {
  const count = min(cellCount, cellLimit);
  let filled: u32 = 0;
  let isStarter = false;
  let first: u8 = 0;
  let firstColumn: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const cell = cellsAt + (<usize>i << 3);
    let start = <usize>load<u32>(cell, 0);
    const end = <usize>load<u32>(cell, 4);
    if (start != end && load<u8>(start) == QUOTE) start++;
    if (start >= end || (start + 1 == end && load<u8>(start) == QUOTE)) continue;
    filled++;
    if (filled == 1) {
      first = load<u8>(start);
      firstColumn = i;
    }
    if (filled <= 2 && isStarterAt(start)) isStarter = true;
    if (filled == 2 && !isStarter) return false;
  }
  return isStarter || (filled == 1 && (firstColumn != <u32>nameColumn || first < 0x80));
}

function isStarterAt(start: usize): bool {
  const byte = load<u8>(start);
  if (byte < 0x30) return true;
  if (byte < 0x80) {
    const letter = byte | 0x20;
    return letter == 0x74 || letter == 0x73 || letter == 0x67 || isListed(<u32>byte << 8);
  }
  return isListed((<u32>byte << 8) | <u32>load<u8>(start + 1));
}

@inline
function isListed(pair: u32): bool {
  return (load<u8>(startersAt + <usize>(pair >> 3)) & (<u8>1 << <u8>(pair & 7))) != 0;
}
