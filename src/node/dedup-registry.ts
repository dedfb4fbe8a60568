import { dedupBook } from '../clean/book/dedup-book.ts';
import { dedup } from '../clean/dedup/dedup.ts';
import type { DedupOptions, DedupReport } from '../clean/dedup/dedup-report.ts';
import { UsccError } from '../code/error.ts';
import { withRun } from './run.ts';
import { startBook } from './write-book.ts';

/**
 * Leaves one record of every repeated duplicate of one or several tables with the same columns, and every other byte as it is.
 *
 * @param files paths of tables, as `checkRegistry` takes them; what is no plain text comes out as CSV in UTF-8
 * @throws {UsccError} `input` when they cannot be read or understood, or do not make one table; `aborted`; `worker`
 * @example
 * const out = await open('clean.csv', 'w');
 * const report = await dedupRegistry(['export.csv'], { onKept: async (bytes) => void (await out.writeFile(bytes)) });
 * console.log(report.kept, report.removed.repeated, report.duplicates.conflicting.codes);
 */
export async function dedupRegistry(files: string[], options: DedupOptions = {}): Promise<DedupReport> {
  if (files.length === 0) throw new UsccError('usage', 'dedupRegistry takes at least one file');
  return withRun(files, options, async (run) => {
    const all = { ...options, memoryBytes: run.memoryBytes };
    const { onWorkbook } = options;
    const report = await (onWorkbook === undefined
      ? dedup(run.inputs, all, run.platform)
      : dedupBook(startBook(run, onWorkbook), all));
    run.verify();
    return { ...report, warnings: [...run.warnings, ...report.warnings] };
  });
}
