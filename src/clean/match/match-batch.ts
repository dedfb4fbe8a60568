import type { OpenScan } from '../../engine/open-scan.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import { positionFields } from '../../engine/reread/cell-task.ts';
import { cutRows, findCells, pickRows, readRecords } from '../../engine/reread/pick.ts';
import type { TextColumn } from '../../engine/reread/text-column.ts';
import type { ScannedRange } from '../../engine/scan/file-scan.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';
import { unitPartitions } from '../../engine/scan/units.ts';
import type { IndexedScan } from '../lookup/look-up.ts';
import type { MatchCase } from './match-cases.ts';
import { joinByCode, type RangeStatuses } from './match-join.ts';
import { setUnknown, unknown } from './match-names.ts';
import { type MatchStatus, matchStatuses } from './match-report.ts';
import type { MatchTable } from './match-table.ts';

const matched = matchStatuses.indexOf('matched');
const unnamed = matchStatuses.indexOf('unnamed');
const otherName = matchStatuses.indexOf('other-name');
const absent = matchStatuses.indexOf('absent');
const missing = matchStatuses.indexOf('missing');
/** By the place of a partition in `unitPartitions`; of conforming cells it is never asked. */
const statusOfPartition = unitPartitions.map((partition) => matchStatuses.indexOf(partition as MatchStatus));

/** Plainly matched rows of a table: nothing has to be asked of the registry to say so. */
export interface MatchedRows {
  file: string;
  column: string;
  /** Lines, from 1. */
  lines: Uint32Array;
  codes: TextColumn;
}

/** Some ranges of a table, of every column, whose statuses fit in memory. */
export interface MatchBatch {
  table: MatchTable;
  registry: IndexedScan;
  /** The registry under its names. */
  names(): Promise<IndexedScan>;
  /** Ranges of one reading, from `first` to before `last`. */
  first: number;
  last: number;
  batchEntries: number;
  /** Which rows are cases beside those the registry may say something about: those it says nothing about, matched ones too. */
  also: 'none' | 'unknown' | 'all';
  take(cases: MatchCase[], covered: boolean[]): Promise<void>;
  takeMatched: ((rows: MatchedRows) => void) | undefined;
  /** Told what share of the table's ranges has been handed over, and how many records. */
  compared(share: number, records: number): void;
}

/** Records of a batch, and cells by column and status. */
export interface MatchCounts {
  coded: number;
  covered: number;
  cells: Float64Array[];
}

/** Judges every code of a batch and hands over those that are not plainly matched, in file order. */
export async function matchBatch(batch: MatchBatch): Promise<MatchCounts> {
  const { table, registry, first, last } = batch;
  const { pool } = registry;
  const { plans, scans, base, rangeCount } = table;
  const statuses: RangeStatuses = new Map();
  const hasNames = [registry.plans, plans].every((each) => each.some(({ nameColumn }) => nameColumn !== null));
  const start = hasNames ? matched : unnamed;
  for (const [column, scan] of scans.entries()) {
    for (let range = first; range < last; range++) {
      statuses.set(base + column * rangeCount + range, new Uint8Array(scan.ranges[range]?.records ?? 0).fill(start));
    }
  }
  const isIn = ({ range }: { range: number }): boolean => range < base || statuses.has(range);
  await joinByCode({
    keys: {
      clean: registry.keys.clean.filter(isIn),
      hashed: registry.keys.hashed.filter(isIn),
      spilled: registry.keys.spilled,
    },
    bits: registry.bits,
    pool,
    plans: [...registry.plans, ...plans],
    ranges: [...registry.ranges, ...listRanges(table, registry.plans.length)],
    registryRanges: base,
    hasNames,
    batchEntries: batch.batchEntries,
    statuses,
  });
  await markDoubtful(table, statuses);
  await setUnknown({
    pool,
    plans,
    ranges: scans[0]?.ranges ?? [],
    statuses: new Map(listNumbers(batch).map((range) => [range, listColumns(table, statuses, range)])),
    batchEntries: batch.batchEntries,
    names: hasNames ? batch.names : null,
  });
  const counts = await emitBatch(batch, statuses);
  if (batch.takeMatched !== undefined) await listMatched(batch, statuses, batch.takeMatched);
  return counts;
}

/** Hands over what is plainly matched. */
async function listMatched(
  { table: { plans, scans, base, rangeCount }, registry }: MatchBatch,
  statuses: RangeStatuses,
  take: (rows: MatchedRows) => void,
): Promise<void> {
  const parts = function* () {
    for (const [number, list] of statuses) {
      const rows = Uint32Array.from(list.keys()).filter((row) => list[row] === matched);
      const column = Math.floor((number - base) / rangeCount);
      for (const { part } of cutRows(rows)) yield { column, range: (number - base) % rangeCount, part };
    }
  };
  await runInOrder(
    parts(),
    registry.pool.size * 2,
    ({ column, range, part }) => pickRows(scans[column] as OpenScan, range, part, 'codes'),
    ({ lines, codes }, { column, range }) => {
      const { path: file, codeColumn } = plans[column] as FilePlan;
      const lineBase = scans[0]?.ranges[range]?.lineBase ?? 0;
      take({ file, column: codeColumn, lines: lines.map((line) => lineBase + line + 1), codes });
    },
  );
}

function listNumbers({ first, last }: MatchBatch): number[] {
  return Array.from({ length: last - first }, (_, index) => first + index);
}

/** Statuses of one range, a list for each column. */
function listColumns({ scans, base, rangeCount }: MatchTable, statuses: RangeStatuses, range: number): Uint8Array[] {
  return scans.map((_, column) => statuses.get(base + column * rangeCount + range) as Uint8Array);
}

/** The ranges of all readings; the plan of the first column is number `firstPlan`. */
function listRanges({ scans }: MatchTable, firstPlan: number): ScannedRange[] {
  return scans.flatMap(({ ranges }, column) => ranges.map((range) => ({ ...range, file: firstPlan + column })));
}

/** Marks what does not conform, by its partition. */
async function markDoubtful(table: MatchTable, statuses: RangeStatuses): Promise<void> {
  const { scans, base, rangeCount } = table;
  await runInOrder(
    statuses,
    (scans[0]?.pool.size ?? 1) * 2,
    ([number]) => {
      const column = Math.floor((number - base) / rangeCount);
      return findCells(scans[column] as OpenScan, (number - base) % rangeCount, 'partitions');
    },
    ({ positions, partitions }, [, list]) => {
      for (const [index, partition] of partitions.entries()) {
        list[positions[index * positionFields + 2] ?? 0] = statusOfPartition[partition] ?? missing;
      }
    },
  );
}

async function emitBatch(batch: MatchBatch, statuses: RangeStatuses): Promise<MatchCounts> {
  const { table, also } = batch;
  const { scans } = table;
  const counts: MatchCounts = {
    coded: 0,
    covered: 0,
    cells: scans.map(() => new Float64Array(matchStatuses.length)),
  };
  const parts = function* () {
    for (const number of listNumbers(batch)) {
      const lists = listColumns(table, statuses, number);
      const { rows, covered } = countRange(lists, counts, also);
      for (const cut of cutRows(rows)) yield { number, lists, isCovered: covered, ...cut };
    }
  };
  await runInOrder(
    parts(),
    batch.registry.pool.size * 2,
    ({ number, part }) => readCases(batch, number, part),
    async ({ lines, cells }, { number, lists, isCovered, first, part, isLast }) => {
      const { rowBase, lineBase, records } = (scans[0] as OpenScan).ranges[number] as ScannedRange;
      const cases: MatchCase[] = [];
      const covered: boolean[] = [];
      for (const [index, row] of part.entries()) {
        const ofRecord = lists.map((list) => list[row] ?? matched);
        const isAllMissing = ofRecord.every((status) => status === missing);
        for (const [column, status] of ofRecord.entries()) {
          if (!isListed(status, also)) continue;
          if (status === missing && !(isAllMissing && column === 0)) continue;
          const plan = table.plans[column] as FilePlan;
          cases.push({
            file: plan.path,
            row: rowBase + row + 1,
            line: lineBase + (lines[index] ?? 0) + 1,
            column: plan.codeColumn,
            status: matchStatuses[statusOf(status)] ?? 'missing',
            isUnknown: status === unknown,
            cell: cells[column]?.[index] ?? '',
            name: cells[table.plans.length]?.[index] ?? '',
          });
          covered.push(isCovered[first + index] ?? false);
        }
      }
      await batch.take(cases, covered);
      if (isLast) batch.compared((number + 1) / table.rangeCount, rowBase + records);
    },
  );
  return counts;
}

function statusOf(mark: number): number {
  return mark === unknown ? absent : mark;
}

function isListed(mark: number, also: MatchBatch['also']): boolean {
  return mark === unknown ? also !== 'none' : mark !== matched || also === 'all';
}

/** Counts the records of one range; those to list, and whether a code of theirs is in the registry. */
function countRange(
  lists: Uint8Array[],
  counts: MatchCounts,
  also: MatchBatch['also'],
): { rows: Uint32Array<ArrayBuffer>; covered: boolean[] } {
  const rows: number[] = [];
  const covered: boolean[] = [];
  for (let row = 0; row < (lists[0]?.length ?? 0); row++) {
    let isCovered = false;
    let isCoded = false;
    let hasCase = false;
    for (const [column, list] of lists.entries()) {
      const mark = list[row] ?? matched;
      const status = statusOf(mark);
      const cells = counts.cells[column];
      if (cells !== undefined) cells[status] = (cells[status] ?? 0) + 1;
      if (status <= otherName) isCovered = true;
      if (status !== missing) isCoded = true;
      if (status !== missing && isListed(mark, also)) hasCase = true;
    }
    if (isCovered) counts.covered++;
    if (isCoded) counts.coded++;
    if (!hasCase && isCoded) continue;
    rows.push(row);
    covered.push(isCovered);
  }
  return { rows: Uint32Array.from(rows), covered };
}

function readCases({ table }: MatchBatch, number: number, rows: Uint32Array<ArrayBuffer>) {
  const { plans, scans } = table;
  const columns = plans.map(({ dialect }) => dialect.codeColumn);
  const cells = [...columns, plans[0]?.dialect.nameColumn ?? -1];
  return readRecords(scans[0] as OpenScan, number, rows, { cells });
}
