import type { OpenScan } from '../../engine/open-scan.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import { cutRows, findRange, rowsAtOnce } from '../../engine/reread/pick.ts';
import type { ScannedRange } from '../../engine/scan/file-scan.ts';
import type { IndexedScan } from '../lookup/find-entities.ts';
import type { OpenRegistry } from '../lookup/open-registry.ts';
import type { RangeStatuses } from './match-join.ts';
import { type KnownNames, pickNames, unknown } from './match-names.ts';
import { type AlsoListed, isAsked, isListed, isWritable, type MatchPart, statusOf } from './match-part.ts';
import { matchStatuses } from './match-report.ts';
import { listColumns, type MatchTable } from './match-table.ts';
import type { RowResult, RowWants } from './row-task.ts';

const matched = matchStatuses.indexOf('matched');
const otherName = matchStatuses.indexOf('other-name');
const missing = matchStatuses.indexOf('missing');
/** Rows of a part of which the kernel writes more than a share: they leave no texts, and each task looks through its range once. */
const writtenAtOnce = 1 << 15;
const mostlyWritten = 0.75;
const noNames = new BigUint64Array();

/** Some ranges of a table, of every column, whose statuses fit in memory. */
export interface MatchBatch {
  table: MatchTable;
  index: OpenRegistry;
  /** The registry under its codes. */
  codes: IndexedScan;
  /** Ranges of one reading, from `first` to before `last`. */
  first: number;
  last: number;
  batchEntries: number;
  /** Codes that the registry is asked about together, or a few more: each asking looks through all of its keys. */
  mostAsked: number;
  also: AlsoListed;
  wants: RowWants;
  take(result: RowResult): Promise<void>;
  /** Told what share of the table's ranges has been handed over, and how many records. */
  compared(share: number, records: number): void;
  signal: AbortSignal | undefined;
}

/** Records of a batch, and cells by column and status. */
export interface MatchCounts {
  coded: number;
  covered: number;
  /** In the order of the table's plans. */
  cells: Float64Array[];
}

/** A part, about how many codes and which names of it the registry is asked, and whether it is the last of its range. */
export interface CutPart {
  part: MatchPart;
  number: number;
  askedCount: number;
  names: BigUint64Array;
  isLast: boolean;
}

/** Counts the records of a batch, range by range, and cuts those that are listed into parts. */
export function* cutBatch(
  batch: MatchBatch,
  statuses: RangeStatuses,
  named: KnownNames,
  counts: MatchCounts,
): Generator<CutPart> {
  for (let number = batch.first; number < batch.last; number++) {
    const words = named.get(number);
    named.delete(number);
    for (const cut of cutParts(batch, number, listColumns(batch.table, statuses, number), counts)) {
      yield { ...cut, names: words === undefined ? noNames : pickNames(words, cut.part.rows) };
    }
  }
}

/** Counts the records of one range, and cuts those that are listed into parts; one part at least. */
function* cutParts(
  { table: { plans, fileCount, scans }, also, wants }: MatchBatch,
  number: number,
  lists: Uint8Array[],
  counts: MatchCounts,
): Generator<Omit<CutPart, 'names'>> {
  const scan = scans[0] as OpenScan;
  const { file, rowBase, lineBase } = scan.ranges[number] as ScannedRange;
  const own = (_: unknown, index: number): boolean => index % fileCount === file;
  const ownPlans = plans.filter(own);
  const { rows, unknownCount } = countRange(lists, counts, counts.cells.filter(own), also);
  const place = { ...findRange(scan, number), columns: ownPlans.map(({ codeColumn }) => codeColumn) };
  const isWritten = wants.lines !== null && !wants.rows && isWritable(place);
  const most = isWritten && unknownCount > rows.length * mostlyWritten ? writtenAtOnce : rowsAtOnce;
  for (const { part: chosen, isLast } of cutRows(rows, most)) {
    const { askedCount, ...marked } = markRows(chosen, lists, also);
    const part = {
      ...place,
      rows: chosen,
      ...marked,
      also,
      file: ownPlans[0]?.path ?? '',
      codeColumns: ownPlans.map(({ dialect }: FilePlan) => dialect.codeColumn),
      rowBase,
      lineBase,
    };
    yield { part, number, askedCount, isLast };
  }
}

/** How the codes of some records stand, whether one of a record's is covered, and about how many of them the registry is asked. */
function markRows(rows: Uint32Array, lists: Uint8Array[], also: AlsoListed) {
  const marks = new Uint8Array(rows.length * lists.length);
  const covered = new Uint8Array(rows.length);
  let askedCount = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    for (let column = 0; column < lists.length; column++) {
      const mark = lists[column]?.[row] ?? matched;
      marks[at * lists.length + column] = mark;
      if (statusOf(mark) <= otherName) covered[at] = 1;
      if (isAsked(mark, also)) askedCount++;
    }
  }
  return { marks, covered, askedCount };
}

/** Counts the records of one range, and its cells by column; those to list, and of how many the registry says nothing. */
function countRange(
  lists: Uint8Array[],
  counts: MatchCounts,
  ownCells: Float64Array[],
  also: MatchBatch['also'],
): { rows: Uint32Array<ArrayBuffer>; unknownCount: number } {
  const records = lists[0]?.length ?? 0;
  const rows = new Uint32Array(records);
  let count = 0;
  let unknownCount = 0;
  for (let row = 0; row < records; row++) {
    let isCovered = false;
    let isCoded = false;
    let hasCase = false;
    for (let column = 0; column < lists.length; column++) {
      const mark = lists[column]?.[row] ?? matched;
      const status = statusOf(mark);
      const cells = ownCells[column];
      if (cells !== undefined) cells[status] = (cells[status] ?? 0) + 1;
      if (status <= otherName) isCovered = true;
      if (status !== missing) isCoded = true;
      if (mark === unknown) unknownCount++;
      if (status !== missing && isListed(mark, also)) hasCase = true;
    }
    if (isCovered) counts.covered++;
    if (isCoded) counts.coded++;
    if (hasCase || !isCoded) rows[count++] = row;
  }
  return { rows: rows.subarray(0, count), unknownCount };
}
