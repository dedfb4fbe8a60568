import { cutRows, pickRows, type RangeRows } from '../../engine/reread/pick.ts';
import type { PickResult } from '../../engine/reread/pick-task.ts';
import { textAt } from '../../engine/reread/text-column.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';
import type { CodeRecord } from './diff-report.ts';
import type { DiffScan } from './diff-scan.ts';
import type { RowBits } from './row-bits.ts';

/** The ranges of the old and the new export that hold a record of these, with those records. */
export function* listRanges({ ranges, bases, sideStarts }: DiffScan, bits: RowBits): Generator<RangeRows> {
  for (const [range, { records }] of ranges.entries()) {
    const base = bases[range] ?? 0;
    if (base >= (sideStarts.at(-1) ?? 0)) return;
    const rows = bits.list(base, base + records);
    if (rows.length > 0) yield { range, rows };
  }
}

/**
 * Reads records again, range by range in order, and hands them over some at a time, with the index of the first among
 * the range's rows; codes are normalized, names masked.
 */
export async function readRows<Wanted extends RangeRows>(
  diff: DiffScan,
  wanted: Iterable<Wanted>,
  take: (records: CodeRecord[], wanted: Wanted, first: number) => void | Promise<void>,
): Promise<void> {
  await readRowsBy(diff, wanted, ({ range }, part) => pickRows(diff, { range, rows: part }, 'text'), take);
}

/** The same, read in a way that brings more than records. */
export async function readRowsBy<Wanted extends RangeRows, Read extends ReadTexts>(
  diff: DiffScan,
  wanted: Iterable<Wanted>,
  read: (wanted: Wanted, part: Uint32Array<ArrayBuffer>, first: number) => Promise<Read>,
  take: (records: CodeRecord[], wanted: Wanted, first: number, read: Read) => void | Promise<void>,
): Promise<void> {
  const { plans, ranges, pool, options } = diff;
  const parts = function* () {
    for (const item of wanted) for (const part of cutRows(item.rows)) yield { item, ...part };
  };
  await runInOrder(
    parts(),
    pool.size * 2,
    ({ item, part, first }) => {
      options.signal?.throwIfAborted();
      return read(item, part, first);
    },
    async (texts, { item, part, first }) => {
      const { codes, names, lines } = texts;
      const { file, rowBase = 0, lineBase = 0 } = ranges[item.range] ?? {};
      const { path = '', input } = plans[file ?? 0] ?? {};
      const sheet = input?.table?.sheet ?? null;
      const records = Array.from(
        part,
        (row, index): CodeRecord => ({
          code: textAt(codes, index),
          name: textAt(names, index),
          file: path,
          sheet,
          row: rowBase + row + 1,
          line: lineBase + (lines[index] ?? 0) + 1,
        }),
      );
      await take(records, item, first, texts);
    },
  );
}

/** What a record is made of, for each row in order. */
export type ReadTexts = Pick<PickResult, 'codes' | 'names' | 'lines'>;

/** The same of records in any order, each known by its ordinal; with the index of each among those. */
export async function readOrdinals(
  diff: DiffScan,
  ordinals: Uint32Array,
  take: (records: CodeRecord[], indexes: Uint32Array) => void | Promise<void>,
): Promise<void> {
  const { bases, ranges } = diff;
  const { length } = ordinals;
  // As 64-bit numbers, ordinals above indexes: those are sorted without a function that compares them.
  const words = new Uint32Array(length * 2);
  for (let index = 0; index < length; index++) {
    words[index * 2] = index;
    words[index * 2 + 1] = ordinals[index] ?? 0;
  }
  new BigUint64Array(words.buffer).sort();
  const wanted = function* () {
    let from = 0;
    for (let range = 0; from < length; range++) {
      const base = bases[range] ?? 0;
      const end = base + (ranges[range]?.records ?? 0);
      let to = from;
      while (to < length && (words[to * 2 + 1] ?? 0) < end) to++;
      const own = words.subarray(from * 2, to * 2);
      from = to;
      if (own.length === 0) continue;
      const indexes = Uint32Array.from({ length: own.length / 2 }, (_, index) => own[index * 2] ?? 0);
      const rows = Uint32Array.from({ length: own.length / 2 }, (_, index) => (own[index * 2 + 1] ?? 0) - base);
      yield { range, rows, indexes };
    }
  };
  await readRows(diff, wanted(), (records, { indexes }, first) =>
    take(records, indexes.subarray(first, first + records.length)),
  );
}
