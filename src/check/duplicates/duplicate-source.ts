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
  for (const [range, { rows, groups }] of set.byRange) {
    const places: number[] = [];
    for (let index = 0; index < rows.length; index++) {
      if (isWanted(groups[index] ?? 0)) places.push((rows[index] ?? 0) * groupLimit + (groups[index] ?? 0));
    }
    if (places.length === 0) continue;
    // Records of a range are not in order: those whose code had to be looked at were listed late.
    const sorted = Float64Array.from(places).sort();
    for (const { first, part } of cutRows(Uint32Array.from(sorted, (place) => Math.floor(place / groupLimit)))) {
      const groups = Uint32Array.from(part, (_, index) => (sorted[first + index] ?? 0) % groupLimit);
      yield { range, rows: part, groups };
    }
  }
}
