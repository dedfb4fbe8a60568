import { refuse } from '../../messages/refusal/index.ts';
import type { KeyStore } from '../group/key-store.ts';
import type { FilePlan } from '../plan/plan.ts';
import { batchRanges, type PlannedRange, planRanges } from '../plan/ranges.ts';
import type { Platform } from '../platform.ts';
import { addRange, type FileScan, type ScannedRange, startFile } from './file-scan.ts';
import { runInOrder } from './in-order.ts';
import { describeFault, refuseFile } from './refuse-file.ts';
import type { KeySelector } from './scan-keys.ts';
import type { ScanResult, ScanTask } from './scan-task.ts';

/** What the first reading of all files has brought, but for the keys. */
export interface FilesScan {
  files: FileScan[];
  ranges: ScannedRange[];
  records: number;
  blankRows: number;
}

/** What goes along with a scan: it has ranges scanned in its way, and takes what they bring, in file order. */
export interface ScanObserver<Result extends ScanResult> {
  /** Ranges that one thread scans, one after the other. */
  scan(tasks: ScanTask[]): Promise<Result[]>;
  take(result: Result, range: ScannedRange): void | Promise<void>;
}

/** What the scan of all files works with. */
export interface FilesJob {
  plans: FilePlan[];
  bits: number;
  platform: Platform;
  /** Null: nobody asks for keys. */
  key: KeySelector | null;
  keys: KeyStore;
  /** Number under which the first range's keys are stored. */
  rangeBase: number;
  signal: AbortSignal | undefined;
  progress(doneBytes: number, records: number): void;
}

/**
 * Scans all files in ranges. A range is scanned on the guess that it starts outside quotes; when the range before it
 * ends elsewhere, it is scanned again from there. So every range counted began where its predecessor ended.
 *
 * @throws {UsccError} `input` when a file cannot be read to its end, has no records, or is not in the encoding that was guessed
 */
export async function scanFiles<Result extends ScanResult>(
  job: FilesJob,
  observer: ScanObserver<Result>,
): Promise<FilesScan> {
  const { plans, platform, signal } = job;
  const scan: FilesScan = { files: plans.map(startFile), ranges: [], records: 0, blankRows: 0 };
  const run = createRunner(job, scan, observer);
  let doneBytes = 0;
  await runInOrder(
    batchRanges(planRanges(plans, platform.pool.size, platform.rangeBytes)),
    platform.pool.size * 3,
    (batch) => {
      signal?.throwIfAborted();
      return run.guess(batch);
    },
    async (guesses, batch) => {
      signal?.throwIfAborted();
      for (const [index, planned] of batch.entries()) {
        await run.take(guesses[index] ?? null, planned);
        doneBytes += planned.end - planned.start;
      }
      job.progress(doneBytes, scan.records);
    },
  );
  for (const [index, plan] of plans.entries()) refuseFile(plan, scan.files[index] as FileScan);
  return scan;
}

function createRunner<Result extends ScanResult>(
  { plans, bits, key, keys, rangeBase }: FilesJob,
  scan: FilesScan,
  observer: ScanObserver<Result>,
) {
  const describe = (error: unknown, file: number): unknown => describeFault(error, plans[file] as FilePlan);

  const createTask = ({ file, start, end }: PlannedRange, begins: number | null): ScanTask => {
    const { input, dialect } = plans[file] as FilePlan;
    return {
      source: input.reference,
      dialect: { ...dialect, encoding: (scan.files[file] as FileScan).encoding },
      range: { start, end, begins },
      bits,
      isShared: keys.spilled() === null,
      key,
    };
  };

  const runTask = async (planned: PlannedRange, begins: number | null): Promise<Result> => {
    try {
      const [result] = await observer.scan([createTask(planned, begins)]);
      return result as Result;
    } catch (error) {
      throw describe(error, planned.file);
    }
  };

  /** The range from where its predecessor ended, in the encoding of its file. */
  const confirm = async (guess: Result | null, planned: PlannedRange, file: FileScan): Promise<Result> => {
    const stands =
      guess?.edges.beganAt === file.nextAt && (guess.encoding === file.encoding || !guess.sawOther) ? guess : null;
    const result = stands ?? (await runTask(planned, file.nextAt));
    if (!file.isOpen || !result.sawOther) return result;
    file.isOpen = false;
    if (result.undecodable.count === 0) return result;
    file.encoding = 'gb18030';
    const other = await runTask(planned, file.nextAt);
    if (other.undecodable.count < result.undecodable.count) return other;
    file.encoding = 'utf-8';
    return result;
  };

  const accept = async (result: Result, planned: PlannedRange, file: FileScan): Promise<void> => {
    if (result.skipped !== null && result.skipped.reorderedLine >= 0) {
      const line = file.lines + result.skipped.reorderedLine + 1;
      throw refuse('input', { kind: 'reordered-header', file: (plans[planned.file] as FilePlan).path, line });
    }
    const number = rangeBase + scan.ranges.length;
    const range: ScannedRange = {
      file: planned.file,
      dialect: { ...(plans[planned.file] as FilePlan).dialect, encoding: file.encoding },
      range: {
        start: planned.start,
        end: Math.min(planned.end, result.edges.endedAt),
        begins: file.nextAt,
        ...(result.skipped === null || result.skipped.starts.length === 0 ? {} : { skips: result.skipped.starts }),
      },
      records: result.records,
      anchors: result.edges.anchors,
      rowBase: file.records,
      lineBase: file.lines,
    };
    scan.ranges.push(range);
    if (result.clean !== null) keys.add('clean', number, result.clean);
    if (result.hashed !== null) keys.add('hashed', number, result.hashed);
    addRange(file, result);
    scan.records += result.records;
    scan.blankRows += result.blankRows;
    try {
      await observer.take(result, range);
    } catch (error) {
      throw describe(error, planned.file);
    }
  };

  return {
    /** Null of ranges that failed together: which of them did is found when they are taken. */
    guess: async (batch: PlannedRange[]): Promise<(Result | null)[]> => {
      const tasks = batch.map((planned) =>
        createTask(planned, planned.start === plans[planned.file]?.dialect.dataAt ? planned.start : null),
      );
      return observer.scan(tasks).catch((error: unknown) => {
        const [first, ...others] = batch;
        if (first === undefined || others.length === 0) throw first === undefined ? error : describe(error, first.file);
        return batch.map(() => null);
      });
    },
    /** Counts a range; one that ended early, full of findings, is taken up where it ended. */
    take: async (guess: Result | null, planned: PlannedRange): Promise<void> => {
      const file = scan.files[planned.file] as FileScan;
      let result: Result | null = guess;
      while (file.nextAt < planned.end) {
        await accept(await confirm(result, planned, file), planned, file);
        result = null;
      }
    },
  };
}
