// Records the host reads again: handed over, or turned into the numbers it compares them by.

import { CELL_SUSPECT, cellLength, judgeCell } from './cell';
import { hashText, SECOND_SEED } from './code';
import { lineCount, passRow, rowCount } from './counts';
import { addEvent, PICKED } from './events';
import { CELLS, CELL_LIMIT, SCRATCH } from './layout';
import { hashName, nameHash } from './name';
import { listName, listSplitName } from './list-names';
import {
  codeColumn, delimiter, flags, HASH, HASH_AND_SHOW, HASH_TEXT, hashes, KEY_NAME, nameColumn, OTHER_ENCODING, RECORD, wanted,
} from './settings';
import { cellCount, isBlank, splitEnd, splitRecord } from './split';
import { notePickedUnit } from './units';

export function addRecord(kind: u32, codeStart: usize, codeEnd: usize, slot: u32, unit: u32): void {
  let nameStart: usize = 0;
  let nameEnd: usize = 0;
  if (nameColumn >= 0 && <u32>nameColumn < cellCount && <u32>nameColumn < CELL_LIMIT) {
    nameStart = <usize>load<u32>(CELLS + (<usize>nameColumn << 3), 0);
    nameEnd = <usize>load<u32>(CELLS + (<usize>nameColumn << 3), 4);
  }
  addEvent(kind, rowCount, lineCount, <usize>load<u32>(CELLS), codeStart, codeEnd, nameStart, nameEnd, cellCount, slot, unit);
}

export function pickRecord(record: usize, end: usize, code: usize): void {
  if (flags & KEY_NAME) {
    listName(record, end, code);
    return;
  }
  const isWanted = load<u32>(wanted + (<usize>rowCount << 2)) != 0;
  const isEmpty = code == 0 || code == end || load<u8>(code) == delimiter || load<u16>(code) == 0x2222;
  if (!isWanted && !isEmpty) {
    passRow();
    return;
  }
  splitRecord(record, end, true, rowCount, lineCount);
  if (!isBlank) pickSplit();
}

export function pickSplit(): void {
  if (flags & KEY_NAME) {
    listSplitName();
    return;
  }
  const slot = load<u32>(wanted + (<usize>rowCount << 2));
  if (slot != 0 && flags & RECORD) {
    addRecord(PICKED, <usize>load<u32>(CELLS), splitEnd, slot, 0);
  } else if (slot != 0) {
    notePickedUnit(slot - 1);
    let codeStart: usize = 0;
    let codeEnd: usize = 0;
    if (codeColumn < cellCount && codeColumn < CELL_LIMIT) {
      codeStart = <usize>load<u32>(CELLS + (<usize>codeColumn << 3), 0);
      codeEnd = <usize>load<u32>(CELLS + (<usize>codeColumn << 3), 4);
    }
    const isHashed = (flags & HASH) != 0 && hashRecord(slot - 1, codeStart, codeEnd);
    if (!isHashed || (flags & HASH_AND_SHOW) != 0) addRecord(PICKED, codeStart, codeEnd, slot, isHashed ? 1 : 0);
  }
  passRow();
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
