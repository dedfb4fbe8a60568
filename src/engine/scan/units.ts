import { createFault } from './fault.ts';
import { unitEntryBytes, unitLimit, unitTextBytes, writingCountsBytes } from './kernel/contract.ts';
import type { Kernel } from './kernel/kernel.ts';

/** In what order records of a unit are counted. */
export const unitPartitions = ['conforming', 'erroneous', 'unconverted', 'missing'] as const;

/**
 * The spellings of units in one range, as their cells stand in the file, in order of first appearance.
 *
 *   text     甲局 0 0 " 甲 局 " … │    each filled up with zeros to 8 bytes
 *   lengths  6 8 …
 *   counts   conforming erroneous unconverted missing, of the first; of the second; …
 *   writing    cells not written as their code, and of them those of each form, of the first; … (empty: none)
 */
export interface UnitList {
  text: Uint8Array<ArrayBuffer>;
  lengths: Uint32Array<ArrayBuffer>;
  counts: Uint32Array<ArrayBuffer>;
  writing: Uint32Array<ArrayBuffer>;
}

/** The table of units in a kernel's memory. */
export interface UnitTable {
  /** First address after it. */
  endAt: number;
  /**
   * Copies the spellings met since it was placed; null when units are not wanted.
   *
   * @throws {UsccError} `input` with the fault `too-many-units`
   */
  take(): UnitList | null;
  /** The same, though there may be more than there is room for; empty when units are not wanted. */
  list(): UnitList;
}

/** What a table of units is placed for. */
export interface UnitLayout {
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
export function placeUnits(kernel: Kernel, { column, at, records, pickedAt }: UnitLayout): UnitTable {
  if (column < 0) return { endAt: at, take: () => null, list: createUnitList };
  const start = (at + 7) & ~7;
  const limit = Math.min(unitLimit, records);
  const bits = Math.max(4, Math.ceil(Math.log2(limit * 2)));
  const entriesAt = start + 4 * 2 ** bits;
  const faultsAt = entriesAt + limit * unitEntryBytes;
  const textAt = faultsAt + limit * writingCountsBytes;
  const endAt = kernel.reserve(textAt + unitTextBytes);
  kernel.placeUnits(column, start, bits, limit, pickedAt);
  const list = (): UnitList => listUnits(kernel, entriesAt, faultsAt, textAt);
  return {
    endAt,
    list,
    take: () => {
      refuseFull(kernel);
      return list();
    },
  };
}

/** Bytes a spelling takes among others. */
export function fillUp(length: number): number {
  return (length + 7) & ~7;
}

function createUnitList(): UnitList {
  const none = { lengths: new Uint32Array(), counts: new Uint32Array(), writing: new Uint32Array() };
  return { text: new Uint8Array(), ...none };
}

function listUnits(kernel: Kernel, entriesAt: number, faultsAt: number, textAt: number): UnitList {
  const count = kernel.read('unitCount');
  const words = unitEntryBytes / 4;
  const entries = new Uint32Array(kernel.memory.buffer, entriesAt, count * words);
  const lengths = new Uint32Array(count);
  const counts = new Uint32Array(count * 4);
  let textBytes = 0;
  for (let unit = 0; unit < count; unit++) {
    const length = entries[unit * words + 3] ?? 0;
    lengths[unit] = length;
    textBytes += fillUp(length);
    counts[unit * 4] = entries[unit * words + 4] ?? 0;
    counts[unit * 4 + 1] = entries[unit * words + 5] ?? 0;
    counts[unit * 4 + 2] = entries[unit * words + 6] ?? 0;
    counts[unit * 4 + 3] = entries[unit * words + 7] ?? 0;
  }
  const faultCount = kernel.read('unitsHaveFaults') ? (count * writingCountsBytes) / 4 : 0;
  const writing = new Uint32Array(kernel.memory.buffer, faultsAt, faultCount).slice();
  return { text: kernel.bytes().slice(textAt, textAt + textBytes), lengths, counts, writing };
}

/** Numbers spellings of many ranges as one list. */
export interface UnitNumbers {
  /** @throws {UsccError} `input` with the fault `too-many-units` */
  enter(list: UnitList): Uint32Array;
}

/** A list without spellings, in a kernel that has nothing else to do. */
export function createUnitNumbers(kernel: Kernel, at: number): UnitNumbers {
  const table = placeUnits(kernel, { column: 0, at, records: unitLimit, pickedAt: 0 });
  return {
    enter({ text, lengths }) {
      const lengthsAt = table.endAt + fillUp(text.length);
      const outAt = lengthsAt + lengths.length * 4;
      kernel.reserve(outAt + lengths.length * 4 + 8);
      kernel.bytes().set(text, table.endAt);
      new Uint32Array(kernel.memory.buffer, lengthsAt, lengths.length).set(lengths);
      kernel.numberUnits(table.endAt, lengthsAt, lengths.length, outAt);
      refuseFull(kernel);
      return new Uint32Array(kernel.memory.buffer, outAt, lengths.length).slice();
    },
  };
}

function refuseFull(kernel: Kernel): void {
  if (kernel.read('unitsAreFull')) throw createFault({ kind: 'too-many-units' });
}
