// How the range being scanned is written, and what is wanted of it.

import { PAIR_COUNT } from './code';
import { setUtf8 } from './cell';
import { setDelimiter } from './split';

/** Legacy identifiers and empty cells go to the host too: it wants to explain them. */
export const EXPLAIN: u32 = 1;
/** Only records the host asked for are looked at. */
export const PICK: u32 = 2;
/** Clean codes that had to be normalized go to the host as well. */
export const EXPLAIN_FORMAT: u32 = 4;
/** Of a record asked for, only the numbers of its name and (HASH_TEXT) of its normalized code are wanted. */
export const HASH: u32 = 8;
export const HASH_TEXT: u32 = 16;
/** With HASH: records go to the host too. */
export const HASH_AND_SHOW: u32 = 64;
/** Text is not UTF-8: only ASCII cells are judged here, and the host hashes names. */
export const OTHER_ENCODING: u32 = 32;
/** With PICK: the number of every record's cell in the code column is listed, as a name's. */
export const KEY_NAME: u32 = 256;
/** Records without a code go to the host too: it lists them by name. */
export const LIST_MISSING: u32 = 512;
/** With PICK: of a record asked for, the place of all of it is wanted instead of its code's. */
export const RECORD: u32 = 1024;
/** Legacy identifiers that hold an organization code are listed under it. */
export const KEY_ORGANIZATION: u32 = 2048;

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
  codeColumn = newCodeColumn;
  nameColumn = newNameColumn;
  columns = newColumns;
  flags = newFlags;
  setUtf8((newFlags & OTHER_ENCODING) == 0);
  wanted = newWanted;
  hashes = newHashes;
}

/** Clean codes whose region's byte in the table at `at` is not 0 go to the host; 0: none do. */
export function placeNotedRegions(at: usize): void {
  notedRegions = at;
}

@inline
export function isNoted(key: u64): bool {
  return notedRegions != 0 && load<u8>(notedRegions + (<usize>(key >> 40) - 1) / PAIR_COUNT) != 0;
}
