// How the range being scanned is written, and what is wanted of it.

import { columnsFlag, decideFlag, explainFlag, otherEncodingFlag, pairCount, pickFlag } from '../../contract';
import { setUtf8 } from '../values/cell';
import { setMarks } from '../text/marks';
import { setDelimiter } from './split';

export let delimiter: u8 = 0x2c;
export let codeColumn: u32 = 0;
export let nameColumn: i32 = -1;
export let columns: u32 = 0;
export let flags: u32 = 0;
export let wanted: usize = 0;
export let hashes: usize = 0;
export let notedRegions: usize = 0;

export function setUp(
  newDelimiter: u32, newCodeColumn: u32, newNameColumn: i32, newColumns: u32, newFlags: u32, newWanted: usize,
  newHashes: usize,
): void {
  delimiter = <u8>newDelimiter;
  setDelimiter(delimiter);
  setMarks(delimiter);
  codeColumn = newCodeColumn;
  nameColumn = newNameColumn;
  columns = newColumns;
  flags = newFlags;
  setUtf8((newFlags & otherEncodingFlag) == 0);
  wanted = newWanted;
  hashes = newHashes;
}

/** Nothing is to be explained any more. */
export function explainNoMore(): void {
  flags = (flags & ~explainFlag) | decideFlag;
}

/** Clean codes whose region's byte in the table at `at` is not 0 go to the host; 0: none do. */
export function placeNotedRegions(at: usize): void {
  notedRegions = at;
}

/** Whether of a record with a clean code nothing is wanted but its number. */
@inline
export function looksAtCodesOnly(): bool {
  return (flags & (pickFlag | columnsFlag)) == 0 && notedRegions == 0;
}

@inline
export function isNoted(key: u64): bool {
  return notedRegions != 0 && load<u8>(notedRegions + (<usize>(key >> 40) - 1) / pairCount) != 0;
}
