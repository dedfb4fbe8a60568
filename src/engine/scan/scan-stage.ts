import type { Finding } from '../../check/findings/finding.ts';
import {
  countFindings,
  type FindingBlock,
  type FindingOrigin,
  unpackFindings,
} from '../../check/findings/finding-block.ts';
import { samplePrior } from '../../check/findings/sample-prior.ts';
import type { CheckOptions } from '../../check/options.ts';
import { addTally, createTally, type Tally } from '../../check/tally.ts';
import { createUnitRegister, type UnitRegister } from '../../check/unit-register.ts';
import type { RepairPrior } from '../../repair/repair-context.ts';
import type { KeyStore } from '../group/key-store.ts';
import type { Dialect } from '../plan/dialect.ts';
import type { FilePlan } from '../plan/plan.ts';
import { hasUnits } from '../plan/plan-files.ts';
import { type PlannedRange, planRanges } from '../plan/ranges.ts';
import type { Platform } from '../platform.ts';
import { runInOrder } from './in-order.ts';
import { addOccurrences, createOccurrences, type Occurrences } from './occurrences.ts';
import { checkFile, describeFault } from './refuse-file.ts';
import type { KeySelector } from './scan-keys.ts';
import type { Range, RangeEdges } from './scan-range.ts';
import type { ScanResult, ScanTask } from './scan-task.ts';

/** A range whose records are counted: where they lie in their file and among its rows. */
export interface ScannedRange {
  file: number;
  dialect: Dialect;
  range: Range;
  records: number;
  /** Places to read on from, see RangeEdges. */
  anchors: RangeEdges['anchors'];
  /** Records and line breaks of the file before it. */
  rowBase: number;
  lineBase: number;
}

/** What was met in one file. Lines count from 1. */
export interface FileScan {
  records: number;
  /** `gb18030` where the first byte that was not ASCII said so. */
  encoding: Dialect['encoding'];
  /** The encoding is still to be decided. */
  isOpen: boolean;
  /** Where the first record that is not counted starts, and the line breaks before it. */
  nextAt: number;
  lines: number;
  openQuotes: Occurrences;
  glued: Occurrences;
  ragged: Occurrences;
  undecodable: Occurrences;
  tally: Tally;
}

/** Everything the first reading of all files has brought, but for the keys. */
export interface Scan {
  files: FileScan[];
  ranges: ScannedRange[];
  records: number;
  blankRows: number;
  tally: Tally;
  /** Null: units are not counted. */
  register: UnitRegister | null;
}

/** What is done with the results as they come in, in file order. */
export interface ScanListener {
  findings(batch: Finding[]): void | Promise<void>;
  progress(doneBytes: number, records: number): void;
}

/** What the scan of all files works with. */
export interface ScanJob {
  plans: FilePlan[];
  bits: number;
  platform: Platform;
  options: CheckOptions;
  keys: KeyStore;
  /** What records are listed under: by default their codes. */
  key?: KeySelector;
  listener: ScanListener;
}

const exampleCount = 20;
const findingLimit = 1 << 17;
const batchFindings = 1 << 13;

/**
 * Scans all files in ranges. A range is scanned on the guess that it starts outside quotes; when the range before it
 * ends elsewhere, it is scanned again from there. So every range counted began where its predecessor ended.
 */
export async function scanFiles(job: ScanJob): Promise<Scan> {
  const { plans, platform, options, listener } = job;
  const scan = startScan(plans);
  const describes = options.findings !== undefined && options.findings !== 'none';
  const run = createRunner(job, scan, describes ? await samplePrior(plans, platform.pool) : null);
  let doneBytes = 0;
  await runInOrder(
    planRanges(plans, platform.pool.size, platform.rangeBytes),
    platform.pool.size * 3,
    (planned) => {
      options.signal?.throwIfAborted();
      return run.guess(planned);
    },
    async (guess, planned) => {
      options.signal?.throwIfAborted();
      await run.take(guess, planned);
      doneBytes += planned.end - planned.start;
      listener.progress(doneBytes, scan.records);
    },
  );
  for (const [index, plan] of plans.entries()) checkFile(plan, scan.files[index] as FileScan);
  return scan;
}

/** Files nothing has been read of. */
export function startScan(plans: FilePlan[]): Scan {
  const register = hasUnits(plans) ? createUnitRegister() : null;
  return { files: plans.map(startFile), ranges: [], records: 0, blankRows: 0, tally: createTally(), register };
}

/** A file nothing has been read of. */
export function startFile({ dialect, isOpen }: FilePlan): FileScan {
  return {
    records: 0,
    encoding: dialect.encoding,
    isOpen,
    nextAt: dialect.dataAt,
    lines: dialect.linesBefore,
    openQuotes: createOccurrences(),
    glued: createOccurrences(),
    ragged: createOccurrences(),
    undecodable: createOccurrences(),
    tally: createTally(),
  };
}

function createRunner(
  { plans, bits, platform, options, keys, key = 'code', listener }: ScanJob,
  scan: Scan,
  prior: RepairPrior | null,
) {
  const wanted = { none: 0, examples: exampleCount, all: Number.MAX_SAFE_INTEGER };
  let findingsLeft = wanted[options.findings ?? 'none'];

  const runTask = async ({ file, start, end }: PlannedRange, begins: number | null): Promise<ScanResult> => {
    const plan = plans[file] as FilePlan;
    const task: ScanTask & { kind: 'scan' } = {
      kind: 'scan',
      source: plan.input.reference,
      dialect: { ...plan.dialect, encoding: (scan.files[file] as FileScan).encoding },
      range: { start, end, begins },
      bits,
      isShared: keys.spilled() === null,
      key,
      findings: findingsLeft,
      findingLimit,
      notes: options.notes ?? false,
      prior,
    };
    return platform.pool.run<'scan'>(task).catch((error: unknown) => {
      throw describeFault(error, plan);
    });
  };

  /** The range from where its predecessor ended, in the encoding of its file. */
  const confirm = async (guess: ScanResult | null, planned: PlannedRange, file: FileScan): Promise<ScanResult> => {
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

  const accept = async (result: ScanResult, planned: PlannedRange, file: FileScan): Promise<void> => {
    const range = scan.ranges.length;
    scan.ranges.push({
      file: planned.file,
      dialect: { ...(plans[planned.file] as FilePlan).dialect, encoding: file.encoding },
      range: { start: planned.start, end: Math.min(planned.end, result.edges.endedAt), begins: file.nextAt },
      records: result.records,
      anchors: result.edges.anchors,
      rowBase: file.records,
      lineBase: file.lines,
    });
    const units = enterUnits(result, planned, file);
    const nameUnit = (unit: number): string | null =>
      units === null ? null : (scan.register?.names[units[unit] ?? 0] ?? null);
    const origin = { file: planned.file, rowBase: file.records, lineBase: file.lines, nameUnit };
    if (result.clean !== null) keys.add('clean', range, result.clean);
    if (result.hashed !== null) keys.add('hashed', range, result.hashed);
    addResult(scan, file, result);
    await handOver(result.findings, origin);
  };

  const enterUnits = (
    { units, unitTraits }: ScanResult,
    { file }: PlannedRange,
    { encoding }: FileScan,
  ): Uint32Array | null => {
    if (scan.register === null || units === null) return null;
    try {
      const numbers = scan.register.enter(units, encoding);
      scan.register.addRecords(numbers, units);
      scan.register.addTraits(numbers, unitTraits);
      return numbers;
    } catch (error) {
      throw describeFault(error, plans[file] as FilePlan);
    }
  };

  const handOver = async (block: FindingBlock, origin: FindingOrigin): Promise<void> => {
    const count = Math.min(countFindings(block), findingsLeft);
    if (options.findings === 'examples') findingsLeft -= count;
    for (let first = 0; first < count; first += batchFindings) {
      options.signal?.throwIfAborted();
      await listener.findings(unpackFindings(block, first, Math.min(count, first + batchFindings), origin));
    }
  };

  return {
    guess: (planned: PlannedRange): Promise<ScanResult> =>
      runTask(planned, planned.start === plans[planned.file]?.dialect.dataAt ? planned.start : null),
    /** Counts a range; one that ended early, full of findings, is taken up where it ended. */
    take: async (guess: ScanResult, planned: PlannedRange): Promise<void> => {
      const file = scan.files[planned.file] as FileScan;
      let result: ScanResult | null = guess;
      while (file.nextAt < planned.end) {
        await accept(await confirm(result, planned, file), planned, file);
        result = null;
      }
    },
  };
}

function addResult(scan: Scan, file: FileScan, result: ScanResult): void {
  for (const kind of ['openQuotes', 'glued', 'ragged', 'undecodable'] as const) {
    addOccurrences(file[kind], result[kind], file.lines);
  }
  file.records += result.records;
  file.lines += result.lines;
  file.nextAt = result.edges.endedAt;
  scan.records += result.records;
  scan.blankRows += result.blankRows;
  addTally(file.tally, result.tally);
  addTally(scan.tally, result.tally);
}
