// What becomes of a record once its ends are known: its code is listed, counted, or handed to the host.

import { CELL_CLEAN, CELL_ORGANIZATION, CELL_SUSPECT, CELL_TAXPAYER, cellIsFormatted, cellKey, judgeCell } from './cell';
import { keyOf } from './code';
import {
  countBlank, countFormatted, countLegacy, countMissing, countRagged, lineCount, passLines, passRow, rowCount,
} from './counts';
import { addEvent, GLUED, SUSPECT } from './events';
import { addClean, addHashed, addOrganization } from './keys';
import { CELLS, CELL_LIMIT, QUOTE, SCRATCH } from './layout';
import { addRecord, pickRecord, pickSplit } from './pick';
import {
  codeColumn, columns, delimiter, EXPLAIN, EXPLAIN_FORMAT, flags, isNoted, KEY_ORGANIZATION, LIST_MISSING, PICK,
} from './settings';
import { cellCount, isBlank, quotedBreaks, splitRecord } from './split';

/** Kind of a key, see src/scan/kernel/layout.ts. */
const UNCONVERTED: u32 = 0;

/** One record whose quotes are all in place: `record`..`end`, its code cell at `code` (0: it has none). */
@inline
export function closeRecord(record: usize, end: usize, code: usize, cells: u32, breaks: u32): void {
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
    passRow();
  } else if (!lookCloser(record, end, code)) {
    return;
  }
  if (cells != columns) noteShape(record, cells, breaks);
}

function noteShape(record: usize, cells: u32, breaks: u32): void {
  countRagged(cells < columns);
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
  if (isBlank) countBlank();
  else takeRow();
  return !isBlank;
}

/** Counts a cell the kernel can judge by itself; false when the host has to. */
function takeCell(start: usize, end: usize): bool {
  const kind = judgeCell(start, end);
  if (kind == CELL_SUSPECT || (kind == CELL_CLEAN && isNoted(cellKey))) return false;
  if ((flags & EXPLAIN) != 0 && kind != CELL_CLEAN) return false;
  if ((flags & EXPLAIN_FORMAT) != 0 && cellIsFormatted) return false;
  if (cellIsFormatted) countFormatted();
  if (kind == CELL_CLEAN) {
    addClean(cellKey, rowCount);
  } else {
    listLegacy(kind);
    countLegacy(kind);
  }
  passRow();
  return true;
}

/** Lists the legacy identifier last judged. */
function listLegacy(kind: u32): void {
  if ((flags & KEY_ORGANIZATION) == 0) addHashed(cellKey, rowCount, UNCONVERTED);
  else if (kind == CELL_ORGANIZATION) addOrganization(SCRATCH, rowCount);
  else if (kind == CELL_TAXPAYER) addOrganization(SCRATCH + 6, rowCount);
}

/** A record of the careful loop, its shape noted. */
export function takeSplit(record: usize, end: usize): void {
  const breaks = quotedBreaks;
  const cells = cellCount;
  if (isBlank) {
    if (end != record) countBlank();
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
  passLines(breaks + 1);
}

/** The record last split: without a code, or one for the host. */
function takeRow(): void {
  let codeStart: usize = 0;
  let codeEnd: usize = 0;
  if (codeColumn < cellCount && codeColumn < CELL_LIMIT) {
    codeStart = <usize>load<u32>(CELLS + (<usize>codeColumn << 3), 0);
    codeEnd = <usize>load<u32>(CELLS + (<usize>codeColumn << 3), 4);
  }
  if (codeStart == codeEnd && (flags & (EXPLAIN | LIST_MISSING)) == 0) {
    countMissing();
  } else {
    addRecord(SUSPECT, codeStart, codeEnd, 0);
  }
  passRow();
}
