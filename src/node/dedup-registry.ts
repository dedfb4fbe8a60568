import { dedup } from '../clean/dedup/dedup.ts';
import type { DedupOptions, DedupReport } from '../clean/dedup/dedup-report.ts';
import { dedupWorkbook } from '../clean/workbook/dedup-workbook.ts';
import { type InputSources, readSources } from './inputs/input-sources.ts';
import { readOptions } from './options/read-options.ts';
import { startWorkbook } from './outputs/write-workbook.ts';
import { withRun } from './run.ts';

/**
 * Leaves one record of every repeated duplicate of one or several tables with the same columns, and every other byte as it is.
 *
 * @param files tables, as `checkRegistry` takes them; what is no plain text comes out as CSV in UTF-8
 * @throws {UsccError} `input` when they cannot be read or understood, or do not make one table; `aborted`; `worker`
 * @example
 * const out = await open('clean.csv', 'w');
 * const report = await dedupRegistry(['export.csv'], { onKept: async (bytes) => void (await out.writeFile(bytes)) });
 * console.log(report.kept, report.removed.repeated, report.duplicates.conflicting.codes);
 */
export async function dedupRegistry(files: InputSources, given: DedupOptions = {}): Promise<DedupReport> {
  const options = readOptions<DedupOptions>('dedupRegistry', given);
  return withRun(readSources('dedupRegistry', files, options.lang), options, async (run) => {
    const all = { ...options, memoryBytes: run.memoryBytes };
    const { onWorkbook } = options;
    const report = await (onWorkbook === undefined
      ? dedup(run.inputs, all, run.platform)
      : dedupWorkbook(startWorkbook(run, onWorkbook), all));
    run.verify();
    return { ...report, warnings: [...run.warnings, ...report.warnings] };
  });
}
