import type { Row } from '../../warehouse/reduce.ts';
import { createTextList } from './text-list.ts';

/** Rows on their way into an order. */
export interface WaitingRows {
  count(): number;
  add(row: Row): void;
  /** All of them, in the order of their keys or as they came. */
  list(isSorted: boolean): Iterable<Row>;
}

/** None yet. Rows wait as bytes, and only their keys as strings: a million rows of strings would take 300 MB. */
export function createWaitingRows(): WaitingRows {
  const keys: string[] = [];
  const rows = createTextList();
  return {
    count: () => keys.length,
    add(row) {
      keys.push(row[1] ?? '');
      rows.add(JSON.stringify(row));
    },
    *list(isSorted) {
      const order = isSorted ? orderKeys(keys) : keys.keys();
      for (const index of order) yield JSON.parse(rows.get(index + 1));
    },
  };
}

/** Numbers by value, then other keys by their characters: the same order, whatever order they came in. */
export function orderKeys(keys: readonly string[]): Uint32Array {
  const values = Float64Array.from(keys, (key) => (key.trim() === '' ? Number.NaN : Number(key)));
  return Uint32Array.from(keys.keys()).sort((a, b) => {
    const [first = 0, second = 0] = [values[a], values[b]];
    if (first < second) return -1;
    if (first > second) return 1;
    if (Number.isNaN(first) !== Number.isNaN(second)) return Number.isNaN(first) ? 1 : -1;
    const [left = '', right = ''] = [keys[a], keys[b]];
    return left < right ? -1 : Number(left > right);
  });
}
