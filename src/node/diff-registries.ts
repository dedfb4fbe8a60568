import { diff } from '../clean/diff/diff.ts';
import type { DiffOptions, DiffReport } from '../clean/diff/diff-report.ts';
import { type InputSources, readSources } from './inputs/input-sources.ts';
import type { TargetInput } from './options/kinds.ts';
import { readOptions } from './options/read-options.ts';
import { type Run, withRun } from './run.ts';

/** Paths of what is compared, each as `checkRegistry` takes them. */
export interface DiffFiles {
  /** The files that together are the old export, and those that are the new one. */
  old: InputSources;
  new: InputSources;
  /** Exports before the old one, each table one: problems of theirs that are new again have reappeared. */
  earlier?: InputSources;
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
export async function diffRegistries(files: DiffFiles, given: DiffRegistriesOptions = {}): Promise<DiffReport> {
  const options = readOptions<DiffOptions>('diffRegistries', given);
  const read = (sources: InputSources) => readSources('diffRegistries', sources, options.lang);
  const { earlier = [] } = files;
  const [old, now] = [read(files.old), read(files.new)];
  return withRun(old, options, (oldRun) => {
    const work = (newRun: Run): Promise<DiffReport> => {
      if (Array.isArray(earlier) && earlier.length === 0) return compare([oldRun, newRun], options);
      const all = (earlierRun: Run) => compare([oldRun, newRun, earlierRun], options);
      return withRun(read(earlier), options, all, oldRun);
    };
    return withRun(now, options, work, oldRun);
  });
}

/** What {@link diffRegistries} is asked; `target` is written as for `checkRegistry`. */
export interface DiffRegistriesOptions extends Omit<DiffOptions, 'target'> {
  target?: TargetInput;
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
