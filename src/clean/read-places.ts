import { runInOrder } from '../registry/in-order.ts';
import { pickRows } from '../registry/pick.ts';
import { textAt } from '../registry/text-column.ts';
import type { CodeRecord } from './diff-report.ts';
import type { DiffScan } from './diff-scan.ts';

/** Rows of one range, and something the caller knows each by. */
export interface RangeRows {
  range: number;
  rows: Uint32Array<ArrayBuffer>;
}

/** Reads records again, range by range in order; codes are normalized, names masked. */
export async function readPlaces<Wanted extends RangeRows>(
  { plans, ranges, platform, options }: DiffScan,
  wanted: Iterable<Wanted>,
  take: (records: CodeRecord[], wanted: Wanted) => void | Promise<void>,
): Promise<void> {
  const { pool } = platform;
  await runInOrder(
    wanted,
    pool.size * 2,
    ({ range, rows }) => {
      options.signal?.throwIfAborted();
      return pickRows({ plans, ranges, pool }, range, rows, 'text');
    },
    async ({ codes, names, lines }, item) => {
      const { file, rowBase = 0, lineBase = 0 } = ranges[item.range] ?? {};
      const path = plans[file ?? 0]?.path ?? '';
      const records = Array.from(
        item.rows,
        (row, index): CodeRecord => ({
          code: textAt(codes, index),
          name: textAt(names, index),
          file: path,
          row: rowBase + row + 1,
          line: lineBase + (lines[index] ?? 0) + 1,
        }),
      );
      await take(records, item);
    },
  );
}
