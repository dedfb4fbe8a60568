import { diff } from '../clean/diff/diff.ts';
import type { DiffOptions, DiffReport } from '../clean/diff/diff-report.ts';
import { UsccError } from '../code/error.ts';
import { type Run, withRun } from './run.ts';

/** Paths of what is compared, each as `checkRegistry` takes them. */
export interface DiffFiles {
  /** The files that together are the old export, and those that are the new one. */
  old: string[];
  new: string[];
  /** Exports before the old one, each table one: problems of theirs that are new again have reappeared. */
  earlier?: string[];
}

/**
 * Compares two exports: problems resolved, remaining, new and reappeared; codes that came, went or took the place of others;
 * the rates then and now.
 *
 * @throws {UsccError} `input` when a file cannot be read or understood; `aborted`; `worker`
 * @example
 * const { problems, codes } = await diffRegistries({ old: ['2023-06.csv'], new: ['2023-07.csv'] });
 * console.log(problems.erroneous.resolved, codes.changed.organization);
 */
export async function diffRegistries(files: DiffFiles, options: DiffOptions = {}): Promise<DiffReport> {
  const { old, new: now, earlier = [] } = files;
  if (old.length === 0 || now.length === 0)
    throw new UsccError('usage', 'diffRegistries takes an old and a new export');
  return withRun(old, options, (oldRun) =>
    withRun(now, options, (newRun) =>
      earlier.length === 0
        ? compare([oldRun, newRun], options)
        : withRun(earlier, options, (earlierRun) => compare([oldRun, newRun, earlierRun], options)),
    ),
  );
}

/** Works with the threads of the run that has the most to read. */
async function compare(runs: [Run, Run, Run?], options: DiffOptions): Promise<DiffReport> {
  const [old, now, earlier] = runs;
  const all = runs.filter((run) => run !== undefined);
  const largest = all.reduce((best, run) => (run.totalBytes > best.totalBytes ? run : best));
  const inputs = { old: old.inputs, new: now.inputs, earlier: earlier?.inputs ?? [] };
  const report = await diff(inputs, { ...options, memoryBytes: largest.memoryBytes }, largest.platform);
  for (const { verify } of all) verify();
  return { ...report, warnings: [...all.flatMap(({ warnings }) => warnings), ...report.warnings] };
}
