// Records listed by their name: the code column is the name's then, so that the fast loop finds it as it finds codes.

import { cellLimit, cellsAt, otherEncodingFlag, suspectEvent } from '../../contract';
import { countBlank, lineCount, passRow, rowCount } from '../records/counts';
import { addEvent } from '../records/events';
import { addHashed } from '../keys/keys';
import { QUOTE } from '../text/bytes';
import { hashName, nameHash } from '../values/name';
import { findByte } from '../records/records';
import { codeColumn, delimiter, flags } from '../records/settings';
import { cellCount, isBlank, splitRecord } from '../records/split';

/** Lists the name at `name` of a record whose quotes are all in place. */
export function listName(record: usize, end: usize, name: usize): void {
  // Without a quote the cell ends at the next delimiter; anything else, an empty cell too, is split with care.
  if (name != 0 && name != end && load<u8>(name) != delimiter && load<u8>(name) != QUOTE) {
    listCell(name, findByte(name, end, delimiter));
    return;
  }
  splitRecord(record, end, true, rowCount, lineCount);
  if (isBlank) countBlank();
  else listSplitName();
}

/** Lists the name of the record last split. */
export function listSplitName(): void {
  if (codeColumn >= cellCount || codeColumn >= cellLimit) {
    passRow();
    return;
  }
  const cell = cellsAt + (<usize>codeColumn << 3);
  listCell(<usize>load<u32>(cell, 0), <usize>load<u32>(cell, 4));
}

/** A name the host has to normalize goes to the host; an empty one is not listed. */
function listCell(start: usize, end: usize): void {
  if (flags & otherEncodingFlag || !hashName(start, end)) {
    addEvent(suspectEvent, rowCount, lineCount, start, start, end, start, end, 0, 0, 0);
  } else if (nameHash != 0) {
    addHashed(nameHash, rowCount, 0);
  }
  passRow();
}
