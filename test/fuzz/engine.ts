import { check } from '../../src/check/check.ts';
import { checkByReference } from '../../src/check/check-by-reference.ts';
import type { CheckOptions } from '../../src/check/options.ts';
import type { Report } from '../../src/check/report.ts';
import { UsccError } from '../../src/code/error.ts';
import { createPlatform, inputOf } from '../engine/platform.ts';

/** One thing to try: files, how they are read, and how wide ranges are. */
export interface Trial {
  files: Uint8Array[];
  options: CheckOptions;
  rangeBytes: number;
}

/** A report without its time, or why there is none. */
type Outcome = Report | { refused: string };

async function run(engine: typeof check, trial: Trial, options: CheckOptions, rangeBytes?: number): Promise<Outcome> {
  const inputs = trial.files.map((bytes, index) => inputOf(bytes, `${index}.csv`));
  try {
    return { ...(await engine(inputs, options, createPlatform(rangeBytes))), elapsedSeconds: 0 };
  } catch (error) {
    if (error instanceof UsccError && error.code === 'input') return { refused: error.message };
    throw error;
  }
}

/** What the reference makes of a trial, and what the kernel makes of it, counting only and listing everything. */
export async function compareEngines(trial: Trial): Promise<{ expected: Outcome; actual: Outcome[] }> {
  const sums = { findings: 0, duplicates: 0 };
  const listing: CheckOptions = {
    ...trial.options,
    findings: 'all',
    onFindings: (batch) => {
      sums.findings += batch.filter(({ partition }) => partition !== 'conforming').length;
    },
    onDuplicates: (batch) => {
      sums.duplicates += batch.length;
    },
  };
  const expected = await run(checkByReference, trial, trial.options);
  const actual = [
    await run(check, trial, trial.options),
    await run(check, trial, trial.options, trial.rangeBytes),
    await run(check, trial, listing, trial.rangeBytes),
  ];
  if (!('refused' in expected)) {
    const { counts, duplicates } = expected;
    const problems = counts.erroneous + counts.unconverted + counts.missing;
    if (sums.findings !== problems) throw new Error(`${sums.findings} findings of ${problems} problems`);
    if (sums.duplicates !== duplicates.records) {
      throw new Error(`${sums.duplicates} duplicate records of ${duplicates.records}`);
    }
  }
  return { expected, actual };
}
