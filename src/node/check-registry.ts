import { checkTables } from '../check/check.ts';
import { createReport } from '../check/create-report.ts';
import type { CheckOptions } from '../check/options.ts';
import type { Report } from '../check/report.ts';
import { type OpenScan, openScan } from '../engine/open-scan.ts';
import { planFiles } from '../engine/plan/plan-files.ts';
import type { Platform } from '../engine/platform.ts';
import type { SuspectCounts } from '../suspects/suspect.ts';
import { type InputSources, readSources } from './inputs/input-sources.ts';
import type { TargetInput } from './options/kinds.ts';
import { readOptions } from './options/read-options.ts';
import { type Run, withRun } from './run.ts';
import { nameRows } from './warehouse/name-rows.ts';
import type { EngineOptions } from './warehouse/open-tables.ts';

/** What {@link checkRegistry} is asked. A handler implies that what it handles is wanted: `findings` is `all` then, `suspect` true. */
export interface CheckRegistryOptions extends Omit<CheckOptions, 'target'>, EngineOptions {
  /** Below which share the rate must be: `0.0001`, `'0.01%'`, or what `parseTarget` gives. Default: 0.01%. */
  target?: TargetInput;
}

/**
 * Checks registry exports: counts, duplicates across the files, rates, and whether the target is met.
 *
 * @param files tables: CSV, Excel, JSON, Parquet, gzip and zip of these, by path (folders, `*` patterns, `-` for standard input), URL, or as
 *   bytes; one or several, whose columns may differ
 * @param given see {@link CheckRegistryOptions}; an option that there is not is refused
 * @throws {UsccError} `input` when a file cannot be read or understood, `aborted` when `options.signal` fired, `worker`
 *   when a thread failed; a report is never partial
 * @example
 * const report = await checkRegistry(['2023-07.csv'], { onProgress: ({ records }) => console.error(records) });
 * console.log(report.target.met, report.rates.literal);
 */
export async function checkRegistry(files: InputSources, given: CheckRegistryOptions = {}): Promise<Report> {
  const options = implyLists(readOptions<CheckOptions & EngineOptions>('checkRegistry', given));
  const inputs = readSources('checkRegistry', files, options.lang);
  return withRun(inputs, { ...options, readsEngines: true }, async (run) => {
    const { report, scan } = await checkInputs(run, nameRows(run.inputs, { ...options, memoryBytes: run.memoryBytes }));
    const suspects = options.suspect ? await searchSuspects(run, options, scan) : undefined;
    run.verify();
    return { ...report, ...(suspects && { suspects }), warnings: [...run.warnings, ...report.warnings] };
  });
}

/** A handler says that what it handles is wanted. */
function implyLists<Options extends CheckOptions>(options: Options): Options {
  const { onFindings, onDuplicates, onSuspects } = options;
  const wantsLists = onFindings !== undefined || onDuplicates !== undefined;
  return {
    ...(wantsLists && { findings: 'all' as const }),
    ...(onSuspects !== undefined && { suspect: true }),
    ...options,
  };
}

/** Each range becomes a row group, which a thread holds whole, several times over. */
const rowGroupBytes = 8 << 20;

/** The check, and the scan it was made of; the reference makes none. What few ask for is loaded when they do. */
async function checkInputs(run: Run, options: CheckOptions): Promise<{ report: Report; scan: OpenScan | null }> {
  const { inputs, platform } = run;
  if (options.onWorkbook !== undefined) {
    const [{ markWorkbook }, { startWorkbook }] = await Promise.all([
      import('../clean/workbook/mark-workbook.ts'),
      import('./outputs/write-workbook.ts'),
    ]);
    return { report: await markWorkbook(startWorkbook(run, options.onWorkbook), options), scan: null };
  }
  if (options.scanner === 'reference') {
    const { checkByReference } = await import('../check/check-by-reference.ts');
    return { report: await checkByReference(inputs, options, platform), scan: null };
  }
  const { onAnnotated, onAnnotatedParquet } = options;
  if (onAnnotated === undefined && onAnnotatedParquet === undefined) {
    const { result, scan } = await checkTables(inputs, options, platform);
    if (options.suspect !== true) run.dismissThreads();
    return { report: createReport(result, options), scan };
  }
  const [{ annotate, requireAnnotable }, { createDuplicateMarks }] = await Promise.all([
    import('../clean/annotate/annotate.ts'),
    import('../clean/annotate/duplicate-marks.ts'),
  ]);
  const marks = createDuplicateMarks();
  const own: Platform = onAnnotatedParquet === undefined ? platform : { ...platform, rangeBytes: rowGroupBytes };
  const { result, scan } = await checkTables(inputs, options, own, {
    planned: requireAnnotable,
    compared: marks.add,
  });
  if (onAnnotated !== undefined) await annotate(scan, marks, { ...options, onAnnotated });
  if (onAnnotatedParquet !== undefined) {
    const { annotateParquet } = await import('../clean/annotate/annotate-parquet.ts');
    await annotateParquet(scan, marks, { ...options, onAnnotatedParquet });
  }
  return { report: createReport(result, options), scan };
}

async function searchSuspects(
  { inputs, platform, memoryBytes }: Run,
  options: CheckOptions,
  checked: OpenScan | null,
): Promise<SuspectCounts> {
  const scan =
    checked ??
    (await openScan({ ...(await planFiles(inputs, options, platform)), key: null, options, platform, memoryBytes }));
  const { totalBytes, records } = scan;
  const { findSuspects } = await import('../suspects/find-suspects.ts');
  return findSuspects(scan, { ...options, memoryBytes }, platform, {
    suspects: (batch) => options.onSuspects?.(batch),
    progress: (share) =>
      options.onProgress?.({ stage: 'suspects', doneBytes: share * totalBytes, totalBytes, records }),
  });
}
