import { runInOrder } from '../registry/in-order.ts';
import { pickRows } from '../registry/pick.ts';
import { textAt } from '../registry/text-column.ts';
import type { CodeRecord } from './diff-report.ts';
import type { DiffScan } from './diff-scan.ts';
import type { RowBits } from './row-bits.ts';

/** Rows of one range, and something the caller knows each by. */
export interface RangeRows {
  range: number;
  rows: Uint32Array<ArrayBuffer>;
}

/** The ranges of the old and the new export that hold a record of these, with those records. */
export function* listRanges({ ranges, bases, sideStarts }: DiffScan, bits: RowBits): Generator<RangeRows> {
  for (const [range, { records }] of ranges.entries()) {
    const base = bases[range] ?? 0;
    if (base >= (sideStarts.at(-1) ?? 0)) return;
    const rows = bits.list(base, base + records);
    if (rows.length > 0) yield { range, rows };
  }
}

/** So few that they are gone before the collector of garbage would have to move them. */
const batchRecords = 1 << 12;

/**
 * Reads records again, range by range in order, and hands them over some at a time, with the place of the first among
 * the range's rows; codes are normalized, names masked.
 */
export async function readPlaces<Wanted extends RangeRows>(
  { plans, ranges, platform, options }: DiffScan,
  wanted: Iterable<Wanted>,
  take: (records: CodeRecord[], wanted: Wanted, first: number) => void | Promise<void>,
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
      for (let first = 0; first < item.rows.length; first += batchRecords) {
        const records = Array.from(
          item.rows.subarray(first, first + batchRecords),
          (row, index): CodeRecord => ({
            code: textAt(codes, first + index),
            name: textAt(names, first + index),
            file: path,
            row: rowBase + row + 1,
            line: lineBase + (lines[first + index] ?? 0) + 1,
          }),
        );
        await take(records, item, first);
      }
    },
  );
}

/** The same of records in any order, each of which is known by its ordinal. */
export async function readOrdinals(diff: DiffScan, ordinals: Uint32Array): Promise<CodeRecord[]> {
  const { bases, ranges } = diff;
  const records: CodeRecord[] = new Array(ordinals.length);
  const order = Uint32Array.from(ordinals.keys()).sort((a, b) => (ordinals[a] ?? 0) - (ordinals[b] ?? 0));
  const wanted = function* () {
    let from = 0;
    for (let range = 0; from < order.length; range++) {
      const base = bases[range] ?? 0;
      const end = base + (ranges[range]?.records ?? 0);
      let to = from;
      while (to < order.length && (ordinals[order[to] ?? 0] ?? 0) < end) to++;
      const places = order.subarray(from, to);
      from = to;
      if (places.length > 0)
        yield { range, rows: Uint32Array.from(places, (at) => (ordinals[at] ?? 0) - base), places };
    }
  };
  await readPlaces(diff, wanted(), (read, { places }, first) => {
    for (const [index, record] of read.entries()) records[places[first + index] ?? 0] = record;
  });
  return records;
}
