import type { OpenScan } from '../engine/open-scan.ts';
import type { Platform } from '../engine/platform.ts';
import { runInOrder } from '../engine/scan/in-order.ts';
import type { PairStore } from './pair-store.ts';
import { noRow, pairTasks } from './pair-task.ts';
import { type PairListName, pairLists } from './pairs.ts';

/** What the whole of the files shows to be wrong with one record; records are counted over all files. */
export interface LateFault {
  record: number;
  list: PairListName;
  /** The record that shows what should stand there, or that came first; null: none does. */
  other: number | null;
}

/** Looks through all lists, partition by partition; faults come by record. */
export async function findLateFaults(
  store: PairStore,
  bits: number,
  { pool }: Platform,
  progress: (share: number) => void,
): Promise<LateFault[]> {
  const faults: LateFault[] = [];
  const jobs = pairLists.flatMap((list) => Array.from({ length: 1 << bits }, (_, partition) => ({ list, partition })));
  let done = 0;
  await runInOrder(
    jobs,
    pool.size * 2,
    ({ list, partition }) =>
      pool.run(pairTasks, { words: store.read(list, partition), want: list === 'decisions' ? 'keys' : 'values' }),
    ({ rows, others }, { list }) => {
      for (const [index, record] of rows.entries()) {
        const other = others[index] ?? noRow;
        faults.push({ record, list, other: other === noRow ? null : other });
      }
      progress(++done / jobs.length);
    },
  );
  return faults.sort((a, b) => a.record - b.record);
}

/** Where records stand that are counted over all files: the range, and the row in it. */
export function createRecordFinder({
  ranges,
}: Pick<OpenScan, 'ranges'>): (record: number) => { range: number; row: number } {
  const bases: number[] = [];
  let base = 0;
  for (const { records } of ranges) {
    bases.push(base);
    base += records;
  }
  return (record) => {
    let low = 0;
    let high = bases.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((bases[middle] ?? 0) <= record) low = middle;
      else high = middle - 1;
    }
    return { range: low, row: record - (bases[low] ?? 0) };
  };
}
