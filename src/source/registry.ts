import { UsccError } from '../code/error.ts';
import { check } from '../registry/check.ts';
import type { CheckOptions } from '../registry/options.ts';
import type { Report } from '../registry/report.ts';
import { type OpenFile, openFile } from './file.ts';
import { openPool, type ThreadPool } from './pool.ts';
import { prepareTempFolder } from './temp-folder.ts';
import { transcodeFile } from './transcode.ts';

export { UsccError } from '../code/error.ts';
export type { DuplicateRecord, Finding } from '../registry/finding.ts';
export type { CheckOptions, Encoding, Progress } from '../registry/options.ts';
export type { RateDefinition, Report, Warning } from '../registry/report.ts';
export { parseTarget, type Target } from '../registry/target.ts';

/**
 * Checks registry exports: counts, duplicates across the files, rates, and whether the target is met.
 *
 * @param files paths of CSV files; the columns may differ between them
 * @throws {UsccError} `input` when a file cannot be read or understood, `aborted` when `options.signal` fired, `worker`
 *   when a thread failed; a report is never partial
 * @example
 * const report = await checkRegistry(['2023-07.csv'], { onProgress: ({ records }) => console.error(records) });
 * console.log(report.target.met, report.rates.literal);
 */
export async function checkRegistry(files: string[], options: CheckOptions = {}): Promise<Report> {
  if (files.length === 0) throw new UsccError('usage', 'checkRegistry takes at least one file');
  const opened: OpenFile[] = [];
  const folder = prepareTempFolder();
  let pool: ThreadPool | undefined;
  try {
    for (const path of files) opened.push(openFile(path, options.lang ?? 'zh'));
    const inputs = opened.map(({ input }) => input);
    const totalBytes = inputs.reduce((sum, { source }) => sum + source.size, 0);
    pool = openPool(totalBytes, options.workers);
    const run = await chooseCheck(options.scanner);
    const report = await run(inputs, options, {
      pool,
      transcode: (input, encoding) => transcodeFile(input, encoding, folder.createPath('.csv'), options.signal),
    });
    for (const file of opened) file.verify();
    return report;
  } catch (error) {
    if (options.signal?.aborted) throw new UsccError('aborted', 'the check was interrupted', { cause: error });
    throw error;
  } finally {
    await pool?.close();
    for (const file of opened) file.close();
    folder.remove();
  }
}

/** The reference brings csv-parse, which nobody else needs. */
async function chooseCheck(scanner: CheckOptions['scanner']): Promise<typeof check> {
  if (scanner !== 'reference') return check;
  return (await import('../registry/check-by-reference.ts')).checkByReference;
}
