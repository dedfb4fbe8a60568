import type { DuplicateSet } from '../../engine/group/duplicate-set.ts';
import type { ScannedTables } from '../../engine/open-scan.ts';
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
