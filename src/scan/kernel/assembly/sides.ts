// Groups of keys that stand on several sides: old and new, or file and registry. Two passes over the keys of a partition:
//
//   enterSide   every key of every side goes into the table; a slot's note says on which sides it stands, and on which
//               of them more than once: its shape
//   markSide    the same, but only of keys that are there already: a small side is entered, a large one is held against it
//   listSide    every key is looked up again; what is wanted of its side, kind and shape becomes an entry of a group
//
//   note   bit 31                          6  5 4 3  2 1 0
//              ┌────────────────────────────┬───────┬───────┐
//              │ group + 1, 0: none yet     │several│ there │   of sides 2, 1, 0
//              └────────────────────────────┴───────┴───────┘
//
// So the mass of keys that nobody wants never leaves: it is counted here.

import { MULTIPLIER, notes, openGroup, table, tableMask, writeEntry } from './group';

const SHAPES: u32 = 64;
const KINDS: u32 = 8;

let wants: usize = 0;
let codes: usize = 0;
let records: usize = 0;
let shapes: usize = 0;
let kindMask: u64 = 0;

/**
 * `newWants`: for each side and kind, a u64 whose bit n says whether entries of shape n are listed. Counted are keys by
 * kind and shape (`newCodes`) and entries by side, kind and shape (`newRecords`), all u32. `newShapes`: a byte a group.
 * `newKindMask`: 7 where the low bits of keys are their kind, else 0.
 */
export function startSides(newWants: usize, newCodes: usize, newRecords: usize, newShapes: usize, newKindMask: u32): void {
  wants = newWants;
  codes = newCodes;
  records = newRecords;
  shapes = newShapes;
  kindMask = <u64>newKindMask;
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
    const note = notes + (slot << 2);
    if (load<u64>(at) == 0) {
      store<u64>(at, key);
      store<u32>(note, there);
    } else {
      const held = load<u32>(note);
      store<u32>(note, held | ((held & there) != 0 ? there << 3 : there));
    }
  }
}

/** Notes of those of `count` keys that are in the table that they stand on `side` too. */
export function markSide(keys: usize, count: u32, side: u32): void {
  const there: u32 = 1 << side;
  for (let i: usize = 0; i < <usize>count; i++) {
    const slot = findSlot(load<u64>(keys + (i << 3)));
    if (load<u64>(table + (slot << 3)) == 0) continue;
    const note = notes + (slot << 2);
    const held = load<u32>(note);
    store<u32>(note, held | ((held & there) != 0 ? there << 3 : there));
  }
}

/** Lists what is wanted of those of `count` keys that are in the table; they stand on `side`, the first at `place`. */
export function listSide(keys: usize, count: u32, place: u32, side: u32): void {
  const wanted = wants + ((<usize>side * KINDS) << 3);
  const counts = records + ((<usize>side * KINDS * SHAPES) << 2);
  for (let i: usize = 0; i < <usize>count; i++) {
    const key = load<u64>(keys + (i << 3));
    const slot = findSlot(key);
    if (load<u64>(table + (slot << 3)) == 0) continue;
    const note = notes + (slot << 2);
    const held = load<u32>(note);
    const shape = held & (SHAPES - 1);
    const kind = <usize>(key & kindMask);
    const counter = counts + ((kind * SHAPES + <usize>shape) << 2);
    store<u32>(counter, load<u32>(counter) + 1);
    if (((load<u64>(wanted + (kind << 3)) >> <u64>shape) & 1) == 0) continue;
    let group = held >> 6;
    if (group == 0) {
      group = openGroup(key) + 1;
      store<u8>(shapes + <usize>(group - 1), <u8>shape);
      store<u32>(note, (group << 6) | shape);
    }
    writeEntry(group - 1, place + <u32>i);
  }
}

/** Counts the keys of the table, once all are entered. */
export function countShapes(): void {
  for (let slot: usize = 0; slot <= tableMask; slot++) {
    const key = load<u64>(table + (slot << 3));
    if (key == 0) continue;
    const shape = <usize>(load<u32>(notes + (slot << 2)) & (SHAPES - 1));
    const counter = codes + ((<usize>(key & kindMask) * SHAPES + shape) << 2);
    store<u32>(counter, load<u32>(counter) + 1);
  }
}
