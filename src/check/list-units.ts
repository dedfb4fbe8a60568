import { compareKeys, finishRow } from './places.ts';
import type { UnitRow } from './report.ts';
import type { UnitCounts } from './unit-register.ts';

/** The table by unit, in the order of their names, `?` last. Every record is in one row, so that it adds up to the totals. */
export function listUnits(units: UnitCounts[]): UnitRow[] {
  return units
    .map(({ unit, ...counts }) => ({ unit, ...finishRow(counts) }))
    .filter(({ records }) => records > 0)
    .sort((a, b) => compareKeys(a.unit, b.unit))
    .map((row) => ({ ...row, conversion: share(row.conforming, row.conforming + row.unconverted) }));
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
