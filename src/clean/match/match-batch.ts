import type { StoredBlock } from '../../engine/group/key-store.ts';
import type { OpenScan } from '../../engine/open-scan.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import { positionFields } from '../../engine/reread/cell-task.ts';
import { cutRows, findCells, pickRows } from '../../engine/reread/pick.ts';
import type { TextColumn } from '../../engine/reread/text-column.ts';
import type { ScannedRange } from '../../engine/scan/file-scan.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';
import { unitPartitions } from '../../engine/scan/units.ts';
import type { MatchBatch, MatchCounts } from './match-cut.ts';
import { emitBatch } from './match-emit.ts';
import { joinByCode, type RangeStatuses } from './match-join.ts';
import { setUnknown } from './match-names.ts';
import { type MatchStatus, matchStatuses } from './match-report.ts';
import { listColumns, type MatchTable } from './match-table.ts';

const matched = matchStatuses.indexOf('matched');
const absent = matchStatuses.indexOf('absent');
const unnamed = matchStatuses.indexOf('unnamed');
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

/** Judges every code of a batch and hands over those that are listed, in file order. */
export async function matchBatch(
  batch: MatchBatch,
  takeMatched: ((rows: MatchedRows) => void) | undefined,
): Promise<MatchCounts> {
  const { table, codes: registry, first, last } = batch;
  const { pool } = registry;
  const { plans, scans, base, rangeCount } = table;
  const statuses: RangeStatuses = new Map();
  const hasNames = [registry.plans, plans].every((each) => each.some(({ nameColumn }) => nameColumn !== null));
  const start = hasNames ? absent : unnamed;
  for (const [column, scan] of scans.entries()) {
    for (let range = first; range < last; range++) {
      statuses.set(base + column * rangeCount + range, new Uint8Array(scan.ranges[range]?.records ?? 0).fill(start));
    }
  }
  const isIn = ({ range }: { range: number }): boolean => range < base || statuses.has(range);
  const clean = registry.keys.clean.filter(isIn);
  await joinByCode({
    keys: { clean, hashed: registry.keys.hashed.filter(isIn), spilled: registry.keys.spilled },
    bits: registry.bits,
    pool,
    plans: [...registry.plans, ...plans],
    ranges: [...registry.ranges, ...listRanges(table, registry.plans.length)],
    registryRanges: base,
    hasNames,
    batchEntries: batch.batchEntries,
    statuses,
  });
  await markDoubtful(table, statuses, clean);
  const named = await setUnknown({
    pool,
    plans,
    ranges: scans[0]?.ranges ?? [],
    statuses: new Map(listNumbers(batch).map((range) => [range, listColumns(table, statuses, range)])),
    batchEntries: batch.batchEntries,
    names: hasNames ? () => batch.index.scan('name') : null,
  });
  const counts = await emitBatch(batch, statuses, named);
  if (takeMatched !== undefined) await listMatched(batch, statuses, takeMatched);
  return counts;
}

/** Hands over what is plainly matched. */
async function listMatched(
  { table: { plans, fileCount, scans, base, rangeCount }, codes }: MatchBatch,
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
    codes.pool.size * 2,
    ({ column, range, part }) => pickRows(scans[column] as OpenScan, { range, rows: part }, 'codes'),
    ({ lines, codes }, { column, range }) => {
      const { ranges } = scans[column] as OpenScan;
      const { file: number, lineBase } = ranges[range] as ScannedRange;
      const { path: file, codeColumn } = plans[column * fileCount + number] as FilePlan;
      take({ file, column: codeColumn, lines: lines.map((line) => lineBase + line + 1), codes });
    },
  );
}

function listNumbers({ first, last }: MatchBatch): number[] {
  return Array.from({ length: last - first }, (_, index) => first + index);
}

/** The ranges of all readings; the plan of the first file's first column is number `firstPlan`. */
function listRanges({ scans, fileCount }: MatchTable, firstPlan: number): ScannedRange[] {
  return scans.flatMap(({ ranges }, column) =>
    ranges.map((range) => ({ ...range, file: firstPlan + column * fileCount + range.file })),
  );
}

/** Marks what does not conform, by its partition; ranges all of whose codes are clean need not be read for it. */
async function markDoubtful(table: MatchTable, statuses: RangeStatuses, clean: StoredBlock[]): Promise<void> {
  const { scans, base, rangeCount } = table;
  const cleanCounts = new Map<number, number>();
  for (const { range, count } of clean) cleanCounts.set(range, (cleanCounts.get(range) ?? 0) + count);
  await runInOrder(
    [...statuses].filter(([number, { length }]) => cleanCounts.get(number) !== length),
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
