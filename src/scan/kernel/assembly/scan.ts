// The fast loop: records found 64 bytes at a time from bitmasks, the code of each checked where it lies.
//
//   bytes     9 1 3 5 … , 上 海 " 好 又 多 " , … \r \n 9 1
//   breaks    . . . . . . . . . . . . . . . . .  1  1 . .     line breaks outside quotes end records
//   commas    . . . . . 1 . . . . . . . . . 1 .  .  . . .     the code column starts after the k-th
//   quotes    . . . . . . . . 1 . . . 1 . . . .  .  . . .     prefix xor of these: what is inside quotes
//
// Quotes are trusted as long as each opens right after a delimiter or line break and closes right before one; the first
// that does not, a quoted cell near the limits of split.ts, and a record cut off by the end of the input go to the
// careful loop, which alone decides what a record is. After it the fast loop starts anew at the next record.
//
// Nothing here allocates or calls out. Measured on 10 million rows of 155 bytes (2 cores): see bench/.

import {
  CELL_CLEAN, CELL_ORGANIZATION, CELL_REGISTRATION, CELL_SUSPECT, CELL_TAXPAYER, cellIsFormatted, cellKey, cellLength,
  judgeCell, setUtf8,
} from './cell';
import { hashText, keyOf, PAIR_COUNT, SECOND_SEED } from './code';
import { addEvent, eventsAreFull, GLUED, PICKED, SUSPECT } from './events';
import { addClean, addHashed } from './keys';
import { CELLS, CELL_LIMIT, CR, LF, QUOTE, SCRATCH } from './layout';
import { joinMasks } from './masks';
import { hashName, nameHash } from './name';
import { cellCount, isBlank, quotedBreaks, setDelimiter, splitRecord } from './split';

const RECORD_LIMIT: usize = 65536;
const BREAK_LIMIT: u32 = 100;
/** Kind of a key, see src/scan/kernel/layout.ts. */
const UNCONVERTED: u32 = 0;

/** Legacy identifiers and empty cells go to the host too: it wants to explain them. */
const EXPLAIN: u32 = 1;
/** Only records the host asked for are looked at. */
const PICK: u32 = 2;
/** Clean codes that had to be normalized go to the host as well. */
const EXPLAIN_FORMAT: u32 = 4;
/** Of a record asked for, only the numbers of its name and (HASH_TEXT) of its normalized code are wanted. */
const HASH: u32 = 8;
const HASH_TEXT: u32 = 16;
/** Text is not UTF-8: only ASCII cells are judged here, and the host hashes names. */
const OTHER_ENCODING: u32 = 32;

let delimiter: u8 = 0x2c;
let codeColumn: u32 = 0;
let nameColumn: i32 = -1;
let columns: u32 = 0;
let flags: u32 = 0;
let wanted: usize = 0;
let hashes: usize = 0;
let notedRegions: usize = 0;

/** Records seen since the range began; blank rows are none. */
export let rowCount: u32 = 0;
/** Line breaks passed since the range began. */
export let lineCount: u32 = 0;
export let blankRows: u32 = 0;
export let missingCount: u32 = 0;
/** Cells judged here that differ from their normalized form. */
export let formattedCount: u32 = 0;
export let registrationCount: u32 = 0;
export let taxpayerCount: u32 = 0;
export let organizationCount: u32 = 0;
export let shortRows: u32 = 0;
export let longRows: u32 = 0;
/** Line of the first of them. */
export let firstRagged: u32 = 0;
/** Whether `scan` stopped for a reason other than the end of its bytes: its event table is full. */
export let isFull: bool = false;

export function configure(
  newDelimiter: u32, newCodeColumn: u32, newNameColumn: i32, newColumns: u32, newFlags: u32, newWanted: usize,
  newHashes: usize,
): void {
  delimiter = <u8>newDelimiter;
  setDelimiter(delimiter);
  codeColumn = newCodeColumn;
  nameColumn = newNameColumn;
  columns = newColumns;
  flags = newFlags;
  setUtf8((newFlags & OTHER_ENCODING) == 0);
  wanted = newWanted;
  hashes = newHashes;
  rowCount = 0;
  lineCount = 0;
  blankRows = 0;
  missingCount = 0;
  formattedCount = 0;
  registrationCount = 0;
  taxpayerCount = 0;
  organizationCount = 0;
  shortRows = 0;
  longRows = 0;
}

/** Clean codes whose region's byte in the table at `at` is not 0 go to the host; 0: none do. */
export function placeNotedRegions(at: usize): void {
  notedRegions = at;
}

// @ts-ignore: decorator
@inline
function isNoted(key: u64): bool {
  return notedRegions != 0 && load<u8>(notedRegions + (<usize>(key >> 40) - 1) / PAIR_COUNT) != 0;
}

// @ts-ignore: decorator
@inline
function maskOf(a: v128, b: v128, c: v128, d: v128, byte: v128): u64 {
  return joinMasks(
    i8x16.bitmask(i8x16.eq(a, byte)),
    i8x16.bitmask(i8x16.eq(b, byte)),
    i8x16.bitmask(i8x16.eq(c, byte)),
    i8x16.bitmask(i8x16.eq(d, byte)),
  );
}

// @ts-ignore: decorator
@inline
function breakMask(a: v128, b: v128, c: v128, d: v128): u64 {
  const lf = i8x16.splat(<i8>LF);
  const cr = i8x16.splat(<i8>CR);
  return joinMasks(
    i8x16.bitmask(v128.or(i8x16.eq(a, lf), i8x16.eq(a, cr))),
    i8x16.bitmask(v128.or(i8x16.eq(b, lf), i8x16.eq(b, cr))),
    i8x16.bitmask(v128.or(i8x16.eq(c, lf), i8x16.eq(c, cr))),
    i8x16.bitmask(v128.or(i8x16.eq(d, lf), i8x16.eq(d, cr))),
  );
}

// @ts-ignore: decorator
@inline
function prefixXor(bits: u64): u64 {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  return bits ^ (bits << 32);
}

/** Line breaks among `bits`, CRLF counted once (at its LF, or at a CR no LF follows). */
function countBreaks(base: usize, bits: u64): u32 {
  let count: u32 = 0;
  while (bits != 0) {
    const at = base + <usize>ctz(bits);
    bits &= bits - 1;
    if (load<u8>(at) == LF || load<u8>(at + 1) != LF) count++;
  }
  return count;
}

/**
 * Reads the records that start in `from`..`stop`, from bytes up to `to`. `from` is the start of a record, not the LF of
 * a CRLF, and the byte before it is in memory. Returns the start of the first record not read. `final`: the input ends
 * at `to`. Reads up to 64 bytes past `to`, which must be zero.
 */
export function scan(from: usize, stop: usize, to: usize, final: bool): usize {
  const delimiters = i8x16.splat(<i8>delimiter);
  const quoteMarks = i8x16.splat(<i8>QUOTE);
  const column = codeColumn;
  let record = from;
  let base = from;
  let seen: u32 = 0;
  let codeAt: usize = column == 0 ? from : 0;
  let inside: u64 = 0;
  let edge: u64 = 1;
  let closed: u64 = 0;
  let breaks: u32 = 0;
  isFull = false;

  while (base < to) {
    const a = v128.load(base, 0);
    const b = v128.load(base, 16);
    const c = v128.load(base, 32);
    const d = v128.load(base, 48);
    let ends = breakMask(a, b, c, d);
    let commas = maskOf(a, b, c, d, delimiters);
    const qa = i8x16.eq(a, quoteMarks);
    const qb = i8x16.eq(b, quoteMarks);
    const qc = i8x16.eq(c, quoteMarks);
    const qd = i8x16.eq(d, quoteMarks);
    let quotes: u64 = 0;
    if (v128.any_true(v128.or(v128.or(qa, qb), v128.or(qc, qd)))) {
      quotes = joinMasks(i8x16.bitmask(qa), i8x16.bitmask(qb), i8x16.bitmask(qc), i8x16.bitmask(qd));
    }
    if (base + 64 > to) {
      const valid = (<u64>1 << <u64>(to - base)) - 1;
      ends &= valid;
      commas &= valid;
      quotes &= valid;
    }
    // The first bit from which the masks cannot be trusted.
    let loose: u64 = 0;
    let quotedEnds: u64 = 0;
    if ((quotes | inside | closed) != 0) {
      const within = prefixXor(quotes) ^ inside;
      quotedEnds = ends & within;
      ends &= ~within;
      commas &= ~within;
      const opens = quotes & within;
      const closes = quotes & ~within;
      const afterClose = (closes << 1) | closed;
      const edges = ends | commas;
      loose = (opens & ~((edges << 1) | edge | afterClose)) | (afterClose & ~(edges | quotes));
      if (base + 64 > to) loose &= (<u64>1 << <u64>(to - base)) - 1;
      inside = <u64>(<i64>within >> 63);
      closed = closes >> 63;
      edge = edges >> 63;
      if (loose != 0) {
        const trusted = (loose & (0 - loose)) - 1;
        ends &= trusted;
        commas &= trusted;
        quotedEnds &= trusted;
      }
    } else {
      edge = (ends | commas) >> 63;
    }

    let done: u64 = 0;
    let careful = false;
    while (ends != 0) {
      const end = ends & (0 - ends);
      const before = end - 1;
      const at = base + <usize>ctz(ends);
      ends &= ends - 1;
      if (at == record) {
        // An empty line, or the LF of a CRLF whose CR ended the record.
        if (!(load<u8>(at) == LF && load<u8>(at - 1) == CR)) lineCount++;
      } else {
        const segment = commas & before & ~done;
        const count = <u32>popcnt(segment);
        if (codeAt == 0 && seen + count >= column) codeAt = base + <usize>ctz(nthBit(segment, column - seen)) + 1;
        seen += count;
        if (quotedEnds != 0) breaks += countBreaks(base, quotedEnds & before & ~done);
        if (at - record > RECORD_LIMIT || breaks >= BREAK_LIMIT) {
          careful = true;
          break;
        }
        closeRecord(record, at, codeAt, seen + 1, breaks);
        lineCount += breaks + 1;
      }
      record = at + 1;
      seen = 0;
      breaks = 0;
      codeAt = column == 0 ? record : 0;
      done = before | end;
      if (record >= stop) return skipLineFeed(record, to);
      if (eventsAreFull()) {
        isFull = true;
        return skipLineFeed(record, to);
      }
    }

    if (careful || loose != 0 || (inside != 0 && base - record > RECORD_LIMIT + 64)) {
      const at = splitRecord(record, to, final, rowCount, lineCount);
      if (at == 0) return record;
      takeSplit(record, at);
      if (at == to) return to;
      record = skipLineFeed(at + 1, to);
      if (record >= stop) return record;
      if (eventsAreFull()) {
        isFull = true;
        return record;
      }
      base = record;
      seen = 0;
      breaks = 0;
      codeAt = column == 0 ? record : 0;
      inside = 0;
      edge = 1;
      closed = 0;
      continue;
    }

    const rest = commas & ~done;
    const count = <u32>popcnt(rest);
    if (codeAt == 0 && seen + count >= column) codeAt = base + <usize>ctz(nthBit(rest, column - seen)) + 1;
    seen += count;
    if (quotedEnds != 0) breaks += countBreaks(base, quotedEnds & ~done);
    base += 64;
  }

  if (final && record < to) {
    const at = splitRecord(record, to, true, rowCount, lineCount);
    takeSplit(record, at);
    if (at == to) return to;
    // The record ended before the input did: an open quote made the rest look like part of it.
    return skipLineFeed(at + 1, to);
  }
  return skipLineFeed(record, to);
}

// @ts-ignore: decorator
@inline
function nthBit(bits: u64, n: u32): u64 {
  for (; n > 1; n--) bits &= bits - 1;
  return bits;
}

// @ts-ignore: decorator
@inline
function skipLineFeed(at: usize, to: usize): usize {
  return at < to && load<u8>(at) == LF && load<u8>(at - 1) == CR ? at + 1 : at;
}

/** One record whose quotes are all in place: `record`..`end`, its code cell at `code` (0: it has none). */
// @ts-ignore: decorator
@inline
function closeRecord(record: usize, end: usize, code: usize, cells: u32, breaks: u32): void {
  if (flags & PICK) {
    pickRecord(record, end, code);
    return;
  }
  let at = code;
  const quoted = load<u8>(at) == QUOTE;
  if (quoted) at++;
  const key = keyOf(at);
  at += 18;
  let isClean = key != 0 && !isNoted(key);
  if (quoted) {
    isClean = isClean && load<u8>(at) == QUOTE;
    at++;
  }
  if (isClean && (at == end || load<u8>(at) == delimiter)) {
    addClean(key, rowCount);
    rowCount++;
  } else if (!lookCloser(record, end, code)) {
    return;
  }
  if (cells != columns) noteShape(record, cells, breaks);
}

function noteShape(record: usize, cells: u32, breaks: u32): void {
  if (shortRows + longRows == 0) firstRagged = lineCount;
  if (cells < columns) shortRows++;
  if (cells > columns) longRows++;
  if (breaks != 0 && cells != columns) {
    addEvent(GLUED, rowCount - 1, lineCount, record, 0, 0, 0, 0, cells, 0);
  }
}

/** The end of the cell at `at` in a record whose quotes are all in place. */
function endOfCell(at: usize, end: usize): usize {
  if (at < end && load<u8>(at) == QUOTE) {
    at++;
    while (at < end) {
      if (load<u8>(at) == QUOTE) {
        at++;
        if (at >= end || load<u8>(at) != QUOTE) break;
      }
      at++;
    }
  }
  while (at < end && load<u8>(at) != delimiter) at++;
  return at;
}

/** Whether it is a record at all: blank rows are none. */
function lookCloser(record: usize, end: usize, code: usize): bool {
  if (code != 0) {
    const codeEnd = endOfCell(code, end);
    if (codeEnd != code && takeCell(code, codeEnd)) return true;
  }
  splitRecord(record, end, true, rowCount, lineCount);
  if (isBlank) blankRows++;
  else takeRow();
  return !isBlank;
}

/** Counts a cell the kernel can judge by itself; false when the host has to. */
function takeCell(start: usize, end: usize): bool {
  const kind = judgeCell(start, end);
  if (kind == CELL_SUSPECT || (kind == CELL_CLEAN && isNoted(cellKey))) return false;
  if ((flags & EXPLAIN) != 0 && kind != CELL_CLEAN) return false;
  if ((flags & EXPLAIN_FORMAT) != 0 && cellIsFormatted) return false;
  if (cellIsFormatted) formattedCount++;
  if (kind == CELL_CLEAN) {
    addClean(cellKey, rowCount);
  } else {
    addHashed(cellKey, rowCount, UNCONVERTED);
    if (kind == CELL_REGISTRATION) registrationCount++;
    if (kind == CELL_TAXPAYER) taxpayerCount++;
    if (kind == CELL_ORGANIZATION) organizationCount++;
  }
  rowCount++;
  return true;
}

/** A record of the careful loop, its shape noted. */
function takeSplit(record: usize, end: usize): void {
  const breaks = quotedBreaks;
  const cells = cellCount;
  if (isBlank) {
    if (end != record) blankRows++;
  } else {
    if (flags & PICK) {
      pickSplit();
    } else {
      if (codeColumn >= cells || codeColumn >= CELL_LIMIT) {
        takeRow();
      } else {
        const cell = CELLS + (<usize>codeColumn << 3);
        const start = <usize>load<u32>(cell, 0);
        const codeEnd = <usize>load<u32>(cell, 4);
        if (start == codeEnd || !takeCell(start, codeEnd)) takeRow();
      }
      if (cells != columns) noteShape(record, cells, breaks);
    }
  }
  lineCount += breaks + 1;
}

/** The record last split: without a code, or one for the host. */
function takeRow(): void {
  let codeStart: usize = 0;
  let codeEnd: usize = 0;
  if (codeColumn < cellCount && codeColumn < CELL_LIMIT) {
    codeStart = <usize>load<u32>(CELLS + (<usize>codeColumn << 3), 0);
    codeEnd = <usize>load<u32>(CELLS + (<usize>codeColumn << 3), 4);
  }
  if (codeStart == codeEnd && (flags & EXPLAIN) == 0) {
    missingCount++;
  } else {
    addRecord(SUSPECT, codeStart, codeEnd, 0);
  }
  rowCount++;
}

function addRecord(kind: u32, codeStart: usize, codeEnd: usize, slot: u32): void {
  let nameStart: usize = 0;
  let nameEnd: usize = 0;
  if (nameColumn >= 0 && <u32>nameColumn < cellCount && <u32>nameColumn < CELL_LIMIT) {
    nameStart = <usize>load<u32>(CELLS + (<usize>nameColumn << 3), 0);
    nameEnd = <usize>load<u32>(CELLS + (<usize>nameColumn << 3), 4);
  }
  addEvent(kind, rowCount, lineCount, <usize>load<u32>(CELLS), codeStart, codeEnd, nameStart, nameEnd, cellCount, slot);
}

function pickRecord(record: usize, end: usize, code: usize): void {
  const isWanted = load<u32>(wanted + (<usize>rowCount << 2)) != 0;
  const isEmpty = code == 0 || code == end || load<u8>(code) == delimiter || load<u16>(code) == 0x2222;
  if (!isWanted && !isEmpty) {
    rowCount++;
    return;
  }
  splitRecord(record, end, true, rowCount, lineCount);
  if (!isBlank) pickSplit();
}

function pickSplit(): void {
  const slot = load<u32>(wanted + (<usize>rowCount << 2));
  if (slot != 0) {
    let codeStart: usize = 0;
    let codeEnd: usize = 0;
    if (codeColumn < cellCount && codeColumn < CELL_LIMIT) {
      codeStart = <usize>load<u32>(CELLS + (<usize>codeColumn << 3), 0);
      codeEnd = <usize>load<u32>(CELLS + (<usize>codeColumn << 3), 4);
    }
    if ((flags & HASH) == 0 || !hashRecord(slot - 1, codeStart, codeEnd)) addRecord(PICKED, codeStart, codeEnd, slot);
  }
  rowCount++;
}

/** Writes the numbers of the record last split; false when the host has to normalize its name or code. */
function hashRecord(index: u32, codeStart: usize, codeEnd: usize): bool {
  let name: u64 = 0;
  if (nameColumn >= 0 && <u32>nameColumn < cellCount && <u32>nameColumn < CELL_LIMIT) {
    if (flags & OTHER_ENCODING) return false;
    const cell = CELLS + (<usize>nameColumn << 3);
    if (!hashName(<usize>load<u32>(cell, 0), <usize>load<u32>(cell, 4))) return false;
    name = nameHash;
  }
  let text: u64 = 0;
  if (flags & HASH_TEXT) {
    if (judgeCell(codeStart, codeEnd) == CELL_SUSPECT) return false;
    text = hashText(SCRATCH, cellLength, SECOND_SEED);
  }
  const out = hashes + (<usize>index << 4);
  store<u64>(out, name, 0);
  store<u64>(out, text, 8);
  return true;
}
