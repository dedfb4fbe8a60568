import type { RegionFacts } from '../code/verdict.ts';
import type { CleanCounts } from '../engine/group/group-stage.ts';
import type { AreaCounts } from './area-ledger.ts';
import type { DuplicateTotals, Excess } from './duplicates/duplicate-totals.ts';
import { createRate } from './rates.ts';
import type { AuthorityRow, GroupRow, PartitionCounts, RegionRow, UnitRow } from './report.ts';
import type { UnitCounts } from './unit-register.ts';

const unknown = '?';

/** Partitions, and the records that are in none; null: no table tells them apart. */
interface Totals {
  counts: PartitionCounts;
  notApplicable: number | null;
}

/** Records judged one by one, by what stands in their codes. */
export interface JudgedAreas {
  authorities: Map<string, AreaCounts>;
  regions: Map<string, AreaCounts>;
}

/** Counts of one row before its rate is known. */
export interface Row extends PartitionCounts {
  notApplicable: number;
  excess: number;
  conformingExcess: number;
}

/**
 * The tables by authority and by region. Records that rows 1–3 and 10–14 of the decision table decided stand under `?`,
 * so that both tables add up to the totals.
 *
 * @param judged records judged one by one @param clean records of clean codes
 */
export function listAuthoritiesAndRegions(
  totals: Totals,
  judged: JudgedAreas,
  clean: CleanCounts,
  duplicates: DuplicateTotals,
  facts: RegionFacts,
): { byAuthority: AuthorityRow[]; byRegion: RegionRow[] } {
  const byAuthority = sumBy(totals, judged.authorities, clean.authorities, duplicates.byAuthority);
  const byRegion = sumBy(totals, judged.regions, clean.regions, duplicates.byRegion);
  const tellsPersons = totals.notApplicable !== null;
  return {
    byAuthority: sortKeys(byAuthority).map((authority) => ({
      authority,
      ...finishRow(byAuthority.get(authority) ?? createRow(), tellsPersons),
    })),
    byRegion: sortKeys(byRegion).map((region) => ({
      region,
      name: region === unknown ? null : facts.name(region),
      ...finishRow(byRegion.get(region) ?? createRow(), tellsPersons),
    })),
  };
}

function sumBy(
  { counts, notApplicable }: Totals,
  judged: Map<string, AreaCounts>,
  clean: Map<string, number>,
  duplicates: Map<string, Excess>,
): Map<string, Row> {
  const rows = new Map<string, Row>();
  const find = (key: string): Row => {
    let row = rows.get(key);
    if (row === undefined) {
      row = createRow();
      rows.set(key, row);
    }
    return row;
  };
  let placedErroneous = 0;
  for (const [key, { conforming, erroneous }] of judged) {
    const row = find(key);
    row.conforming += conforming;
    row.erroneous += erroneous;
    placedErroneous += erroneous;
  }
  for (const [key, count] of clean) find(key).conforming += count;
  for (const [key, { excess, conformingExcess }] of duplicates) {
    const row = find(key);
    row.excess += excess;
    row.conformingExcess += conformingExcess;
  }
  const rest = counts.erroneous - placedErroneous + counts.unconverted + counts.missing + (notApplicable ?? 0);
  if (rest > 0) {
    const row = find(unknown);
    row.erroneous += counts.erroneous - placedErroneous;
    row.unconverted += counts.unconverted;
    row.missing += counts.missing;
    row.notApplicable += notApplicable ?? 0;
  }
  return rows;
}

function createRow(): Row {
  return {
    conforming: 0,
    erroneous: 0,
    unconverted: 0,
    missing: 0,
    notApplicable: 0,
    excess: 0,
    conformingExcess: 0,
  };
}

/** Adds what follows from the counts of a row; `tellsPersons`: natural persons are told apart. */
function finishRow(row: Row, tellsPersons: boolean): GroupRow {
  const { conforming, erroneous, unconverted, missing, notApplicable, excess } = row;
  const records = countRecords(row);
  const problems = erroneous + row.conformingExcess;
  const { value: rate } = createRate(problems, conforming + erroneous);
  // They may be thousands: members left out or put in front take longer than writing all of them down twice.
  return tellsPersons
    ? { records, conforming, erroneous, unconverted, missing, notApplicable, excess, problems, rate }
    : { records, conforming, erroneous, unconverted, missing, excess, problems, rate };
}

/** All records of a row. */
export function countRecords({ conforming, erroneous, unconverted, missing, notApplicable }: Row): number {
  return conforming + erroneous + unconverted + missing + notApplicable;
}

/** By code, `?` last. They may be thousands, which the platform's own order takes a fifth of the time for. */
function sortKeys(rows: Map<string, Row>): string[] {
  const known = [...rows.keys()].filter((key) => key !== unknown).sort();
  return rows.has(unknown) ? [...known, unknown] : known;
}

function compareKeys(a: string, b: string): number {
  if (a === unknown || b === unknown) return Number(a === unknown) - Number(b === unknown);
  return a < b ? -1 : Number(a > b);
}

/** The table by unit, in the order of their names, `?` last. Every record is in one row, so that it adds up to the totals. */
export function listUnits(units: UnitCounts[], tellsPersons: boolean): UnitRow[] {
  return [...units]
    .sort((a, b) => compareKeys(a.unit, b.unit))
    .map((counts) => ({ unit: counts.unit, ...finishRow(counts, tellsPersons) }))
    .filter(({ records }) => records > 0)
    .map((row) => ({ ...row, conversion: share(row.conforming, row.conforming + row.unconverted) }));
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
