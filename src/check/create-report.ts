import { UsccError } from '../code/error.ts';
import type { RegionFacts } from '../code/verdict.ts';
import type { FilePlan } from '../engine/plan/plan.ts';
import type { FileScan, Scan } from '../engine/scan/scan-stage.ts';
import { regions as regionFacts } from '../regions/index.ts';
import { assessReport } from './assess/assess-report.ts';
import { assess, DEFAULT_TARGET } from './assess/target.ts';
import { findCauses } from './causes/causes.ts';
import type { DuplicateTotals } from './duplicates/duplicate-totals.ts';
import { listUnits } from './list-units.ts';
import type { CheckOptions } from './options.ts';
import { listPlaces } from './places.ts';
import { computeRates } from './rates.ts';
import type { Report } from './report.ts';
import { add } from './tally.ts';
import type { UnitCounts } from './unit-register.ts';
import { listWarnings } from './warnings.ts';

/** Records of clean codes by authority and by region. */
export interface CleanCounts {
  authorities: Map<string, number>;
  regions: Map<string, number>;
}

/** Everything a run has found. */
export interface CheckResult {
  plans: FilePlan[];
  scan: Scan;
  clean: CleanCounts;
  duplicates: DuplicateTotals;
  /** Null: nobody asked for units, or there are none. */
  units: UnitCounts[] | null;
  options: CheckOptions;
  elapsedMilliseconds: number;
}

/** Turns what was found into the report. */
export function createReport({
  plans,
  scan,
  clean,
  duplicates,
  units,
  options,
  elapsedMilliseconds,
}: CheckResult): Report {
  const { issues, places } = scan.tally;
  const counts = { ...scan.tally.counts };
  const notes = { ...scan.tally.notes };
  const { records } = scan;
  for (const count of clean.authorities.values()) counts.conforming += count;
  if (counts.conforming + counts.erroneous + counts.unconverted + counts.missing !== records) {
    throw new UsccError('worker', 'the partitions do not add up to the records; please report this');
  }
  noteRegions(notes, clean, places, regionFacts);
  const rates = computeRates(counts, issues['organization-check-digit'] ?? 0, duplicates);
  const target = options.target ?? DEFAULT_TARGET;
  const definition = options.definition ?? 'literal';
  const tables = listPlaces(counts, places, clean.authorities, clean.regions, duplicates, regionFacts);
  const byUnit = units === null ? undefined : listUnits(units);
  return {
    schema: 'uscc-report/1',
    files: plans.map((plan, index) => ({
      path: plan.path,
      ...(plan.input.table?.sheet === undefined ? {} : { sheet: plan.input.table.sheet }),
      bytes: plan.bytes,
      encoding: plan.isOpen ? (scan.files[index]?.encoding ?? plan.encoding) : plan.encoding,
      delimiter: plan.delimiter,
      codeColumn: plan.codeColumn,
      nameColumn: plan.nameColumn,
      ...(options.unitColumn === undefined && scan.register === null ? {} : { unitColumn: plan.unitColumn }),
      records: scan.files[index]?.records ?? 0,
    })),
    records,
    blankRows: scan.blankRows,
    counts,
    issues,
    notes,
    duplicates: duplicates.counts,
    rates,
    target: { value: target.value, definition, ...assess(rates[definition], target) },
    ...tables,
    ...(byUnit === undefined ? {} : { byUnit }),
    causes: findCauses({
      whole: { ...scan.tally, records, duplicates: duplicates.counts },
      files: plans.map(({ path }, index) => ({ path, ...(scan.files[index] as FileScan) })),
      ...tables,
      units,
      regions: regionFacts,
      lang: options.lang ?? 'zh',
    }),
    assessments: assessReport({
      rates,
      ...tables,
      byUnit,
      own: options.assessments ?? [],
      chosen: options.assess ?? [],
      lang: options.lang ?? 'zh',
    }),
    warnings: listWarnings(plans, scan.files, records, counts, options),
    elapsedSeconds: elapsedMilliseconds / 1000,
  };
}

function noteRegions(
  notes: Report['notes'],
  clean: CleanCounts,
  places: Scan['tally']['places'],
  facts: RegionFacts,
): void {
  const note = (region: string, count: number): void => {
    const status = facts.status(region);
    if (status === 'unlisted') add(notes, 'region-unlisted', count);
    if (status === 'abolished') add(notes, 'region-abolished', count);
  };
  for (const [region, count] of clean.regions) note(region, count);
  for (const [place, { noted }] of places) if (noted > 0) note(place.slice(1), noted);
}
