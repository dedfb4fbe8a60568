import { type Judgement, judge } from '../../code/cell/judge.ts';
import type { ByteSource, SourceReference } from '../../tables/byte-source.ts';
import type { Dialect } from '../plan/dialect.ts';
import type { OpenSource, TaskKind } from '../task.ts';
import { createDecode, readCell } from './cell.ts';
import { gluedEvent, openQuoteEvent, otherEncodingFlag, suspectEvent } from './kernel/contract.ts';
import type { Kernel } from './kernel/kernel.ts';
import { type FoundLines, isNothing, joinLines, openLineFinder } from './lines/line-finder.ts';
import { type Block, type BlockOptions, placeLists, takeBlock } from './lists.ts';
import { countOccurrences, createOccurrences, type Occurrences, settleOccurrences } from './occurrences.ts';
import { type KeySelector, keyColumn, keyFlags, listKey, listName } from './scan-keys.ts';
import { type Range, type RangeEdges, type ScanEvent, scanRange } from './scan-range.ts';
import { placeUnits, type UnitList, unitPartitions } from './units.ts';

/** One range to scan. */
export interface ScanTask extends BlockOptions {
  source: SourceReference;
  dialect: Dialect;
  range: Range;
  /** What records are listed under; null: they are not. */
  key: KeySelector | null;
}

/** What one range holds. Rows and lines count from 0 at its start. */
export interface ScanResult {
  edges: RangeEdges;
  encoding: Dialect['encoding'];
  records: number;
  lines: number;
  blankRows: number;
  clean: Block | null;
  hashed: Block | null;
  /** The units of its records. */
  units: UnitList | null;
  openQuotes: Occurrences;
  glued: Occurrences;
  ragged: Occurrences;
  undecodable: Occurrences;
  /** Records read with backslashes as escapes. */
  escaped: Occurrences;
  /** Lines that are no records; null: none were found. */
  skipped: FoundLines | null;
  /** Whether UTF-8 text had bytes that are not ASCII. */
  sawOther: boolean;
}

/** Looks at the records of a range whose code the kernel leaves to the host. */
export interface RecordObserver {
  /** Flags of the kernel beside those of the key. */
  flags: number;
  /** Takes what it needs of the kernel's memory from `at` on, and returns the first address after that. */
  place(at: number): number;
  /** @param isClean its number is listed, and it is counted when keys are grouped */
  judged(judgement: Judgement, cell: string, event: ScanEvent, isClean: boolean, readName: () => string | null): void;
  /** Counts a record that the kernel decided, which `decideFlag` makes it do. */
  decided?(decision: number, region: number, unit: number): void;
  /** True to end the scan before the range's end: what was observed has to be taken away first. */
  isFull(): boolean;
}

/** Ranges scanned for where their records lie and what they are listed under. */
export const scanTasks: TaskKind<ScanTask, ScanResult> = {
  name: 'scan',
  perform: (kernel, task, open) => withoutLines(task, (one) => performScan(kernel, one, open, null)),
};

/**
 * Scans a range, and again where lines turn up that are no records, which is rare: without them, so that every number of it is right.
 */
export async function withoutLines<Task extends ScanTask, Result extends ScanResult>(
  task: Task,
  scan: (task: Task) => Promise<Result>,
): Promise<Result> {
  let skipped: FoundLines | null = null;
  while (true) {
    const range = skipped === null ? task.range : { ...task.range, skips: skipped.starts };
    const result: Result = await scan({ ...task, range });
    const isAll = result.skipped === null || result.skipped.starts.length === 0;
    if (isAll) return skipped === null ? result : { ...result, skipped };
    skipped = joinLines(skipped, result.skipped as FoundLines);
  }
}

/** Scans one range: the kernel finds records and clean codes, everything else is judged here and shown to the observer. */
export async function performScan(
  kernel: Kernel,
  task: ScanTask,
  open: OpenSource,
  observer: RecordObserver | null,
): Promise<ScanResult> {
  const { dialect, range, bits, key } = task;
  const source: ByteSource = open(task.source);
  const rangeBytes = range.end - (range.begins ?? range.start);
  const lists = placeLists(kernel, rangeBytes, bits);
  const flags =
    (observer?.flags ?? 0) |
    (dialect.encoding === 'utf-8' ? 0 : otherEncodingFlag) |
    (key === null ? 0 : keyFlags(key));
  kernel.configure({ ...dialect, codeColumn: keyColumn(key, dialect), flags });
  const units = placeUnits(kernel, {
    column: dialect.unitColumn,
    at: observer?.place(lists.inputAt) ?? lists.inputAt,
    records: mostRecords(rangeBytes),
    pickedAt: 0,
  });
  const openQuotes = createOccurrences();
  const glued = createOccurrences();
  const undecodable = createOccurrences();
  const ragged = createOccurrences();
  const decode = createDecode(dialect.encoding);
  const visit = (event: ScanEvent): void => {
    if (event.kind === openQuoteEvent) countOccurrences(openQuotes, 1, event.line);
    if (event.kind === gluedEvent) countOccurrences(glued, 1, event.line);
    if (event.kind !== suspectEvent || (key === null && observer === null)) return;
    const readName = (): string | null => readNameCell(kernel, event, dialect, decode);
    if (key === 'name') {
      listName(kernel, readName() ?? '', event.row);
      return;
    }
    const cell = readCell(kernel.bytes(), event.codeStart, event.codeEnd, decode);
    const judgement = judge(cell);
    const isClean = key !== null && listKey(kernel, key, judgement, event.row, readName);
    if (dialect.unitColumn >= 0) kernel.countUnit(event.unit, unitPartitions.indexOf(judgement.partition));
    observer?.judged(judgement, cell, event, isClean, readName);
  };
  const finder = key === 'name' ? null : openLineFinder(kernel, dialect);
  const edges = await scanRange({
    kernel,
    source,
    dialect,
    range,
    inputAt: units.endAt,
    visitor: {
      visit,
      decided: observer?.decided,
      undecodable: (count, line) => countOccurrences(undecodable, count, line),
      isFull: () => observer?.isFull() ?? false,
    },
    lines: finder,
  });
  openQuotes.count = kernel.read('openQuotes');
  const escaped = createOccurrences();
  countOccurrences(escaped, kernel.read('escapedRecords'), kernel.read('firstEscaped'));
  countOccurrences(ragged, kernel.read('shortRows') + kernel.read('longRows'), kernel.read('firstRagged'));
  if (key === 'organization') kernel.keepOrganizations();
  return {
    edges,
    encoding: dialect.encoding,
    records: kernel.read('rowCount'),
    lines: kernel.read('lineCount'),
    blankRows: kernel.read('blankRows'),
    clean: key === null ? null : takeBlock(kernel, lists, 'clean', task),
    hashed: key === null ? null : takeBlock(kernel, lists, 'hashed', task),
    units: units.take(),
    openQuotes: settleOccurrences(openQuotes),
    glued: settleOccurrences(glued),
    ragged: settleOccurrences(ragged),
    undecodable: settleOccurrences(undecodable),
    escaped: settleOccurrences(escaped),
    skipped: finder === null || isNothing(finder.found) ? null : finder.found,
    sawOther: Boolean(kernel.read('sawOther')),
  };
}

/** A record takes two bytes or more, the last of them beyond the range perhaps. */
function mostRecords(rangeBytes: number): number {
  return (rangeBytes >> 1) + 4;
}

function readNameCell(
  kernel: Kernel,
  event: ScanEvent,
  { nameColumn }: Dialect,
  decode: (bytes: Uint8Array) => string,
): string | null {
  return nameColumn < 0 ? null : readCell(kernel.bytes(), event.nameStart, event.nameEnd, decode);
}
