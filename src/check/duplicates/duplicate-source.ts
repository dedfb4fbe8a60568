import type { DuplicateSet } from '../../engine/group/duplicate-set.ts';
import type { ScannedTables } from '../../engine/open-scan.ts';
import { cutRows } from '../../engine/reread/pick.ts';
import type { PickResult } from '../../engine/reread/pick-task.ts';
import type { ScannedRange } from '../../engine/scan/file-scan.ts';
import type { UnitRegister } from '../unit-register.ts';

/** Duplicates, and where their records can be read again. */
export interface DuplicateSource extends ScannedTables {
  set: DuplicateSet;
  /** Null: units are not counted. */
  register: UnitRegister | null;
}

/** The units of records that were read again, as the register numbers them. */
export function numberUnits(
  { ranges, register }: DuplicateSource,
  range: number,
  { units, unitOf }: PickResult,
): Uint32Array {
  if (register === null || units === null) return unitOf;
  const numbers = register.enter(units, (ranges[range] as ScannedRange).dialect.encoding);
  return unitOf.map((unit) => numbers[unit] ?? 0);
}

/** Some records of one range, and the group of each. */
export interface RangeRecords {
  range: number;
  rows: Uint32Array<ArrayBuffer>;
  groups: Uint32Array;
}

/** A row (below 2^24) and a group fit one exact number. */
const groupLimit = 2 ** 28;

/** Records of some groups by row, few enough at a time for their texts to be gone soon. */
export function* chooseRecords(set: DuplicateSet, isWanted: (group: number) => boolean): Generator<RangeRecords> {
  let most = 0;
  for (const { rows } of set.byRange.values()) most = Math.max(most, rows.length);
  const places = new Float64Array(most);
  for (const [range, { rows, groups }] of set.byRange) {
    let count = 0;
    for (let index = 0; index < rows.length; index++) {
      const group = groups[index] ?? 0;
      if (isWanted(group)) places[count++] = (rows[index] ?? 0) * groupLimit + group;
    }
    if (count === 0) continue;
    // Records of a range are not in order: those whose code had to be looked at were listed late.
    const sorted = places.subarray(0, count).sort();
    const inOrder = new Uint32Array(count);
    for (let at = 0; at < count; at++) inOrder[at] = Math.floor((sorted[at] ?? 0) / groupLimit);
    for (const { first, part } of cutRows(inOrder)) {
      const groups = new Uint32Array(part.length);
      for (let at = 0; at < part.length; at++) groups[at] = (sorted[first + at] ?? 0) % groupLimit;
      yield { range, rows: part, groups };
    }
  }
}
