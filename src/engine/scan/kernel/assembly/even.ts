// Stretches of text that are even: no quotes, and every record has the header's cells. Most text is, and where each record
// ends then follows from counting: it is the n-th mark, n the same for all (CRLF is one mark more).
//
//   marks.ts   lists the marks of a stretch
//   here       accepts the stretch when every n-th mark ends a line and all others are delimiters, and takes its records
//
// Two small loops, because V8 keeps what a small one needs in registers. What is not even is left to scan.ts.

import { startsAt, stretchBytes } from '../contract';
import { keyOf } from './values/code';
import { passLines, passRows, rowCount } from './records/counts';
import { eventsAreFull } from './records/events';
import { CR, LF } from './text/bytes';
import { cleanCount, cleanKeys, cleanRows, passClean } from './keys/keys';
import { skipsLines } from './records/lines';
import { canMark, delimiterCount, markCount, markStretch } from './text/marks';
import { codeColumn, columns, looksAtCodesOnly } from './records/settings';
import { closeRecord } from './taken/take';
import { hasUnits, unitColumn } from './records/units';

const CRLF: u32 = 0x0a0d;
const CODE_BYTES: usize = 18;
/** Less is not worth a stretch. */
const LEAST: usize = 256;

const LONGEST_PAUSE: usize = 1 << 20;

/** Bytes to be read otherwise before a stretch is tried again: twice as many each time that none was even. */
export let unevenBytes: usize = 0;
let pause: usize = 0;

export function expectEven(): void {
  unevenBytes = 0;
  pause = 0;
}

export function passUneven(bytes: usize): void {
  unevenBytes -= min(unevenBytes, bytes);
}

/** Reads records as long as stretches are even. Returns the start of the first record not read. */
export function scanEven(from: usize, stop: usize): usize {
  if (!canMark || columns == 0) {
    unevenBytes = LONGEST_PAUSE;
    return from;
  }
  if (unevenBytes != 0) return from;
  let record = from;
  while (record + LEAST <= stop) {
    const bytes = min(stretchBytes, (stop - record) & ~63);
    markStretch(record, record + bytes);
    const count = countEven(record);
    if (count == 0) {
      if (bytes < stretchBytes) break;
      pause = record == from ? min(max(pause << 1, stretchBytes), LONGEST_PAUSE) : stretchBytes;
      unevenBytes = pause;
      return record;
    }
    record = takeEven(record, count);
    if (eventsAreFull()) return record;
  }
  unevenBytes = stop - record;
  return record;
}

/** Marks a record. */
let step: u32 = 0;

/** Records of the stretch at `from`, or 0 when it is not even. */
function countEven(from: usize): u32 {
  // Not one record is whole; of a table of more columns than marks are listed, none ever is.
  if (columns > markCount) return 0;
  const last = startsAt + (<usize>columns << 1);
  const isCarriage = load<u8>(from + <usize>load<u16>(last) - 1) == CR;
  step = columns + <u32>isCarriage;
  const count = markCount / step;
  const rest = markCount - count * step;
  if (delimiterCount != count * (columns - 1) + min(rest, columns - 1)) return 0;
  const ends = isCarriage ? CRLF : <u32>LF;
  const bits: u32 = isCarriage ? 0xffff : 0xff;
  let wrong: u32 = 0;
  let at = last;
  for (let i: u32 = 0; i < count; i++) {
    wrong |= (<u32>load<u16>(from + <usize>load<u16>(at) - 1) & bits) ^ ends;
    at += <usize>step << 1;
  }
  return wrong == 0 ? count : 0;
}

/** Takes `count` records: runs of those whose code is clean, where nothing else of a record is asked for, and any other one by one. */
function takeEven(from: usize, count: u32): usize {
  const width = <usize>step << 1;
  const codeAt = <usize>codeColumn << 1;
  const unitAt = <usize>unitColumn << 1;
  const endAt = <usize>columns << 1;
  const hasCode = codeColumn < columns;
  const hasUnit = unitColumn < columns;
  const isPlain = hasCode && looksAtCodesOnly() && !hasUnits() && !skipsLines();
  let starts = startsAt;
  let left = count;
  while (true) {
    if (isPlain) {
      const run = listRun(from, starts + codeAt, left);
      starts += <usize>run * width;
      left -= run;
    }
    const record = from + <usize>load<u16>(starts);
    if (left == 0 || eventsAreFull()) return record;
    const end = from + <usize>load<u16>(starts + endAt) - 1;
    if (end != record) {
      const code = hasCode ? from + <usize>load<u16>(starts + codeAt) : 0;
      const unit = hasUnit ? from + <usize>load<u16>(starts + unitAt) : 0;
      closeRecord(record, end, code, unit, columns, 0);
    }
    passLines(1);
    starts += width;
    left--;
  }
}

/** Lists the codes of up to `most` records, the first of which starts as `place` says, until one is not clean; returns how many. */
function listRun(from: usize, place: usize, most: u32): u32 {
  const width = <usize>step << 1;
  const keys = cleanKeys + (<usize>cleanCount << 3);
  const rows = cleanRows + (<usize>cleanCount << 2);
  const row = rowCount;
  let count: u32 = 0;
  for (; count < most; count++) {
    const start = <usize>load<u16>(place);
    if (<usize>load<u16>(place, 2) - start != CODE_BYTES + 1) break;
    const key = keyOf(from + start);
    if (key == 0) break;
    store<u64>(keys + (<usize>count << 3), key);
    store<u32>(rows + (<usize>count << 2), row + count);
    place += width;
  }
  passClean(count);
  passRows(count);
  passLines(count);
  return count;
}
