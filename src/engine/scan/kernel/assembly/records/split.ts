// The careful loop: one record split into its cells, as csv-parse would (bom, relax_quotes, relax_column_count,
// skip_empty_lines, record delimiters CRLF, LF and CR), with one rule on top: a quote whose field is still open after
// 64 KiB, 100 lines or the end of the input is an ordinary character.
//
// What csv-parse does, and so does this:
//   - a quote opens a field only as its first character;
//   - inside, two quotes are one; a quote before a delimiter, a line break, a NUL or the end closes;
//   - any other quote inside ends the quoting, stays, and everything up to the delimiter is plain (`"a"b` is `"a"b`).
//
// Cells are given as they stand in the file, quotes included; src/engine/scan/cell.ts turns them into text.

import { breakLimit, cellLimit, cellsAt, fieldLimitBytes, gb18030Escapes, noEscapes, openQuoteEvent } from '../../contract';
import { BACKSLASH, CR, LF, QUOTE } from '../text/bytes';
import { addEvent, eventCount, rewindEvents } from './events';

const OPEN_QUOTE_EVENTS: u32 = 60;

/** Cells of the record last split; only the first 16,384 have their places noted. */
export let cellCount: u32 = 0;
/** Line breaks inside quoted cells of the record last split. */
export let quotedBreaks: u32 = 0;
/** Whether every cell of the record last split is empty. */
export let isBlank: bool = true;
/** Where the record last split ends: its line break, or the end of the input. */
export let splitEnd: usize = 0;
/** Quotes read as ordinary characters since the range began. */
export let openQuotes: u32 = 0;

let delimiter: u8 = 0x2c;

export function setDelimiter(value: u8): void {
  delimiter = value;
}

export function clearOpenQuotes(): void {
  openQuotes = 0;
}

@inline
function maskOf(at: usize, a: v128, b: v128, c: v128): u32 {
  const bytes = v128.load(at);
  return <u32>i8x16.bitmask(v128.or(v128.or(i8x16.eq(bytes, a), i8x16.eq(bytes, b)), i8x16.eq(bytes, c)));
}

/** The first delimiter or line break at or after `at`, or `to`. Reads up to 15 bytes past `to`. */
function findEnd(at: usize, to: usize): usize {
  const d = i8x16.splat(<i8>delimiter);
  const lf = i8x16.splat(<i8>LF);
  const cr = i8x16.splat(<i8>CR);
  for (; at < to; at += 16) {
    const mask = maskOf(at, d, lf, cr);
    if (mask != 0) return min(at + <usize>ctz(mask), to);
  }
  return to;
}

let escapes: u32 = noEscapes;
let expectedCells: u32 = 0;
/** Whether a backslash takes a quote its meaning in what is being split. */
let isEscaping: bool = false;

/** Records read with backslashes as escapes, and the line of the first. */
export let escapedRecords: u32 = 0;
export let firstEscaped: u32 = 0;

export function readEscapes(mode: u32, cells: u32): void {
  escapes = mode;
  expectedCells = cells;
  escapedRecords = 0;
}

/** Takes back what a record split a second time has added. */
export function restoreOpenQuotes(count: u32): void {
  openQuotes = count;
}

/** Whether a backslash stands before a quote in `from`..`to`, where escapes are looked for at all. */
export function mayBeEscaped(from: usize, to: usize): bool {
  if (escapes == noEscapes || expectedCells == 0) return false;
  const backslash = i8x16.splat(<i8>BACKSLASH);
  for (let at = from; at < to; at += 16) {
    let mask = <u32>i8x16.bitmask(i8x16.eq(v128.load(at), backslash));
    for (; mask != 0; mask &= mask - 1) {
      const found = at + <usize>ctz(mask);
      if (found + 1 < to && load<u8>(found + 1) == QUOTE) return true;
    }
  }
  return false;
}

/** Length of what stands at `at` as far as escapes go: an escape or a character of two bytes is one thing. */
@inline
function stepAt(at: usize): usize {
  const byte = load<u8>(at);
  return byte == BACKSLASH || (escapes == gb18030Escapes && byte >= 0x81 && byte != 0xff) ? 2 : 1;
}

/** Whether the quote at `at`, in a field opened at `open`, is taken its meaning by a backslash. */
function isEscapedQuote(open: usize, at: usize): bool {
  if (load<u8>(at - 1) != BACKSLASH) return false;
  let step = open + 1;
  while (step < at) step += stepAt(step);
  return step > at;
}

/** Writes `\"` as two quotes, which is as long and says the same. */
function writeQuotes(from: usize, to: usize): void {
  for (let at = from; at + 1 < to; at += stepAt(at)) {
    if (load<u8>(at) == BACKSLASH && load<u8>(at + 1) == QUOTE) store<u8>(at, QUOTE);
  }
}

let closeBreaks: u32 = 0;

/** The end of the cell at `at` in a record that ends at `end` and whose quotes are all in place. */
export function endOfCell(at: usize, end: usize): usize {
  if (at < end && load<u8>(at) == QUOTE) {
    const close = findClose(at, end, true);
    if (close != OPEN) at = close + 1;
  }
  return findEnd(at, end);
}

const OPEN: usize = 0;
const MORE: usize = 1;

/** The quote that ends the quoting opened at `open`; OPEN when there is none within the limits, MORE to read on. */
function findClose(open: usize, to: usize, final: bool): usize {
  const quote = i8x16.splat(<i8>QUOTE);
  const lf = i8x16.splat(<i8>LF);
  const cr = i8x16.splat(<i8>CR);
  closeBreaks = 0;
  let at = open + 1;
  while (at < to) {
    if (at - open > fieldLimitBytes) return OPEN;
    let mask = maskOf(at, quote, lf, cr);
    if (mask == 0) {
      at += 16;
      continue;
    }
    at += <usize>ctz(mask);
    if (at >= to) break;
    const byte = load<u8>(at);
    if (byte == QUOTE) {
      if (at - open > fieldLimitBytes) return OPEN;
      if (isEscaping && isEscapedQuote(open, at)) {
        at++;
        continue;
      }
      if (at + 1 >= to) return final ? at : MORE;
      if (load<u8>(at + 1) != QUOTE) return at;
      at += 2;
      continue;
    }
    if (byte == CR) {
      if (at + 1 >= to && !final) return MORE;
      if (at + 1 < to && load<u8>(at + 1) == LF) at++;
    }
    closeBreaks++;
    if (closeBreaks >= breakLimit) return OPEN;
    at++;
  }
  if (final || to - open > fieldLimitBytes + 1) return OPEN;
  return MORE;
}

/**
 * Splits the record that starts at `record`, with backslashes as escapes where it has not the header's cells otherwise and has them so.
 * Returns as `splitPlainly`.
 */
export function splitRecord(record: usize, to: usize, final: bool, row: u32, line: u32): usize {
  const events = eventCount;
  const quotes = openQuotes;
  const end = splitPlainly(record, to, final, row, line);
  if (end == 0 || cellCount == expectedCells || !mayBeEscaped(record, end)) return end;
  isEscaping = true;
  const other = splitPlainly(record, to, final, row, line);
  isEscaping = false;
  rewindEvents(events);
  openQuotes = quotes;
  if (other == 0) return 0;
  if (cellCount == expectedCells) {
    writeQuotes(record, other);
    if (escapedRecords == 0) firstEscaped = line;
    escapedRecords++;
  }
  return splitPlainly(record, to, final, row, line);
}

/**
 * Splits the record that starts at `record`. Returns where its line break is (or `to`, at the end of the input), or 0
 * when more bytes are needed to tell. `row` and `line` name the record in what is reported.
 */
function splitPlainly(record: usize, to: usize, final: bool, row: u32, line: u32): usize {
  let at = record;
  let start = record;
  let opened: u32 = 0;
  const events = eventCount;
  cellCount = 0;
  quotedBreaks = 0;
  isBlank = true;
  while (true) {
    if (at < to && load<u8>(at) == QUOTE) {
      const close = findClose(at, to, final);
      if (close == MORE) return again(events);
      if (close == OPEN) {
        opened++;
        if (opened <= OPEN_QUOTE_EVENTS) {
          addEvent(openQuoteEvent, row, line + quotedBreaks, record, at, at, 0, 0, 0, 0, 0);
        }
      } else {
        at = close + 1;
        quotedBreaks += closeBreaks;
      }
    }
    at = findEnd(at, to);
    if (at == to && !final) return again(events);
    if (cellCount < cellLimit) {
      store<u32>(cellsAt + (<usize>cellCount << 3), <u32>start, 0);
      store<u32>(cellsAt + (<usize>cellCount << 3), <u32>at, 4);
    }
    cellCount++;
    if (at != start && !(at == start + 2 && load<u16>(start) == 0x2222)) isBlank = false;
    if (at == to || load<u8>(at) != delimiter) break;
    at++;
    start = at;
  }
  openQuotes += opened;
  splitEnd = at;
  return at;
}

/** The record will be read again with more bytes: what was reported of it is taken back. */
function again(events: u32): usize {
  rewindEvents(events);
  return 0;
}
