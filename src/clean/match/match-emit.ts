import type { OpenScan } from '../../engine/open-scan.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import { cutRows, findRange, rowsAtOnce } from '../../engine/reread/pick.ts';
import type { TextColumn } from '../../engine/reread/text-column.ts';
import type { ScannedRange } from '../../engine/scan/file-scan.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';
import { createKernel } from '../../engine/scan/kernel/kernel.ts';
import { sortKeys } from '../../engine/scan/lists.ts';
import { listTables } from '../lookup/entity-text.ts';
import { findEntities, type IndexedScan } from '../lookup/find-entities.ts';
import type { OpenRegistry } from '../lookup/open-registry.ts';
import type { TextKeys } from '../lookup/text-keys.ts';
import { type AskedSelector, askedSelectors, askTasks } from './ask-task.ts';
import type { RangeStatuses } from './match-join.ts';
import { type KnownNames, pickNames, unknown } from './match-names.ts';
import { type AlsoListed, isAsked, isListed, isWritable, type MatchPart, statusOf } from './match-part.ts';
import { matchStatuses } from './match-report.ts';
import { listColumns, type MatchTable } from './match-table.ts';
import { type RowResult, type RowWants, rowTasks } from './row-task.ts';

const matched = matchStatuses.indexOf('matched');
const otherName = matchStatuses.indexOf('other-name');
const missing = matchStatuses.indexOf('missing');

const noNames = new BigUint64Array();
const noKeys: TextKeys = { clean: null, hashed: null };
/** Rows of a part of which the kernel writes more than a share: they leave no texts, and each task looks through its range once. */
const writtenAtOnce = 1 << 15;
const mostlyWritten = 0.75;

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
interface CutPart {
  part: MatchPart;
  number: number;
  askedCount: number;
  names: BigUint64Array;
  isLast: boolean;
}

type Found = Record<AskedSelector, TextColumn[]>;

/** Counts a batch, and has what is listed of it judged and formed by the threads, in file order. */
export async function emitBatch(batch: MatchBatch, statuses: RangeStatuses, named: KnownNames): Promise<MatchCounts> {
  const { plans } = batch.table;
  const counts = { coded: 0, covered: 0, cells: plans.map(() => new Float64Array(matchStatuses.length)) };
  const cuts = cutBatch(batch, statuses, named, counts);
  for (;;) {
    const { parts, found } = await askRegistry(batch, cuts);
    if (parts.length === 0) return counts;
    await emitParts(batch, parts, found, counts);
  }
}

function* cutBatch(
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

async function emitParts(
  batch: MatchBatch,
  parts: CutPart[],
  found: Map<number, Found>,
  counts: MatchCounts,
): Promise<void> {
  const { table, codes, index, wants, signal } = batch;
  const { pool } = codes;
  const tables = listTables(index.plans);
  await runInOrder(
    parts.entries(),
    // One that takes long must not keep the others waiting.
    pool.size * 4,
    async ([at, { part }]) => {
      signal?.throwIfAborted();
      if (part.rows.length === 0) return null;
      const own = found.get(at) ?? { code: [], organization: [], name: [] };
      found.delete(at);
      return pool.run(rowTasks, { ...part, found: own, tables, wants });
    },
    async (result, [, { part, number, isLast }]) => {
      if (result !== null) {
        counts.covered += result.coveredCount;
        await batch.take(result);
      }
      if (isLast) batch.compared((number + 1) / table.rangeCount, part.rowBase + part.records);
    },
  );
}

/**
 * Cuts parts until the registry is to be asked about so many codes, and asks it while the next are cut; none are left where there are no
 * parts. What it has is told by the part's place, of those about which it is asked something.
 */
async function askRegistry(
  { codes, index, mostAsked, signal }: MatchBatch,
  cuts: Iterator<CutPart, void>,
): Promise<{ parts: CutPart[]; found: Map<number, Found> }> {
  const parts: CutPart[] = [];
  const places: number[] = [];
  const askers: Record<AskedSelector, TextKeys>[] = [];
  const kernel = createKernel();
  const asking = function* () {
    for (let askedCount = 0; askedCount < mostAsked; ) {
      const { value: cut } = cuts.next();
      if (cut === undefined) return;
      askedCount += cut.askedCount + cut.names.length;
      const at = parts.push(cut) - 1;
      if (cut.askedCount > 0) yield { at, cut };
      if (cut.names.length === 0) continue;
      const form = { bits: codes.bits, isShared: true };
      const hashed = sortKeys(kernel, cut.names, new Uint32Array(cut.names.length), form);
      places.push(at);
      askers.push({ code: noKeys, organization: noKeys, name: { clean: null, hashed } });
    }
  };
  await runInOrder(
    asking(),
    codes.pool.size * 2,
    ({ cut: { part, askedCount } }) => {
      signal?.throwIfAborted();
      const asked = askedCount === part.marks.length ? part : pickAsked(part);
      // All readings of one registry have as many partitions.
      return codes.pool.run(askTasks, { ...asked, bits: codes.bits });
    },
    (asked, { at }) => {
      places.push(at);
      askers.push(asked);
    },
  );
  const found = new Map(places.map((at): [number, Found] => [at, { code: [], organization: [], name: [] }]));
  for (const selector of askedSelectors) {
    const keys = askers.map((asked) => asked[selector]);
    if (keys.every(({ clean, hashed }) => clean === null && hashed === null)) continue;
    for (const [asker, entities] of (await findEntities(await index.scan(selector), keys)).entries()) {
      const own = found.get(places[asker] ?? 0);
      own?.[selector].push(...entities);
    }
  }
  return { parts, found };
}

/** The records of a part about whose codes the registry is asked something. */
function pickAsked(part: MatchPart): MatchPart {
  const { rows, marks, also, columns } = part;
  const width = columns.length;
  const places: number[] = [];
  for (let at = 0; at < marks.length; at++) {
    const place = Math.floor(at / width);
    const mark = marks[at] ?? unknown;
    if (isAsked(mark, also) && places.at(-1) !== place) places.push(place);
  }
  const own = new Uint8Array(places.length * width);
  for (const [place, at] of places.entries()) own.set(marks.subarray(at * width, (at + 1) * width), place * width);
  return { ...part, rows: Uint32Array.from(places, (at) => rows[at] ?? 0), marks: own };
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
