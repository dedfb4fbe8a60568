import { writeBytes } from '../delimited/csv-bytes.ts';
import type { RowBytes } from '../delimited/row-bytes.ts';
import { type MergedCell, repeatsRecord } from '../delimited/rows-to-csv.ts';

/** Repeats what merged cells say in the rows that they cover: those that have anything of their own, and those that a code is merged over. */
export interface Filling {
  /** Notes a cell of the row being written, which lies there in the row's bytes. */
  note(column: number, from: number, to: number): void;
  /** Fills the row, which has the number `at` from 0, before it is ended. */
  fill(rows: RowBytes, at: number): void;
  /** The last row that a code is merged over, of those begun so far; -1: none. */
  lastRow(): number;
}

interface ActiveMerge extends MergedCell {
  bytes: Uint8Array;
  isCode: boolean;
}

/** @param repeated takes how many cells were filled with a code, by column: each is one record more of its duplicate */
export function createFilling(merges: MergedCell[], repeated: Map<number, number>): Filling {
  const decoder = new TextDecoder();
  const starting = [...merges].sort((a, b) => a.first - b.first);
  let next = 0;
  let active: ActiveMerge[] = [];
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
      const isRecord = own.length > 0 || active.some(({ isCode }) => isCode);
      const added = isRecord ? active.filter(({ column }) => !isOwn(column)) : [];
      for (; (starting[next]?.first ?? Number.POSITIVE_INFINITY) <= at; next++) {
        const merge = starting[next] as MergedCell;
        const cell = merge.first === at ? own.find(({ column }) => column === merge.column) : undefined;
        if (cell === undefined) continue;
        const bytes = bytesOf(cell.from, cell.to);
        active.push({ ...merge, bytes, isCode: repeatsRecord(decoder.decode(bytes)) });
      }
      if (added.length > 0) {
        const all = [...own.map(({ column, from, to }) => ({ column, bytes: bytesOf(from, to) })), ...added].sort(
          (a, b) => a.column - b.column,
        );
        cells.length = 0;
        rows.columns = 0;
        for (const { column, bytes } of all) {
          rows.startCell(column);
          writeBytes(cells, bytes, 0, bytes.length);
        }
        for (const { column, isCode } of added) if (isCode) repeated.set(column, (repeated.get(column) ?? 0) + 1);
      }
      own = [];
    },
    lastRow: () => active.reduce((most, { isCode, last }) => (isCode ? Math.max(most, last) : most), -1),
  };
}
