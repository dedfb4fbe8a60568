import { batchItems } from '../batch.ts';
import type { ScannedTables } from '../open-scan.ts';
import type { FilePlan } from '../plan/plan.ts';
import type { ScannedRange } from '../scan/file-scan.ts';
import { runInOrder } from '../scan/in-order.ts';
import { type CellResult, type CellTask, cellTasks } from './cell-task.ts';
import { type NameResult, type NameTask, nameTasks } from './name-task.ts';
import { type PickResult, type PickWants, pickTasks } from './pick-task.ts';
import { type RecordResult, type RecordWants, recordTasks } from './record-task.ts';

/** Reads whole records of one range again. */
export function readRecords(
  tables: ScannedTables,
  range: number,
  rows: Uint32Array<ArrayBuffer>,
  want: RecordWants,
): Promise<RecordResult> {
  return tables.pool.run(recordTasks, { ...findRange(tables, range), rows, want });
}

/** Records of one range. */
export interface RangeRows {
  range: number;
  rows: Uint32Array<ArrayBuffer>;
}

/** Ranges of small files are read together. */
const rangesPerTask = { most: 64, mostSize: 4 << 20 };

/**
 * Reads names and codes of records of many ranges again, and hands over what each has brought, in order.
 *
 * @param want what of all of them, or of each
 */
export function pickInOrder<Wanted extends RangeRows>(
  tables: ScannedTables,
  wanted: Iterable<Wanted>,
  want: PickWants | ((wanted: Wanted) => PickWants),
  take: (picked: PickResult, wanted: Wanted) => void | Promise<void>,
): Promise<void> {
  const sizeOf = ({ range: number }: Wanted): number => {
    const { range } = tables.ranges[number] as ScannedRange;
    return range.end - range.start;
  };
  return runInOrder(
    batchItems(wanted, sizeOf, rangesPerTask),
    tables.pool.size * 4,
    (batch) =>
      tables.pool.runAll(
        pickTasks,
        batch.map((one) => ({
          ...findRange(tables, one.range),
          rows: one.rows,
          want: typeof want === 'string' ? want : want(one),
        })),
      ),
    async (picked, batch) => {
      for (const [index, one] of batch.entries()) await take(picked[index] as PickResult, one);
    },
  );
}

/** Reads names and codes of records of one range again. */
export function pickRows(tables: ScannedTables, { range, rows }: RangeRows, want: PickWants): Promise<PickResult> {
  return tables.pool.run(pickTasks, { ...findRange(tables, range), rows, want });
}

/** Lists records of one range by their names. */
export function listRowNames(
  tables: ScannedTables,
  range: number,
  list: Pick<NameTask, 'rows' | 'base' | 'bits' | 'isShared'>,
): Promise<NameResult> {
  return tables.pool.run(nameTasks, { ...findRange(tables, range), ...list });
}

/** Finds the code cells of one range that are of a kind. */
export function findCells(tables: ScannedTables, index: number, want: CellTask['want']): Promise<CellResult> {
  const { source, dialect, range } = findRange(tables, index);
  return tables.pool.run(cellTasks, { source, dialect, range, want });
}

/** So few that their texts are gone before the collector of garbage would have to move them. */
export const rowsAtOnce = 1 << 13;

/** Rows in parts to be read one by one, each with the index of its first; one part at least. */
export function* cutRows(
  rows: Uint32Array<ArrayBuffer>,
  most = rowsAtOnce,
): Generator<{ first: number; part: Uint32Array<ArrayBuffer>; isLast: boolean }> {
  for (let first = 0, end = 0; first === 0 || first < rows.length; first = end) {
    end = first + most;
    yield { first, part: rows.slice(first, end), isLast: end >= rows.length };
  }
}

/** Where the records of a range lie, as tasks are told. */
export function findRange({ plans, ranges }: Pick<ScannedTables, 'plans' | 'ranges'>, index: number) {
  const { file, dialect, range, records, anchors } = ranges[index] as ScannedRange;
  return { source: (plans[file] as FilePlan).input.reference, dialect, range, records, anchors };
}
