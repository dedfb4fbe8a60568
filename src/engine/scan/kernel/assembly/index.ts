// The kernel: everything that touches every byte or every key. It knows no rule but the clean code and the legacy
// identifiers of cell.ts; whatever else it meets it hands to the host.

import { resetCounts } from './counts';
import { expectEven } from './even';
import { setUp } from './settings';
import { dropUnits } from './units';
import { FIRST_SEED, hashText, keyOf, SECOND_SEED } from './code';
import { clearEvents, eventCount } from './events';
import { addClean, addHashed, addOrganization, cleanCount, hashedCount, keepOrganizations, placeKeys } from './keys';
import { clearOpenQuotes, cellCount, isBlank, openQuotes, quotedBreaks, setDelimiter, splitRecord } from './split';

export { addOrganization, clearEvents, eventCount, cleanCount, hashedCount, keepOrganizations, placeKeys };
export { cellCount, isBlank, clearOpenQuotes, openQuotes, quotedBreaks, setDelimiter, splitRecord };
export { startRows } from './list-rows';
export { placeWriting, writtenTo } from './out';
export { pagedCount, placePages } from './pages';
export { packOrganization } from './organization';
export { findByte, isPlainText, splitCells, splitCount, splitRecords } from './records';
export { isFull, scan } from './scan';
export {
  blankRows, firstRagged, lineCount, longRows, missingCount, organizationCount, registrationCount, rowCount, shortRows,
  taxpayerCount,
} from './counts';
export { placeNotedRegions } from './settings';
export { placeColumns } from './columns';
export { lookForLines, mayBeNoRecord, skipLines } from './lines';
export { escapedRecords, firstEscaped, readEscapes, restoreOpenQuotes } from './split';
export { countUndecodable, firstUndecodable, resetOther, sawOther } from './utf8';
export { countUnit, countUnitFaults, numberUnits, placeUnits, resumeUnits, unitCount, unitsAreFull, unitsHaveFaults } from './units';
export { clearTable, countAreas, enterKeys, entryCount, groupCount, listCounts, moveTable, partition, startGroups } from './group';
export { clearSieve, countPartition, listSieved, placeSlices, sieveKeys } from './sieve';
export { copyFirstRecords, countPresences, enterSide, firstCount, listSide, matchSide, startFirstRecords, startSides } from './sides';

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
