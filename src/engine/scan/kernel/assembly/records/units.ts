// Which unit each record belongs to: the bytes of its cell in the unit column, as they stand in the file, numbered in order
// of first appearance. What they mean is for the host; here two cells are of one unit when their bytes have the same length
// and the same 64-bit hash: reading the bytes again for every record would cost a cache miss, and of 100,000 spellings two
// that differ are taken for one once in 10^9 files.
//
//   slots    u32 × 2^bits      number of a spelling + 1 (0: free), by hash, open addressing; as few as will do, for the cache
//   entries  32 bytes each     hash u64, start, length, records by partition: conforming, erroneous, unconverted, missing
//   forms    24 bytes each     cells by how they are written, see writing.ts; apart, for few are written oddly
//   text     …                 the spellings one after the other, each filled up with zeros to 8 bytes
//
// A column with more spellings than there is room for is none of units: `unitsAreFull` says so, and the run ends.

import { cellLimit, cellsAt, unitEntryBytes, unitTextBytes, writingCountsBytes } from '../../contract';
import { countWritingFaults } from '../values/writing';

import { cellCount } from './split';

const MULTIPLIER: u64 = 0x9e3779b97f4a7c15;
const FEWEST_BITS: u64 = 10;

/** No record has so many cells: units are not wanted. */
const NO_COLUMN: u32 = 0xffffffff;

export let unitColumn: u32 = NO_COLUMN;
export let unitCount: u32 = 0;
export let unitsAreFull: bool = false;
export let unitsHaveFaults: bool = false;

let slots: usize = 0;
let slotBits: u64 = 0;
let mostBits: u64 = 0;
let mostUnits: u32 = 0;
let entries: usize = 0;
let forms: usize = 0;
let text: usize = 0;
let textEnd: usize = 0;
let pickedUnits: usize = 0;

export function dropUnits(): void {
  unitColumn = NO_COLUMN;
}

/**
 * Numbers the units of a range by the cells of `column`. `at` has room for 2^bits slots, `limit` entries (fewer than slots) and
 * forms, and text; `picked` for the number of each record asked for.
 */
export function placeUnits(column: u32, at: usize, bits: u32, limit: u32, picked: usize): void {
  unitColumn = column;
  unitCount = 0;
  unitsAreFull = false;
  unitsHaveFaults = false;
  slots = at;
  mostBits = <u64>bits;
  slotBits = min(mostBits, FEWEST_BITS);
  mostUnits = limit;
  entries = slots + (<usize>4 << <usize>bits);
  forms = entries + <usize>limit * unitEntryBytes;
  text = forms + <usize>limit * writingCountsBytes;
  textEnd = text;
  pickedUnits = picked;
  memory.fill(slots, 0, <usize>4 << <usize>slotBits);
}

/** Goes on with the table as it is: `configure` stops numbering. */
export function resumeUnits(column: u32): void {
  unitColumn = column;
}

@inline
export function hasUnits(): bool {
  return unitColumn != NO_COLUMN;
}

/** The bytes of `start`..`end` from `at`, at most eight; zeros beyond. */
@inline
function wordAt(at: usize, end: usize): u64 {
  const word = load<u64>(at);
  const rest = end - at;
  return rest >= 8 ? word : word & ((<u64>1 << (<u64>rest << 3)) - 1);
}

/** The number of the unit spelled at `start`..`end`. Reads up to 7 bytes past `end`. */
export function numberUnit(start: usize, end: usize): u32 {
  const length = end - start;
  let hash: u64 = <u64>length;
  for (let at = start; at < end; at += 8) {
    hash = (hash ^ wordAt(at, end)) * MULTIPLIER;
    hash ^= hash >> 32;
  }
  const mask = (<usize>1 << <usize>slotBits) - 1;
  let slot = slotOf(hash);
  while (true) {
    const number = load<u32>(slots + (slot << 2));
    if (number == 0) return addUnit(start, end, hash, slot);
    const entry = entries + <usize>(number - 1) * unitEntryBytes;
    if (load<u64>(entry) == hash && <usize>load<u32>(entry, 12) == length) return number - 1;
    slot = (slot + 1) & mask;
  }
}

function addUnit(start: usize, end: usize, hash: u64, slot: usize): u32 {
  const length = end - start;
  const room = (length + 7) & ~7;
  if (unitCount == mostUnits || textEnd + room > text + unitTextBytes) {
    unitsAreFull = true;
    return 0;
  }
  const entry = entries + <usize>unitCount * unitEntryBytes;
  store<u64>(entry, hash, 0);
  store<u32>(entry, <u32>textEnd, 8);
  store<u32>(entry, <u32>length, 12);
  memory.fill(entry + 16, 0, 16);
  memory.fill(forms + <usize>unitCount * writingCountsBytes, 0, writingCountsBytes);
  for (let at = start; at < end; at += 8) store<u64>(textEnd + (at - start), wordAt(at, end));
  textEnd += room;
  unitCount++;
  store<u32>(slots + (slot << 2), unitCount);
  if (<u64>unitCount << 1 > <u64>1 << slotBits && slotBits < mostBits) growSlots();
  return unitCount - 1;
}

/** Twice the slots: they are never more than half full, up to the most there is room for. */
function growSlots(): void {
  slotBits++;
  memory.fill(slots, 0, <usize>4 << <usize>slotBits);
  const mask = (<usize>1 << <usize>slotBits) - 1;
  for (let unit: u32 = 0; unit < unitCount; unit++) {
    let slot = slotOf(load<u64>(entries + <usize>unit * unitEntryBytes));
    while (load<u32>(slots + (slot << 2)) != 0) slot = (slot + 1) & mask;
    store<u32>(slots + (slot << 2), unit + 1);
  }
}

@inline
function slotOf(hash: u64): usize {
  return <usize>((hash * MULTIPLIER) >> (64 - slotBits));
}

/** One more record of a unit. */
@inline
export function countUnit(unit: u32, partition: u32): void {
  const at = entries + <usize>unit * unitEntryBytes + 16 + (<usize>partition << 2);
  store<u32>(at, load<u32>(at) + 1);
}

/** One more record of a unit whose cell is written in these forms. */
export function countUnitFaults(unit: u32, cellFaults: u32): void {
  unitsHaveFaults = true;
  countWritingFaults(forms + <usize>unit * writingCountsBytes, cellFaults);
}

/** Writes the number of each of `count` spellings at `from`, written as in the table's text, to `out`. */
export function numberUnits(from: usize, lengths: usize, count: u32, out: usize): void {
  for (let i: usize = 0; i < <usize>count; i++) {
    const length = <usize>load<u32>(lengths + (i << 2));
    store<u32>(out + (i << 2), numberUnit(from, from + length));
    from += (length + 7) & ~7;
  }
}

/** The number of the unit of the record last split. */
export function numberSplitUnit(): u32 {
  if (unitColumn >= cellCount || unitColumn >= cellLimit) return numberUnit(0, 0);
  const cell = cellsAt + (<usize>unitColumn << 3);
  return numberUnit(<usize>load<u32>(cell, 0), <usize>load<u32>(cell, 4));
}

@inline
export function keepPickedUnit(index: u32): void {
  if (hasUnits()) store<u32>(pickedUnits + (<usize>index << 2), numberSplitUnit());
}
