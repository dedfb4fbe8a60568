// Cells of records with a clean code, written column by column as a page of Parquet has them, for the host to take:
//
//   record   91350100M000100Y43,甲公司,…          table   end of what is written, end of the room │ … a column
//   page 0   …│ 12 00 00 00 │ 91350100M000100Y43
//   page 1   …│ 09 00 00 00 │ 甲公司
//   page n   …│ 12 00 00 00 │ the code, once more
//
// Every other record is handed over, with the number of records that were written before it.

import { pageEntryBytes } from '../../contract';
import { QUOTE } from '../text/bytes';
import { keyOf } from '../values/code';
import { findByte } from '../records/records';
import { codeColumn, columns, delimiter } from '../records/settings';

const CODE_LENGTH: usize = 18;

/** Records written since `placePages`. */
export let pagedCount: u32 = 0;

let table: usize = 0;

/** `at`: for each column, and one more for codes, where its page ends and where its room does. */
export function placePages(at: usize): void {
  table = at;
  pagedCount = 0;
}

/** Writes the cells of a record; false when the host has to. */
export function pageRecord(record: usize, end: usize, cells: u32): bool {
  if (cells != columns || findByte(record, end, QUOTE) != end) return false;
  let entry = table;
  let cell = record;
  let code: usize = 0;
  for (let column: u32 = 0; column < columns; column++) {
    const cellEnd = findByte(cell, end, delimiter);
    if (!hasRoom(entry, cellEnd - cell)) return false;
    if (column == codeColumn) {
      if (cellEnd - cell != CODE_LENGTH || keyOf(cell) == 0) return false;
      code = cell;
    }
    // Not yet part of the page: the next record overwrites it unless this one is written to its last cell.
    write(<usize>load<u32>(entry), cell, cellEnd - cell);
    cell = cellEnd + 1;
    entry += pageEntryBytes;
  }
  if (code == 0 || !hasRoom(entry, CODE_LENGTH)) return false;
  write(<usize>load<u32>(entry), code, CODE_LENGTH);
  for (let at = table; at <= entry; at += pageEntryBytes) {
    const pageEnd = <usize>load<u32>(at);
    store<u32>(at, <u32>(pageEnd + 4 + <usize>load<u32>(pageEnd)));
  }
  pagedCount++;
  return true;
}

@inline
function hasRoom(entry: usize, length: usize): bool {
  return <usize>load<u32>(entry) + length + 20 <= <usize>load<u32>(entry, 4);
}

/** Copies 16 bytes at a time, up to 15 more than asked. */
@inline
function write(to: usize, from: usize, length: usize): void {
  store<u32>(to, <u32>length);
  for (let at: usize = 0; at < length; at += 16) v128.store(to + 4 + at, v128.load(from + at));
}
