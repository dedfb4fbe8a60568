import type { DuplicateSet } from '../engine/group/duplicate-set.ts';
import { type CleanCounts, groupScan } from '../engine/group/group-stage.ts';
import { defaultMemoryBytes, measure, type OpenScan, openScan } from '../engine/open-scan.ts';
import type { Progress, ScanOptions } from '../engine/options.ts';
import type { FilePlan } from '../engine/plan/plan.ts';
import { hasNames, hasUnits, planFiles } from '../engine/plan/plan-files.ts';
import type { Platform } from '../engine/platform.ts';
import type { FileScan, ScannedRange } from '../engine/scan/file-scan.ts';
import { regions } from '../regions/index.ts';
import type { Input } from '../tables/input.ts';
import { createCheckAhead } from './check-ahead.ts';
import { type Counted, createCheckObserver, createCounted, tallyOf } from './check-observer.ts';
import { type CheckResult, createReport } from './create-report.ts';
import { compareDuplicates, type PickedTexts } from './duplicates/compare-stage.ts';
import { countDuplicates } from './duplicates/count-stage.ts';
import { createTotals, type DuplicateTotals } from './duplicates/duplicate-totals.ts';
import { emitDuplicates } from './duplicates/emit-stage.ts';
import { countSeveralCodes } from './duplicates/several-codes.ts';
import { type AssessOptions, type CheckOptions, type OutputOptions, wantsAssignments } from './options.ts';
import type { Report } from './report.ts';
import { addWriting } from './tally.ts';

/** Naming one unpacks the names of all. */
const someRegion = '110101';
/** What one record of a duplicate takes as text, at most, where names are not very long. */
const textBytes = 1024;

/**
 * Checks registry exports: plan, scan, group, compare, count.
 *
 *   inputs ─▶ plan ─▶ scan ranges ─▶ group partitions ─▶ compare duplicates ─▶ report
 *                         └▶ findings                          └▶ duplicates
 *
 * @throws {UsccError} `input` when a file cannot be understood; `aborted` when the signal fired
 */
export async function check(inputs: Input[], options: CheckOptions, platform: Platform): Promise<Report> {
  return createReport((await checkTables(inputs, options, platform)).result, options);
}

/** A check that is not yet put into words, and the scan it was made of. */
export interface CheckRun {
  /** `createReport` gives the same of it in either language. */
  result: CheckResult;
  scan: OpenScan;
}

/** Who goes along with a check. */
export interface CheckObserver {
  planned?(plans: FilePlan[]): void;
  /** Sees the scan while it has its keys: grouping forgets them. */
  scanned?(scan: OpenScan): void;
  /** Takes duplicates once their names are compared. */
  compared?(set: DuplicateSet, ranges: readonly ScannedRange[]): void;
}

/** The check without its report. Errors as {@link check}. */
export async function checkTables(
  inputs: Input[],
  options: ScanOptions & OutputOptions & Pick<AssessOptions, 'definition' | 'assessments'>,
  platform: Platform,
  observer: CheckObserver = {},
): Promise<CheckRun> {
  const started = performance.now();
  const ahead = createCheckAhead(inputs, options, platform.pool);
  const planning = planFiles(inputs, options, platform, ahead?.understand);
  // Names take a while to unpack; many files are at the threads now, and this one would only wait.
  if (ahead !== null) regions.name(someRegion);
  const { plans, warnings: passedOver } = await planning;
  tellFiles(plans, options);
  observer.planned?.(plans);
  const counted = createCounted(plans);
  const report = createProgress(plans, options);
  const scanObserver = await createCheckObserver(plans, counted, platform.pool, options, ahead);
  const scanning = openScan(
    { plans, key: 'code', options, platform, progress: (bytes, records) => report('scan', bytes, records) },
    scanObserver,
  );
  regions.name(someRegion);
  const scan = await scanning;
  observer.scanned?.(scan);
  const clean: CleanCounts = { authorities: new Map(), regions: new Map() };
  const duplicates = await findDuplicates(scan, counted, clean, { ...options, ...observer }, (stage, share) =>
    report(stage, Math.min(1, share) * scan.totalBytes, scan.records),
  );
  const { files, blankRows } = scan;
  const records = scan.records + addRest(plans, files, clean, counted);
  const severalCodes = wantsAssignments(options)
    ? await countSeveralCodes(plans, options, platform, (share) =>
        report('duplicates', Math.min(1, share) * scan.totalBytes, scan.records),
      )
    : null;
  const units = counted.register?.list() ?? null;
  const elapsedMilliseconds = performance.now() - started;
  const found = { plans, passedOver, files, records, blankRows, counted, clean, duplicates, severalCodes, units };
  return { scan, result: { ...found, wantsUnits: options.unitColumn !== undefined, elapsedMilliseconds } };
}

/** Tells what findings number. */
export function tellFiles(plans: FilePlan[], { onFiles }: OutputOptions): void {
  onFiles?.(
    plans.map(({ path }) => path),
    plans.map(({ input }) => input.table?.sheet ?? null),
  );
}

function createProgress(plans: FilePlan[], { onProgress }: ScanOptions) {
  const totalBytes = measure(plans);
  return (stage: Progress['stage'], doneBytes: number, records: number): void =>
    onProgress?.({ stage, doneBytes, totalBytes, records });
}

/** Groups the codes of a scan, counts the duplicates, and hands over as many as are wanted. */
async function findDuplicates(
  scan: OpenScan,
  { register }: Counted,
  clean: CleanCounts,
  options: ScanOptions & OutputOptions & CheckObserver,
  progress: (stage: 'group' | 'duplicates', share: number) => void,
): Promise<DuplicateTotals> {
  const { plans } = scan;
  const { findings = 'none', duplicateGroups = Number.POSITIVE_INFINITY, onDuplicates } = options;
  const memoryBytes = options.memoryBytes ?? defaultMemoryBytes;
  const isNamed = hasNames(plans);
  const examplesOnly = findings === 'examples';
  const listsAll = findings === 'all' && onDuplicates !== undefined && options.duplicateGroups === undefined;
  const room = { conflicting: duplicateGroups, others: duplicateGroups };
  const totals = createTotals(isNamed);
  let emitted = 0;
  await groupScan(scan, {
    clean,
    signal: options.signal,
    progress: (share) => progress('group', share),
    async take(set) {
      const source = { ...scan, set, register };
      let texts: PickedTexts | null = null;
      if (isNamed || hasUnits(plans) || set.keys.length > set.cleanCount) {
        texts = await compareDuplicates(source, {
          keepTexts: listsAll && set.entryCount * textBytes <= memoryBytes,
          progress: (share) => progress('duplicates', share),
        });
      }
      await countDuplicates(source, totals);
      options.compared?.(set, scan.ranges);
      if (findings === 'none' || onDuplicates === undefined || (examplesOnly && emitted > 0)) return;
      const emit = { examplesOnly, room, hasNames: isNamed, emitted, texts, take: onDuplicates };
      emitted += await emitDuplicates(source, emit);
    },
  });
  return totals;
}

/**
 * Adds the records that stayed in an engine: their codes are clean and on one record each, so that counting them is all there is to do.
 *
 * @returns how many they are
 */
function addRest(plans: FilePlan[], files: FileScan[], clean: CleanCounts, counted: Counted): number {
  let records = 0;
  for (const [index, { input }] of plans.entries()) {
    const rest = input.table?.engine?.rest;
    const file = files[index];
    if (rest === undefined || file === undefined) continue;
    records += rest.records;
    file.records += rest.records;
    for (const [head, count] of rest.byHead) {
      if (count === 0) continue;
      clean.authorities.set(head.charAt(0), (clean.authorities.get(head.charAt(0)) ?? 0) + count);
      clean.regions.set(head.slice(2), (clean.regions.get(head.slice(2)) ?? 0) + count);
    }
    for (const [unit, writing] of rest.writing) {
      for (const tally of new Set([counted.tally, tallyOf(counted, index)])) addWriting(tally, writing);
      counted.register?.addWriting(unit, writing);
    }
    for (const [unit, count] of rest.byUnit) counted.register?.addConforming(unit, count);
  }
  return records;
}
