// The kernel: everything that touches every byte or every key. Of the standard it knows the clean code, older numbers and most wrong
// codes (values/); whatever else it meets it hands to the host.
//
//   text       bytes: encodings, marks of delimiters and line breaks
//   values     what stands in a cell: codes, names, organization codes
//   records    where records and their cells lie, what is counted of them, what the host is to see
//   keys       what records are listed under, and keys that are met twice
//   written    what the kernel writes of records itself
//   taken      what becomes of a record: listed, counted, read again, handed over
//   here       the loops that find records: even.ts for most text, scan.ts for any
//
// Each imports from those above it only.

import { resetCounts } from './records/counts';
import { expectEven } from './even';
import { setUp } from './records/settings';
import { dropUnits } from './records/units';
import { FIRST_SEED, hashText, keyOf, SECOND_SEED } from './values/code';
import { clearEvents, eventCount } from './records/events';
import { addClean, addHashed, addOrganization, cleanCount, hashedCount, keepOrganizations, placeKeys } from './keys/keys';
import { clearOpenQuotes, cellCount, isBlank, openQuotes, quotedBreaks, setDelimiter, splitRecord } from './records/split';

export { addOrganization, clearEvents, eventCount, cleanCount, hashedCount, keepOrganizations, placeKeys };
export { cellCount, isBlank, clearOpenQuotes, openQuotes, quotedBreaks, setDelimiter, splitRecord };
export { startRows } from './written/list-rows';
export { placeWriting, writtenTo } from './written/out';
export { pagedCount, placePages } from './written/pages';
export { packBytes } from './written/snappy';
export { packOrganization } from './values/organization';
export { findByte, isPlainText, splitCells, splitCount, splitRecords } from './records/records';
export { isFull, scan } from './scan';
export {
  blankRows, firstRagged, lineCount, longRows, missingCount, organizationCount, registrationCount, rowCount, shortRows,
  taxpayerCount,
} from './records/counts';
export { explainNoMore, placeNotedRegions } from './records/settings';
export { placeColumns } from './taken/columns';
export { lookForLines, skipLines } from './records/lines';
export { escapedRecords, firstEscaped, readEscapes, restoreOpenQuotes } from './records/split';
export { countUndecodable, firstUndecodable, resetOther, sawOther } from './text/utf8';
export { countUnit, countUnitFaults, numberUnits, placeUnits, resumeUnits, unitCount, unitsAreFull, unitsHaveFaults } from './records/units';
export { clearEntries, clearTable, countAreas, enterKeys, entryCount, groupCount, listCounts, moveTable, partition, startGroups } from './keys/group';
export { clearSieve, countPartition, listSieved, placeSlices, sieveKeys } from './keys/sieve';
export { copyFirstRecords, countPresences, enterSide, firstCount, listSide, matchSide, startFirstRecords, startSides } from './keys/sides';

/**
 * Lists text the host has judged as the key of `row`. `kind` (0–3, see contract.ts) stays in the low bits
 * of the keys of what is not a clean code. Returns whether it is one.
 */
export function addText(text: usize, length: usize, row: u32, kind: u32): bool {
  const key = length == 18 ? keyOf(text) : 0;
  if (key != 0) addClean(key, row);
  else addHashed(hashText(text, length, FIRST_SEED), row, kind);
  return key != 0;
}

/** Lists a name the host has normalized, or another text that is no code, as the key of `row`. */
export function addName(text: usize, length: usize, row: u32, kind: u32): void {
  addHashed(hashText(text, length, SECOND_SEED), row, kind);
}

/** Whether the 18 bytes at `code` are a clean code. */
export function isCleanCode(code: usize): bool {
  return keyOf(code) != 0;
}

/** Writes a second 64-bit number for text, independent of the one in its key, to `out`. */
export function hashInto(text: usize, length: usize, out: usize): void {
  store<u64>(out, hashText(text, length, SECOND_SEED));
}

/** Prepares for a range; see settings.ts for what the numbers are. */
export function configure(
  delimiter: u32, codeColumn: u32, nameColumn: i32, columns: u32, flags: u32, wanted: usize, hashes: usize,
): void {
  setUp(delimiter, codeColumn, nameColumn, columns, flags, wanted, hashes);
  resetCounts();
  dropUnits();
  expectEven();
}
