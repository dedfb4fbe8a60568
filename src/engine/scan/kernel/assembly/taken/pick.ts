// Records the host reads again: handed over, or turned into the numbers it compares them by.

import {
  cellLimit,
  cellsAt,
  hashAndShowFlag,
  hashFlag,
  hashTextFlag,
  keyNameFlag,
  otherEncodingFlag,
  pageFlag,
  pickedEvent,
  recordFlag,
  scratchAt,
} from '../../contract';
import { CELL_SUSPECT, cellLength, judgeCell } from '../values/cell';
import { hashText, SECOND_SEED } from '../values/code';
import { lineCount, passRow, rowCount } from '../records/counts';
import { addEvent } from '../records/events';

import { hashName, nameHash } from '../values/name';
import { listName, listSplitName } from './list-names';
import { cellEnd, findCell } from '../records/records';
import { writtenTo } from '../written/out';
import { pagedCount } from '../written/pages';
import { codeColumn, delimiter, flags, hashes, nameColumn, wanted } from '../records/settings';
import { cellCount, isBlank, splitEnd, splitRecord } from '../records/split';
import { hasUnits, keepPickedUnit } from '../records/units';

export function addRecord(kind: u32, codeStart: usize, codeEnd: usize, slot: u32, unit: u32): void {
  let nameStart: usize = 0;
  let nameEnd: usize = 0;
  if (nameColumn >= 0 && <u32>nameColumn < cellCount && <u32>nameColumn < cellLimit) {
    nameStart = <usize>load<u32>(cellsAt + (<usize>nameColumn << 3), 0);
    nameEnd = <usize>load<u32>(cellsAt + (<usize>nameColumn << 3), 4);
  }
  addEvent(kind, rowCount, lineCount, <usize>load<u32>(cellsAt), codeStart, codeEnd, nameStart, nameEnd, cellCount, slot, unit);
}

export function pickRecord(record: usize, end: usize, code: usize): void {
  if (flags & keyNameFlag) {
    listName(record, end, code);
    return;
  }
  const isWanted = load<u32>(wanted + (<usize>rowCount << 2)) != 0;
  const isEmpty = code == 0 || code == end || load<u8>(code) == delimiter || load<u16>(code) == 0x2222;
  if (!isWanted && !isEmpty) {
    passRow();
    return;
  }
  if (isWanted && !isEmpty && looksAtNamesOnly() && numberName(record, end)) {
    passRow();
    return;
  }
  splitRecord(record, end, true, rowCount, lineCount);
  if (!isBlank) pickSplit();
}

/** Whether of a record asked for nothing is wanted but the number of its name. */
@inline
function looksAtNamesOnly(): bool {
  const others = hashTextFlag | hashAndShowFlag | recordFlag | otherEncodingFlag;
  return (flags & hashFlag) != 0 && (flags & others) == 0 && nameColumn >= 0 && !hasUnits();
}

/** Writes the number of a name that need not be looked for with care; false when it has to. */
function numberName(record: usize, end: usize): bool {
  const name = findCell(record, end, nameColumn);
  if (name == 0 || !hashName(name, cellEnd)) return false;
  const out = hashes + (<usize>(load<u32>(wanted + (<usize>rowCount << 2)) - 1) << 4);
  store<u64>(out, nameHash, 0);
  store<u64>(out, 0, 8);
  return true;
}

export function pickSplit(): void {
  if (flags & keyNameFlag) {
    listSplitName();
    return;
  }
  const slot = load<u32>(wanted + (<usize>rowCount << 2));
  if (slot != 0 && flags & recordFlag) {
    addRecord(pickedEvent, <usize>load<u32>(cellsAt), splitEnd, slot, flags & pageFlag ? pagedCount : <u32>writtenTo);
  } else if (slot != 0) {
    keepPickedUnit(slot - 1);
    let codeStart: usize = 0;
    let codeEnd: usize = 0;
    if (codeColumn < cellCount && codeColumn < cellLimit) {
      codeStart = <usize>load<u32>(cellsAt + (<usize>codeColumn << 3), 0);
      codeEnd = <usize>load<u32>(cellsAt + (<usize>codeColumn << 3), 4);
    }
    const isHashed = (flags & hashFlag) != 0 && hashRecord(slot - 1, codeStart, codeEnd);
    if (!isHashed || (flags & hashAndShowFlag) != 0) addRecord(pickedEvent, codeStart, codeEnd, slot, isHashed ? 1 : 0);
  }
  passRow();
}

/** Writes the numbers of the record last split; false when the host has to normalize its name or code. */
function hashRecord(index: u32, codeStart: usize, codeEnd: usize): bool {
  let name: u64 = 0;
  if (nameColumn >= 0 && <u32>nameColumn < cellCount && <u32>nameColumn < cellLimit) {
    if (flags & otherEncodingFlag) return false;
    const cell = cellsAt + (<usize>nameColumn << 3);
    if (!hashName(<usize>load<u32>(cell, 0), <usize>load<u32>(cell, 4))) return false;
    name = nameHash;
  }
  let text: u64 = 0;
  if (flags & hashTextFlag) {
    if (judgeCell(codeStart, codeEnd) == CELL_SUSPECT) return false;
    text = hashText(scratchAt, cellLength, SECOND_SEED);
  }
  const out = hashes + (<usize>index << 4);
  store<u64>(out, name, 0);
  store<u64>(out, text, 8);
  return true;
}
