import { writeBytes } from '../delimited/csv-bytes.ts';
import type { RowBytes } from '../delimited/row-bytes.ts';
import type { MergedCell } from '../delimited/rows-to-csv.ts';

/** Repeats what merged cells say in the rows that they cover, as far as those have anything of their own. */
export interface Filling {
  /** Notes a cell of the row being written, which lies there in the row's bytes. */
  note(column: number, from: number, to: number): void;
  /** Fills the row, which has the number `at` from 0, before it is ended. */
  fill(rows: RowBytes, at: number): void;
}

/** @param filled takes how many rows were filled, by column */
export function createFilling(merges: MergedCell[], filled: Map<number, number>): Filling {
  const starting = [...merges].sort((a, b) => a.first - b.first);
  let next = 0;
  let active: (MergedCell & { bytes: Uint8Array | null })[] = [];
  let own: { column: number; from: number; to: number }[] = [];
  return {
    note(column, from, to) {
      own.push({ column, from, to });
    },
    fill(rows, at) {
      const { cells } = rows;
      const bytesOf = (from: number, to: number): Uint8Array => cells.bytes.slice(from, to);
      active = active.filter(({ last }) => last >= at);
      const isOwn = (column: number): boolean => own.some((cell) => cell.column === column);
      const added = own.length === 0 ? [] : active.filter(({ column, bytes }) => bytes !== null && !isOwn(column));
      for (; (starting[next]?.first ?? Number.POSITIVE_INFINITY) <= at; next++) {
        const merge = starting[next] as MergedCell;
        const cell = merge.first === at ? own.find(({ column }) => column === merge.column) : undefined;
        if (cell !== undefined) active.push({ ...merge, bytes: bytesOf(cell.from, cell.to) });
      }
      if (added.length > 0) {
        const all = [
          ...own.map(({ column, from, to }) => ({ column, bytes: bytesOf(from, to) })),
          ...added.map(({ column, bytes }) => ({ column, bytes: bytes as Uint8Array })),
        ].sort((a, b) => a.column - b.column);
        cells.length = 0;
        rows.columns = 0;
        for (const { column, bytes } of all) {
          rows.startCell(column);
          writeBytes(cells, bytes, 0, bytes.length);
        }
        for (const { column } of added) filled.set(column, (filled.get(column) ?? 0) + 1);
      }
      own = [];
    },
  };
}
