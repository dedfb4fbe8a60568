// Groups of keys that stand on several sides: old and new, or file and registry. Two passes over the keys of a partition:
//
//   enterSide   every key of every side goes into the table; a slot's state says on which sides it stands, and on which
//               of them more than once: its presence
//   matchSide    the same, but only of keys that are there already: a small side is entered, a large one is held against it
//   listSide    every key is looked up again; what is wanted of its side, kind and presence becomes an entry of a group
//
//   state   bit 31                          6  5 4 3  2 1 0
//              ┌────────────────────────────┬───────┬───────┐
//              │ group + 1, 0: none yet     │several│ there │   of sides 2, 1, 0
//              └────────────────────────────┴───────┴───────┘
//
// So the mass of keys that nobody wants never leaves: it is counted here. Where all that is asked about a key is its first
// record, it becomes a first; its state then holds the number of that:
//
//   first  key u64 │ ordinal of the first record u32 │ group + 1 u32, 0: it has no entries

import { firstRecordBytes, kindCount, presenceCount } from '../../contract';
import { MULTIPLIER, states, openGroup, table, tableMask, writeEntry } from './group';
import { ORGANIZATION_AT } from '../values/organization';

let wants: usize = 0;
let codes: usize = 0;
let records: usize = 0;
let presences: usize = 0;
let kindMask: u64 = 0;

let firstWants: usize = 0;
let firstRecords: usize = 0;
let ordinals: usize = 0;
export let firstCount: u32 = 0;

/**
 * `newWants`: for each side and kind, a u64 whose bit n says whether entries of presence n are listed. Counted are keys by
 * kind and presence (`newCodes`) and entries by side, kind and presence (`newRecords`), all u32. `newPresences`: a byte a group.
 * `newKindMask`: 7 where the low bits of keys are their kind, else 0.
 */
export function startSides(newWants: usize, newCodes: usize, newRecords: usize, newPresences: usize, newKindMask: u32): void {
  wants = newWants;
  codes = newCodes;
  records = newRecords;
  presences = newPresences;
  kindMask = <u64>newKindMask;
  firstWants = 0;
}

/**
 * Asks for first records: of the groups whose presences `newFirstWants` has, each of one side only, to `newFirstRecords`. `newOrdinals`: a
 * u32 for every entry, which tells all records of all sides apart and puts them in order.
 */
export function startFirstRecords(newFirstWants: usize, newFirstRecords: usize, newOrdinals: usize): void {
  firstWants = newFirstWants;
  firstRecords = newFirstRecords;
  ordinals = newOrdinals;
  firstCount = 0;
}

/** Where `key` stands in the table, or would. */
@inline
function findSlot(key: u64): usize {
  const hash = key * MULTIPLIER;
  let slot = <usize>(((hash ^ (hash >> 32)) * MULTIPLIER) >> 32) & tableMask;
  let held = load<u64>(table + (slot << 3));
  while (held != 0 && held != key) {
    slot = (slot + 1) & tableMask;
    held = load<u64>(table + (slot << 3));
  }
  return slot;
}

/** Enters `count` keys that stand on `side`, 0 to 2. */
export function enterSide(keys: usize, count: u32, side: u32): void {
  const there: u32 = 1 << side;
  for (let i: usize = 0; i < <usize>count; i++) {
    const key = load<u64>(keys + (i << 3));
    const slot = findSlot(key);
    const at = table + (slot << 3);
    const state = states + (slot << 2);
    if (load<u64>(at) == 0) {
      store<u64>(at, key);
      store<u32>(state, there);
    } else {
      const held = load<u32>(state);
      store<u32>(state, held | ((held & there) != 0 ? there << 3 : there));
    }
  }
}

/** Notes of those of `count` keys that are in the table that they stand on `side` too; returns a bit for every presence that made. */
export function matchSide(keys: usize, count: u32, side: u32): u64 {
  let seen: u64 = 0;
  const there: u32 = 1 << side;
  for (let i: usize = 0; i < <usize>count; i++) {
    const slot = findSlot(load<u64>(keys + (i << 3)));
    if (load<u64>(table + (slot << 3)) == 0) continue;
    const state = states + (slot << 2);
    const held = load<u32>(state);
    const presence = held | ((held & there) != 0 ? there << 3 : there);
    store<u32>(state, presence);
    seen |= (<u64>1) << <u64>presence;
  }
  return seen;
}

/** Lists what is wanted of those of `count` keys that are in the table; they stand on `side`, the first at `place`. */
export function listSide(keys: usize, count: u32, place: u32, side: u32): void {
  const sideAt = (<usize>side * kindCount) << 3;
  const counts = records + ((<usize>side * kindCount * presenceCount) << 2);
  for (let i: usize = 0; i < <usize>count; i++) {
    const key = load<u64>(keys + (i << 3));
    const slot = findSlot(key);
    if (load<u64>(table + (slot << 3)) == 0) continue;
    const state = states + (slot << 2);
    const presence = load<u32>(state) & (presenceCount - 1);
    const kind = <usize>(key & kindMask);
    const counter = counts + ((kind * presenceCount + <usize>presence) << 2);
    store<u32>(counter, load<u32>(counter) + 1);
    const wantsAt = sideAt + (kind << 3);
    const isWanted = ((load<u64>(wants + wantsAt) >> <u64>presence) & 1) != 0;
    if (firstWants != 0 && ((load<u64>(firstWants + wantsAt) >> <u64>presence) & 1) != 0) {
      const first = enterFirst(key, state, load<u32>(ordinals + ((<usize>place + i) << 2)));
      if (isWanted) writeEntry(groupOfFirst(key, presence, first), place + <u32>i);
    } else if (isWanted) {
      writeEntry(groupOfSlot(key, presence, state), place + <u32>i);
    }
  }
}

/** Enters a record as the first of its group, unless an earlier one is; returns where that stands. */
@inline
function enterFirst(key: u64, state: usize, ordinal: u32): usize {
  const held = load<u32>(state);
  if (held >> 6 == 0) {
    const first = firstRecords + <usize>firstCount * firstRecordBytes;
    firstCount++;
    store<u64>(first, key, 0);
    store<u32>(first, ordinal, 8);
    store<u32>(first, 0, 12);
    store<u32>(state, (firstCount << 6) | held);
    return first;
  }
  const first = firstRecords + <usize>((held >> 6) - 1) * firstRecordBytes;
  if (ordinal < load<u32>(first, 8)) store<u32>(first, ordinal, 8);
  return first;
}

/** The group of a key, which is opened if there is none yet. */
@inline
function groupOfSlot(key: u64, presence: u32, state: usize): u32 {
  const held = load<u32>(state) >> 6;
  if (held != 0) return held - 1;
  const group = openPresence(key, presence);
  store<u32>(state, ((group + 1) << 6) | presence);
  return group;
}

/** The same of a key that is a first. */
@inline
function groupOfFirst(key: u64, presence: u32, first: usize): u32 {
  const held = load<u32>(first, 12);
  if (held != 0) return held - 1;
  const group = openPresence(key, presence);
  store<u32>(first, group + 1, 12);
  return group;
}

@inline
function openPresence(key: u64, presence: u32): u32 {
  const group = openGroup(key);
  store<u8>(presences + <usize>group, <u8>presence);
  return group;
}

/**
 * Copies keys and ordinals of the first records from ordinal `from` to before `to`; clean codes as their organization codes.
 * Returns their number.
 */
export function copyFirstRecords(from: u32, to: u32, outKeys: usize, outRows: usize): u32 {
  let count: usize = 0;
  for (let i: usize = 0; i < <usize>firstCount; i++) {
    const first = firstRecords + i * firstRecordBytes;
    const ordinal = load<u32>(first, 8);
    if (ordinal < from || ordinal >= to) continue;
    const key = load<u64>(first);
    store<u64>(outKeys + (count << 3), kindMask == 0 ? (key & 0xffffffffff) | ORGANIZATION_AT : key);
    store<u32>(outRows + (count << 2), ordinal);
    count++;
  }
  return <u32>count;
}

/** Counts the keys of the table, once all are entered. */
export function countPresences(): void {
  for (let slot: usize = 0; slot <= tableMask; slot++) {
    const key = load<u64>(table + (slot << 3));
    if (key == 0) continue;
    const presence = <usize>(load<u32>(states + (slot << 2)) & (presenceCount - 1));
    const counter = codes + ((<usize>(key & kindMask) * presenceCount + presence) << 2);
    store<u32>(counter, load<u32>(counter) + 1);
  }
}
