import { freemem } from 'node:os';
import { UsccError } from '../code/error.ts';
import { transcodeFile } from '../expand/transcode.ts';
import { check } from '../registry/check.ts';
import { dropSheets } from '../registry/drop-sheets.ts';
import type { CheckOptions } from '../registry/options.ts';
import type { Platform } from '../registry/platform.ts';
import type { Report } from '../registry/report.ts';
import { type OpenInputs, openInputs } from './open-inputs.ts';
import { openPool, type ThreadPool } from './pool.ts';
import { createSpillFile } from './spill-file.ts';
import { createSpool } from './spool.ts';
import { prepareTempFolder } from './temp-folder.ts';

export { UsccError } from '../code/error.ts';
export type { DuplicateRecord, Finding } from '../registry/finding.ts';
export type { CheckOptions, Encoding, Progress } from '../registry/options.ts';
export type { RateDefinition, Report, Warning } from '../registry/report.ts';
export { parseTarget, type Target } from '../registry/target.ts';

const mostMemoryBytes = 4 * 2 ** 30;

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
  let opened: OpenInputs | undefined;
  const folder = prepareTempFolder(options.tempDir);
  let pool: ThreadPool | undefined;
  let spill: ReturnType<typeof createSpillFile> | undefined;
  try {
    opened = await openInputs(files, options, folder);
    const spool = createSpool(folder, options.lang ?? 'zh', options.signal);
    const transcode: Platform['transcode'] = (input, encoding) => transcodeFile(input, encoding, spool);
    const { inputs, warnings } = await dropSheets(opened.inputs, options, { transcode });
    options.onFiles?.(inputs.map(({ path }) => path));
    const totalBytes = inputs.reduce((sum, { source }) => sum + source.size, 0);
    const createSpill = (expectedBytes: number): ReturnType<typeof createSpillFile> => {
      spill = createSpillFile(folder.createPath('.keys'), expectedBytes, options.lang ?? 'zh');
      return spill;
    };
    pool = openPool(totalBytes, options.workers);
    const run = await chooseCheck(options.scanner);
    const memoryBytes = options.memoryBytes ?? Math.min(mostMemoryBytes, freemem() / 2);
    const report = await run(inputs, { ...options, memoryBytes }, { pool, transcode, createSpill });
    opened.verify();
    return { ...report, warnings: [...opened.warnings, ...warnings, ...report.warnings] };
  } catch (error) {
    if (options.signal?.aborted) throw new UsccError('aborted', 'the check was interrupted', { cause: error });
    throw error;
  } finally {
    await pool?.close();
    opened?.close();
    spill?.close();
    await folder.remove();
  }
}

/** The reference brings csv-parse, which nobody else needs. */
async function chooseCheck(scanner: CheckOptions['scanner']): Promise<typeof check> {
  if (scanner !== 'reference') return check;
  return (await import('../registry/check-by-reference.ts')).checkByReference;
}
