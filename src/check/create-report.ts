import { UsccError } from '../code/error.ts';
import type { RegionFacts } from '../code/verdict.ts';
import type { CleanCounts } from '../engine/group/group-stage.ts';
import type { RunOptions } from '../engine/options.ts';
import type { FilePlan } from '../engine/plan/plan.ts';
import { hasCategories } from '../engine/plan/plan-files.ts';
import { countSkipped, describeTable, type FileScan } from '../engine/scan/file-scan.ts';
import { voiceOf } from '../messages/voice.ts';
import { describeWarning, type WarningFacts } from '../messages/warning/index.ts';
import { regions as regionFacts } from '../regions/index.ts';
import { groupByAuthority, groupByRegion } from './area-ledger.ts';
import { type JudgedAreas, listAuthoritiesAndRegions, listUnits } from './areas.ts';
import { assessReport } from './assess/assess-report.ts';
import { assess, DEFAULT_TARGET } from './assess/target.ts';
import { findCauses } from './causes/causes.ts';
import { type Counted, tallyOf } from './check-observer.ts';
import type { DuplicateTotals } from './duplicates/duplicate-totals.ts';
import type { AssessOptions } from './options.ts';
import { computeRates } from './rates.ts';
import type { Report } from './report.ts';
import { add } from './tally.ts';
import type { UnitCounts } from './unit-register.ts';
import { listCountWarnings, listTableWarnings, listUnnamed } from './warnings.ts';

/** Everything a check has found. */
export interface CheckResult {
  plans: FilePlan[];
  /** What was passed over among the inputs. */
  passedOver: WarningFacts[];
  files: FileScan[];
  records: number;
  blankRows: number;
  counted: Counted;
  clean: CleanCounts;
  duplicates: DuplicateTotals;
  /** Conforming codes beyond the first of each organization code; null: nobody asked, or it cannot be told. */
  severalCodes: number | null;
  /** Null: nobody asked for units, or there are none. */
  units: UnitCounts[] | null;
  /** Somebody asked for units. */
  wantsUnits: boolean;
  elapsedMilliseconds: number;
}

/** Turns what was found into the report. */
export function createReport(result: CheckResult, options: AssessOptions & Pick<RunOptions, 'lang' | 'face'>): Report {
  const { plans, files, records, clean, counted, duplicates, units } = result;
  const { issues, areas } = counted.tally;
  const judged: JudgedAreas = { authorities: groupByAuthority(areas), regions: groupByRegion(areas) };
  const counts = { ...counted.tally.counts };
  const notes = { ...counted.tally.notes };
  for (const count of clean.authorities.values()) counts.conforming += count;
  const tellsPersons = hasCategories(plans);
  const { notApplicable } = counted.tally;
  if (counts.conforming + counts.erroneous + counts.unconverted + counts.missing + notApplicable !== records) {
    throw new UsccError('worker', 'the partitions do not add up to the records; please report this');
  }
  noteRegions(notes, clean, judged, regionFacts);
  const rates = computeRates({ counts, issues, duplicates, severalCodes: result.severalCodes });
  const target = options.target ?? DEFAULT_TARGET;
  const definition = options.definition ?? 'literal';
  const tables = listAuthoritiesAndRegions(
    { counts, notApplicable: tellsPersons ? notApplicable : null },
    judged,
    clean,
    duplicates,
    regionFacts,
  );
  const byUnit = units === null ? undefined : listUnits(units, tellsPersons);
  return {
    schema: 'uscc-report/1',
    files: plans.map((plan, index) => ({
      ...describeTable(plan, files[index]),
      codeColumn: plan.codeColumn,
      nameColumn: plan.nameColumn,
      ...(result.wantsUnits || counted.register !== null ? { unitColumn: plan.unitColumn } : {}),
      records: files[index]?.records ?? 0,
      skippedLines: countSkipped(files[index] as FileScan),
    })),
    records,
    blankRows: result.blankRows,
    skippedLines: files.reduce((sum, file) => sum + countSkipped(file), 0),
    counts,
    ...(tellsPersons ? { notApplicable } : {}),
    issues,
    notes,
    duplicates: duplicates.counts,
    rates,
    target: { value: target.value, definition, ...assess(rates[definition], target) },
    ...tables,
    ...(byUnit === undefined ? {} : { byUnit }),
    causes: findCauses({
      whole: { ...counted.tally, records, duplicates: duplicates.counts },
      judged,
      files: plans.map(({ path }, index) => ({
        path,
        records: files[index]?.records ?? 0,
        tally: tallyOf(counted, index),
      })),
      ...tables,
      units,
      regions: regionFacts,
      voice: voiceOf(options),
    }),
    assessments: assessReport({
      rates,
      ...tables,
      byUnit,
      own: options.assessments ?? [],
      chosen: options.assess ?? [],
      voice: voiceOf(options),
    }),
    warnings: [
      ...result.passedOver,
      ...listCountWarnings(records, counts),
      ...listUnnamed(duplicates.counts),
      ...listTableWarnings(plans, files, { names: true, units: result.wantsUnits }),
    ].map((facts) => describeWarning(facts, voiceOf(options))),
    elapsedSeconds: result.elapsedMilliseconds / 1000,
  };
}

function noteRegions(notes: Report['notes'], clean: CleanCounts, judged: JudgedAreas, facts: RegionFacts): void {
  const note = (region: string, count: number): void => {
    const status = facts.status(region);
    if (status === 'unlisted') add(notes, 'region-unlisted', count);
    if (status === 'abolished') add(notes, 'region-abolished', count);
  };
  for (const [region, count] of clean.regions) note(region, count);
  for (const [region, { noted }] of judged.regions) if (noted > 0) note(region, noted);
}
