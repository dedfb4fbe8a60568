// What becomes of a record once its ends are known: its code is listed, counted, or handed to the host.

import {
  annotateFlag,
  cellLimit,
  cellsAt,
  columnsFlag,
  conformingKey,
  conformingPartition,
  decidedEvent,
  decideFlag,
  erroneousPartition,
  explainFlag,
  explainFormatFlag,
  gluedEvent,
  incomparableKey,
  keyOrganizationFlag,
  listMissingFlag,
  listRowFlag,
  missingPartition,
  noProfile,
  pageFlag,
  pickFlag,
  scratchAt,
  suspectEvent,
  unconvertedKey,
  unconvertedPartition,
  writingCountsAt,
} from '../../contract';
import { annotateRecord } from '../written/annotate';
import { CELL_CLEAN, CELL_ORGANIZATION, CELL_SUSPECT, CELL_TAXPAYER, cellFaults, cellKey, cellLength, judgeCell } from '../values/cell';
import { FIRST_SEED, hashText, keyOf } from '../values/code';
import { decide, decidedKey, decidedRegion } from '../values/decide';
import { countBlank, countLegacy, countMissing, countRagged, lineCount, passLines, passRow, rowCount } from '../records/counts';
import { isInOrder, profile } from './columns';
import { addEvent } from '../records/events';
import { addClean, addHashed, addOrganization } from '../keys/keys';
import { listRow } from '../written/list-rows';
import { countWritingFaults } from '../values/writing';
import { QUOTE } from '../text/bytes';
import { isSkipped, mayBeNoRecord, saysNoCode } from '../records/lines';
import { pageRecord } from '../written/pages';
import { addRecord, pickRecord, pickSplit } from './pick';
import { codeColumn, columns, delimiter, flags, isNoted } from '../records/settings';
import { cellCount, endOfCell, isBlank, quotedBreaks, splitRecord } from '../records/split';
import { countUnit, countUnitFaults, hasUnits, numberSplitUnit, numberUnit } from '../records/units';

/** One record whose quotes are all in place: `record`..`end`, its code and unit cells at `code` and `unitAt` (0: it has none). */
@inline
export function closeRecord(record: usize, end: usize, code: usize, unitAt: usize, cells: u32, breaks: u32): void {
  if (isSkipped(record)) return;
  if (flags & (pickFlag | columnsFlag)) {
    if ((flags & annotateFlag) != 0 && annotateRecord(record, end, code, cells)) passRow();
    else if ((flags & listRowFlag) != 0 && listRow(record, end, code)) passRow();
    else if ((flags & pageFlag) != 0 && pageRecord(record, end, cells)) passRow();
    else if (flags & pickFlag) pickRecord(record, end, code);
    else closeColumns(record, end, cells, breaks);
    return;
  }
  let unit: u32 = 0;
  if (hasUnits()) unit = numberUnit(unitAt, unitAt == 0 ? 0 : endOfCell(unitAt, end));
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
    if (hasUnits()) countUnit(unit, conformingPartition);
    passRow();
  } else if (!lookCloser(record, end, code, unit)) {
    return;
  }
  if (cells != columns) noticeCellCount(record, cells, breaks);
}

/** Of a record of which several columns are looked at; all of its cells are needed. */
function closeColumns(record: usize, end: usize, cells: u32, breaks: u32): void {
  splitRecord(record, end, true, rowCount, lineCount);
  if (isBlank) {
    countBlank();
    return;
  }
  if (isInOrder()) passRow();
  else takeRow(profile);
  if (cells != columns) noticeCellCount(record, cells, breaks);
}

function noticeCellCount(record: usize, cells: u32, breaks: u32): void {
  countRagged(cells < columns);
  if (breaks != 0 && cells != columns) {
    addEvent(gluedEvent, rowCount - 1, lineCount, record, 0, 0, 0, 0, cells, 0, 0);
  }
}

/** Whether it is a record at all: blank rows are none. */
function lookCloser(record: usize, end: usize, code: usize, unit: u32): bool {
  if (code != 0) {
    const codeEnd = endOfCell(code, end);
    if (codeEnd != code && takeCell(code, codeEnd, unit)) return true;
  }
  splitRecord(record, end, true, rowCount, lineCount);
  if (isBlank) countBlank();
  else takeRow(unit);
  return !isBlank;
}

/** Counts a cell the kernel can judge by itself; false when the host has to. */
function takeCell(start: usize, end: usize, unit: u32): bool {
  const kind = judgeCell(start, end);
  if (kind == CELL_SUSPECT) return (flags & decideFlag) != 0 && takeDecided(start, end, unit);
  if (kind == CELL_CLEAN && isNoted(cellKey)) return false;
  if ((flags & explainFlag) != 0 && kind != CELL_CLEAN) return false;
  if ((flags & explainFormatFlag) != 0 && cellFaults != 0) return false;
  if (cellFaults != 0) {
    countWritingFaults(writingCountsAt, cellFaults);
    if (hasUnits()) countUnitFaults(unit, cellFaults);
  }
  if (kind == CELL_CLEAN) {
    addClean(cellKey, rowCount);
  } else {
    listLegacy(kind);
    countLegacy(kind);
  }
  if (hasUnits()) countUnit(unit, kind == CELL_CLEAN ? conformingPartition : unconvertedPartition);
  passRow();
  return true;
}

/** Decides a cell that is neither a clean code nor an older number; false when the host has to. */
function takeDecided(start: usize, end: usize, unit: u32): bool {
  if (saysNoCode(start, end)) return false;
  const decision = decide();
  if (decision == 0) return false;
  if (decidedKey != incomparableKey) addHashed(hashText(scratchAt, cellLength, FIRST_SEED), rowCount, decidedKey);
  if (hasUnits()) countUnit(unit, decidedKey == conformingKey ? conformingPartition : erroneousPartition);
  addEvent(decidedEvent, rowCount, lineCount, 0, 0, 0, 0, 0, 0, decision, unit, decidedRegion);
  passRow();
  return true;
}

/** Lists the legacy identifier last judged. */
function listLegacy(kind: u32): void {
  const byOrganization = (flags & keyOrganizationFlag) != 0;
  if (byOrganization && kind == CELL_ORGANIZATION) addOrganization(scratchAt, rowCount);
  else if (byOrganization && kind == CELL_TAXPAYER) addOrganization(scratchAt + 6, rowCount);
  else addHashed(cellKey, rowCount, unconvertedKey);
}

/** A record of the careful loop, its shape noted. */
export function takeSplit(record: usize, end: usize): void {
  const breaks = quotedBreaks;
  const cells = cellCount;
  if (isSkipped(record)) {
    passLines(breaks + 1);
    return;
  }
  if (isBlank) {
    if (end != record) countBlank();
  } else {
    if (flags & pickFlag) {
      pickSplit();
    } else if (flags & columnsFlag) {
      takeRow(noProfile);
      if (cells != columns) noticeCellCount(record, cells, breaks);
    } else {
      const unit: u32 = hasUnits() ? numberSplitUnit() : 0;
      if (codeColumn >= cells || codeColumn >= cellLimit) {
        takeRow(unit);
      } else {
        const cell = cellsAt + (<usize>codeColumn << 3);
        const start = <usize>load<u32>(cell, 0);
        const codeEnd = <usize>load<u32>(cell, 4);
        if (start == codeEnd || !takeCell(start, codeEnd, unit)) takeRow(unit);
      }
      if (cells != columns) noticeCellCount(record, cells, breaks);
    }
  }
  passLines(breaks + 1);
}

/** The record last split: without a code, or one for the host. */
function takeRow(unit: u32): void {
  let codeStart: usize = 0;
  let codeEnd: usize = 0;
  if (codeColumn < cellCount && codeColumn < cellLimit) {
    codeStart = <usize>load<u32>(cellsAt + (<usize>codeColumn << 3), 0);
    codeEnd = <usize>load<u32>(cellsAt + (<usize>codeColumn << 3), 4);
  }
  const isDoubtful = mayBeNoRecord(codeStart, codeEnd);
  if (codeStart == codeEnd && (flags & (explainFlag | listMissingFlag)) == 0 && !isDoubtful) {
    countMissing();
    if (hasUnits()) countUnit(unit, missingPartition);
  } else {
    addRecord(suspectEvent, codeStart, codeEnd, <u32>isDoubtful, unit);
  }
  passRow();
}
