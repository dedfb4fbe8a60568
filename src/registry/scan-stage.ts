import { UsccError } from '../code/error.ts';
import type { RangeBlock } from '../duplicates/gather.ts';
import { inputMessagesFor } from '../messages/input-messages.ts';
import type { Dialect } from '../scan/dialect.ts';
import type { Range, RangeEdges } from '../scan/scan-range.ts';
import type { Finding } from './finding.ts';
import { runInOrder } from './in-order.ts';
import type { CheckOptions } from './options.ts';
import type { FilePlan } from './plan.ts';
import type { Pool } from './platform.ts';
import type { ScanResult, ScanTask } from './scan-task.ts';
import { addSighting, createSighting, type Sighting } from './sighting.ts';
import { addTally, createTally, type Tally } from './tally.ts';

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
  openQuotes: Sighting;
  glued: Sighting;
  ragged: Sighting;
  undecodable: Sighting;
}

/** Everything the first reading of all files has brought. */
export interface Scan {
  files: FileScan[];
  ranges: ScannedRange[];
  blankRows: number;
  tally: Tally;
  clean: RangeBlock[];
  hashed: RangeBlock[];
}

/** What is done with the results as they come in, in file order. */
export interface ScanListener {
  findings(batch: Finding[]): void | Promise<void>;
  progress(doneBytes: number, records: number): void;
}

interface Item {
  file: number;
  start: number;
  end: number;
}

const smallestRangeBytes = 4 << 20;
const largestRangeBytes = 16 << 20;
const rangesPerThread = 6;
const exampleCount = 20;
const unclearShare = 0.01;

/**
 * Scans all files in ranges. A range is scanned on the guess that it starts outside quotes; when the range before it
 * ends elsewhere, it is scanned again from there. So every range counted began where its predecessor ended.
 *
 * @param rangeBytes width of a range; chosen by size and threads when absent
 */
export async function scanFiles(
  plans: FilePlan[],
  bits: number,
  pool: Pool,
  options: CheckOptions,
  listener: ScanListener,
  rangeBytes?: number,
): Promise<Scan> {
  const scan: Scan = {
    files: plans.map(startFile),
    ranges: [],
    blankRows: 0,
    tally: createTally(),
    clean: [],
    hashed: [],
  };
  const places = plans.map((plan) => ({ nextAt: plan.dialect.dataAt, lines: plan.dialect.linesBefore }));
  const isOpen = plans.map((plan) => plan.isOpen);
  let examples =
    options.findings === 'all' ? Number.MAX_SAFE_INTEGER : options.findings === 'examples' ? exampleCount : 0;

  const createTask = (item: Item, begins: number | null, findings: number): ScanTask & { kind: 'scan' } => {
    const plan = plans[item.file] as FilePlan;
    return {
      kind: 'scan',
      source: plan.input.reference,
      dialect: { ...plan.dialect, encoding: scan.files[item.file]?.encoding ?? 'utf-8' },
      range: { start: item.start, end: item.end, begins },
      bits,
      findings,
      notes: options.notes ?? false,
    };
  };

  const confirm = async (guess: ScanResult, item: Item, begins: number): Promise<ScanResult> => {
    const file = scan.files[item.file] as FileScan;
    let result = guess;
    if (result.edges.beganAt !== begins || (result.encoding !== file.encoding && result.sawOther)) {
      result = await pool.run<'scan'>(createTask(item, begins, examples));
    }
    if (isOpen[item.file] && result.sawOther) {
      isOpen[item.file] = false;
      if (result.undecodable.count > 0) {
        file.encoding = 'gb18030';
        const other = await pool.run<'scan'>(createTask(item, begins, examples));
        if (other.undecodable.count < result.undecodable.count) result = other;
        else file.encoding = 'utf-8';
      }
    }
    return result;
  };

  let doneBytes = 0;
  let records = 0;
  const take = async (guess: ScanResult, item: Item): Promise<void> => {
    options.signal?.throwIfAborted();
    const file = scan.files[item.file] as FileScan;
    const place = places[item.file] as { nextAt: number; lines: number };
    if (place.nextAt < item.end) {
      const begins = place.nextAt;
      const result = await confirm(guess, item, begins);
      const range = scan.ranges.length;
      scan.ranges.push({
        file: item.file,
        dialect: { ...(plans[item.file] as FilePlan).dialect, encoding: file.encoding },
        range: { start: item.start, end: item.end, begins },
        records: result.records,
        anchors: result.edges.anchors,
        rowBase: file.records,
        lineBase: place.lines,
      });
      const findings = result.findings.slice(0, examples);
      if (options.findings === 'examples') examples -= findings.length;
      for (const finding of findings) {
        finding.file = item.file;
        finding.row += file.records + 1;
        finding.line += place.lines + 1;
      }
      addResult(scan, file, result, range, place.lines);
      place.nextAt = result.edges.endedAt;
      place.lines += result.lines;
      records += result.records;
      if (findings.length > 0) await listener.findings(findings);
    }
    doneBytes += item.end - item.start;
    listener.progress(doneBytes, records);
  };

  await runInOrder(
    planRanges(plans, pool.size, rangeBytes),
    pool.size * 3,
    (item) => {
      options.signal?.throwIfAborted();
      const isFirst = item.start === plans[item.file]?.dialect.dataAt;
      return pool.run<'scan'>(createTask(item, isFirst ? item.start : null, examples));
    },
    take,
  );
  for (const [index, plan] of plans.entries()) checkFile(plan, scan.files[index] as FileScan, options);
  return scan;
}

function* planRanges(plans: FilePlan[], threads: number, rangeBytes?: number): Generator<Item> {
  const total = plans.reduce((sum, { input }) => sum + input.source.size, 0);
  const wanted = Math.ceil(total / (threads * rangesPerThread));
  const width = rangeBytes ?? Math.min(largestRangeBytes, Math.max(smallestRangeBytes, wanted));
  for (const [file, { dialect, input }] of plans.entries()) {
    for (let start = dialect.dataAt; start < input.source.size; start += width) {
      yield { file, start, end: Math.min(input.source.size, start + width) };
    }
  }
}

/** A file nothing has been read of. */
export function startFile(plan: FilePlan): FileScan {
  return {
    records: 0,
    encoding: plan.dialect.encoding,
    openQuotes: createSighting(),
    glued: createSighting(),
    ragged: createSighting(),
    undecodable: createSighting(),
  };
}

function addResult(scan: Scan, file: FileScan, result: ScanResult, range: number, lineBase: number): void {
  file.records += result.records;
  scan.blankRows += result.blankRows;
  addTally(scan.tally, result.tally);
  if (result.clean !== null) scan.clean.push({ range, block: result.clean });
  if (result.hashed !== null) scan.hashed.push({ range, block: result.hashed });
  for (const kind of ['openQuotes', 'glued', 'ragged', 'undecodable'] as const) {
    addSighting(file[kind], result[kind], lineBase);
  }
}

function checkFile(plan: FilePlan, file: FileScan, options: CheckOptions): void {
  const messages = inputMessagesFor(options.lang ?? 'zh');
  if (file.records === 0) throw new UsccError('input', messages.noRows(plan.path));
  const { count, lines } = file.undecodable;
  if (plan.isGuessed && count > file.records * unclearShare) {
    throw new UsccError('input', messages.unclearEncoding(plan.path, count, lines[0] ?? 0));
  }
}
