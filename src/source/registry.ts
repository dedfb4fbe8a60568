import { UsccError } from '../code/error.ts';
import { check } from '../registry/check.ts';
import type { CheckOptions } from '../registry/options.ts';
import type { Report } from '../registry/report.ts';
import { withRun } from './run.ts';

export { UsccError } from '../code/error.ts';
export type { DuplicateRecord, Finding } from '../registry/finding.ts';
export type { CheckOptions, Encoding, Progress } from '../registry/options.ts';
export type { RateDefinition, Report, Warning } from '../registry/report.ts';
export { parseTarget, type Target } from '../registry/target.ts';

/**
 * Checks registry exports: counts, duplicates across the files, rates, and whether the target is met.
 *
 * @param files paths of tables: CSV, Excel, JSON, Parquet, gzip and zip of these, folders, `*` patterns, `-` for standard
 *   input; the columns may differ between them
 * @throws {UsccError} `input` when a file cannot be read or understood, `aborted` when `options.signal` fired, `worker`
 *   when a thread failed; a report is never partial
 * @example
 * const report = await checkRegistry(['2023-07.csv'], { onProgress: ({ records }) => console.error(records) });
 * console.log(report.target.met, report.rates.literal);
 */
export async function checkRegistry(files: string[], options: CheckOptions = {}): Promise<Report> {
  if (files.length === 0) throw new UsccError('usage', 'checkRegistry takes at least one file');
  return withRun(files, options, async ({ inputs, warnings, platform, memoryBytes, verify }) => {
    options.onFiles?.(inputs.map(({ path }) => path));
    const run = await chooseCheck(options.scanner);
    const report = await run(inputs, { ...options, memoryBytes }, platform);
    verify();
    return { ...report, warnings: [...warnings, ...report.warnings] };
  });
}

/** The reference brings csv-parse, which nobody else needs. */
async function chooseCheck(scanner: CheckOptions['scanner']): Promise<typeof check> {
  if (scanner !== 'reference') return check;
  return (await import('../registry/check-by-reference.ts')).checkByReference;
}
