// Duplicates by radix partition.
//
// Scanning a range, the kernel lists (key, row) in record order. At the range's end `partition` sorts them by the top
// bits of a multiplicative hash into one block:
//
//   offsets  u32 × (P + 1)      where each partition starts, in entries
//   keys     u64 × n
//   rows     u32 × n
//
// When every range is done, all blocks' entries of one partition are grouped with a table that fits the cache; one big
// table would miss cache and TLB on every insert.

import { pairCount } from '../../contract';

export const MULTIPLIER: u64 = 0x9e3779b97f4a7c15;

/** Sorts `count` entries by partition. `offsets` has room for 2^bits + 1 numbers. */
export function partition(
  keys: usize, rows: usize, count: u32, bits: u32, offsets: usize, outKeys: usize, outRows: usize,
): void {
  const shift = <u64>(64 - bits);
  const size = <usize>1 << <usize>bits;
  memory.fill(offsets, 0, (size + 1) << 2);
  for (let i: usize = 0; i < <usize>count; i++) {
    const slot = offsets + (<usize>((load<u64>(keys + (i << 3)) * MULTIPLIER) >> shift) << 2);
    store<u32>(slot, load<u32>(slot) + 1);
  }
  let sum: u32 = 0;
  for (let p: usize = 0; p <= size; p++) {
    const n = load<u32>(offsets + (p << 2));
    store<u32>(offsets + (p << 2), sum);
    sum += n;
  }
  for (let i: usize = 0; i < <usize>count; i++) {
    const key = load<u64>(keys + (i << 3));
    const slot = offsets + (<usize>((key * MULTIPLIER) >> shift) << 2);
    const to = <usize>load<u32>(slot);
    store<u32>(slot, <u32>to + 1);
    store<u64>(outKeys + (to << 3), key);
    store<u32>(outRows + (to << 2), load<u32>(rows + (i << 2)));
  }
  // Each offset now stands at its partition's end: the next one's start.
  for (let p: usize = size; p > 0; p--) store<u32>(offsets + (p << 2), load<u32>(offsets + ((p - 1) << 2)));
  store<u32>(offsets, 0);
}

// A table slot holds a key and a state: where its first entry stands (+ 1), or, once there is a second, its group (with the
// top bit set). So entries of groups are listed as they are met, without a second look at all keys.

const IS_GROUP: u32 = 0x80000000;

export let table: usize = 0;
export let tableMask: usize = 0;
export let states: usize = 0;
let used: usize = 0;
let groupKeys: usize = 0;
let entries: usize = 0;

/** Codes found more than once since `startGroups`. */
export let groupCount: u32 = 0;
/** Records that carry them. */
export let entryCount: u32 = 0;

/** `newGroupKeys` has room for the key of every group, `newEntries` for two numbers an entry: group and place. */
export function startGroups(newGroupKeys: usize, newEntries: usize): void {
  groupKeys = newGroupKeys;
  entries = newEntries;
  groupCount = 0;
  entryCount = 0;
}

/** Makes room for further entries in the place of those that have been taken. */
export function clearEntries(): void {
  entryCount = 0;
}

/** Empties a table of 2^bits slots (12 bytes each) at `at`. */
export function clearTable(at: usize, bits: u32): void {
  const size = <usize>1 << <usize>bits;
  table = at;
  states = at + (size << 3);
  tableMask = size - 1;
  used = 0;
  memory.fill(at, 0, size << 3);
}

/** Moves what is in the table to an empty one of 2^bits slots at `at`, which does not overlap it. */
export function moveTable(at: usize, bits: u32): void {
  const from = table;
  const fromStates = states;
  const size = tableMask + 1;
  const held = used;
  clearTable(at, bits);
  used = held;
  for (let i: usize = 0; i < size; i++) {
    const key = load<u64>(from + (i << 3));
    if (key == 0) continue;
    const hash = key * MULTIPLIER;
    let slot = <usize>(((hash ^ (hash >> 32)) * MULTIPLIER) >> 32) & tableMask;
    while (load<u64>(table + (slot << 3)) != 0) slot = (slot + 1) & tableMask;
    store<u64>(table + (slot << 3), key);
    store<u32>(states + (slot << 2), load<u32>(fromStates + (i << 2)));
  }
}

/**
 * Enters the keys at `count` places, counted from `keys`; keys met before become groups. Returns how many were entered: not
 * all of them when the table is two thirds full.
 */
export function enterKeys(keys: usize, places: usize, count: u32): u32 {
  const mask = tableMask;
  const most = ((mask + 1) << 1) / 3;
  for (let i: usize = 0; i < <usize>count; i++) {
    const place = load<u32>(places + (i << 2));
    const key = load<u64>(keys + (<usize>place << 3));
    const hash = key * MULTIPLIER;
    let slot = <usize>(((hash ^ (hash >> 32)) * MULTIPLIER) >> 32) & mask;
    let held = load<u64>(table + (slot << 3));
    while (held != 0 && held != key) {
      slot = (slot + 1) & mask;
      held = load<u64>(table + (slot << 3));
    }
    const state = states + (slot << 2);
    if (held == 0) {
      if (used >= most) return <u32>i;
      used++;
      store<u64>(table + (slot << 3), key);
      store<u32>(state, place + 1);
    } else {
      addEntry(key, state, place);
    }
  }
  return count;
}

function addEntry(key: u64, state: usize, place: u32): void {
  let group = load<u32>(state);
  if ((group & IS_GROUP) == 0) {
    const first = group - 1;
    group = openGroup(key);
    writeEntry(group, first);
    store<u32>(state, group | IS_GROUP);
  }
  writeEntry(group & ~IS_GROUP, place);
}

/** A new group for `key`; returns its number. */
export function openGroup(key: u64): u32 {
  store<u64>(groupKeys + (<usize>groupCount << 3), key);
  return groupCount++;
}

export function writeEntry(group: u32, place: u32): void {
  const at = entries + (<usize>entryCount << 3);
  store<u32>(at, group, 0);
  store<u32>(at, place, 4);
  entryCount++;
}

/** Adds the keys' regions and pairs to two tables of u32 counts. */
export function countAreas(keys: usize, count: u32, regions: usize, pairs: usize): void {
  for (let i: usize = 0; i < <usize>count; i++) {
    const head = <u32>(load<u64>(keys + (i << 3)) >> 40) - 1;
    const region = head / pairCount;
    const pair = head - region * pairCount;
    const regionAt = regions + (<usize>region << 2);
    const pairAt = pairs + (<usize>pair << 2);
    store<u32>(regionAt, load<u32>(regionAt) + 1);
    store<u32>(pairAt, load<u32>(pairAt) + 1);
  }
}

/** Writes (index, count) of the counts that are not 0 to `out`; returns how many there are. */
export function listCounts(counts: usize, count: u32, out: usize): u32 {
  let to = out;
  for (let i: u32 = 0; i < count; i++) {
    const value = load<u32>(counts + (<usize>i << 2));
    if (value == 0) continue;
    store<u32>(to, i, 0);
    store<u32>(to, value, 4);
    to += 8;
  }
  return <u32>((to - out) >> 3);
}
