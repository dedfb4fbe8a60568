import { createFault } from './fault.ts';
import type { Kernel } from './kernel/kernel.ts';
import { unitEntryBytes, unitLimit, unitTextBytes } from './kernel/layout.ts';

/** In what order records of a unit are counted. */
export const unitPartitions = ['conforming', 'erroneous', 'unconverted', 'missing'] as const;

/**
 * The spellings of units in one range, as their cells stand in the file, in order of first appearance.
 *
 *   bytes   甲局甲局 "甲局" …        ends   6 13 …
 *   counts  conforming erroneous unconverted missing, of the first; of the second; …
 */
export interface UnitList {
  bytes: Uint8Array<ArrayBuffer>;
  /** Where each spelling ends in `bytes`. */
  ends: Uint32Array<ArrayBuffer>;
  counts: Uint32Array<ArrayBuffer>;
}

/** The table of units in a kernel's memory. */
export interface UnitTable {
  /** First address after it. */
  endAt: number;
  /** Copies the spellings met since it was placed; null when units are not wanted. */
  take(): UnitList | null;
}

/** What a table of units is placed for. */
export interface UnitPlace {
  /** -1: units are not wanted. */
  column: number;
  /** First free address. */
  at: number;
  /** Records of which units are numbered, at most. */
  records: number;
  /** Where the number of each record asked for goes, if any is. */
  pickedAt: number;
}

/** Makes the kernel number units; called after `configure`, which stops it. */
export function placeUnits(kernel: Kernel, { column, at, records, pickedAt }: UnitPlace): UnitTable {
  if (column < 0) return { endAt: at, take: () => null };
  const start = (at + 7) & ~7;
  const limit = Math.min(unitLimit, records);
  const bits = Math.max(4, Math.ceil(Math.log2(limit * 2)));
  const entriesAt = start + 4 * 2 ** bits;
  const endAt = kernel.reserve(entriesAt + limit * unitEntryBytes + unitTextBytes);
  kernel.placeUnits(column, start, bits, limit, pickedAt);
  return { endAt, take: () => takeUnits(kernel, entriesAt) };
}

/** @throws {UsccError} `input` with the fault `too-many-units` */
function takeUnits(kernel: Kernel, entriesAt: number): UnitList {
  if (kernel.read('unitsAreFull')) throw createFault({ kind: 'too-many-units' });
  const count = kernel.read('unitCount');
  const entries = new Uint32Array(kernel.memory.buffer, entriesAt, (count * unitEntryBytes) / 4);
  const memory = kernel.bytes();
  const ends = new Uint32Array(count);
  const counts = new Uint32Array(count * 4);
  let length = 0;
  for (let unit = 0; unit < count; unit++) {
    length += entries[unit * 8 + 2] ?? 0;
    ends[unit] = length;
    counts.set(entries.subarray(unit * 8 + 4, unit * 8 + 8), unit * 4);
  }
  const bytes = new Uint8Array(length);
  for (let unit = 0; unit < count; unit++) {
    const from = entries[unit * 8 + 1] ?? 0;
    bytes.set(memory.subarray(from, from + (entries[unit * 8 + 2] ?? 0)), ends[unit - 1] ?? 0);
  }
  return { bytes, ends, counts };
}
