import { pageEntryBytes } from '../../engine/scan/kernel/contract.ts';
import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import type { PlainColumn } from './plain-column.ts';

/** What one column of the records of a stretch takes, most often; a record that does not fit is shown. */
const roomBytes = 64 << 10;
/** Of a table with more columns all records are shown: each has room of its own. */
export const mostColumns = 64;

/** Cells of records that the kernel wrote to pages, on their way to the columns. */
export interface PagedRecords {
  /** Takes what it needs of the kernel's memory from `at` on, and returns the first address after that. */
  place(at: number): number;
  /** Takes the records before one that is shown, as its event says how many. */
  takeUntil(count: number): void;
  /** Takes the rest, when a stretch has been scanned. */
  takeRest(): void;
}

/** @param columns those of the table, and the one of codes behind them */
export function createPagedRecords(kernel: Kernel, columns: readonly PlainColumn[]): PagedRecords {
  let tableAt = 0;
  let roomsAt = 0;
  let taken = 0;
  const takenTo = new Uint32Array(columns.length);
  const start = (): void => {
    const table = new Uint32Array(kernel.memory.buffer, tableAt, columns.length * 2);
    for (let column = 0; column < columns.length; column++) {
      takenTo[column] = roomsAt + column * roomBytes;
      table[column * 2] = roomsAt + column * roomBytes;
      table[column * 2 + 1] = roomsAt + (column + 1) * roomBytes;
    }
    kernel.placePages(tableAt);
    taken = 0;
  };
  const takeTo = (endOf: (column: number, from: number) => number): void => {
    const bytes = kernel.bytes();
    for (const [column, cells] of columns.entries()) {
      const from = takenTo[column] ?? 0;
      const to = endOf(column, from);
      cells.addPage(bytes, from, to);
      takenTo[column] = to;
    }
  };
  return {
    place(at) {
      tableAt = (at + 7) & ~7;
      roomsAt = tableAt + columns.length * pageEntryBytes;
      const end = kernel.reserve(roomsAt + columns.length * roomBytes);
      start();
      return end;
    },
    takeUntil(count) {
      if (count === taken) return;
      const view = new DataView(kernel.memory.buffer);
      takeTo((_, from) => {
        let to = from;
        for (let record = taken; record < count; record++) to += 4 + view.getUint32(to, true);
        return to;
      });
      taken = count;
    },
    takeRest() {
      const table = new Uint32Array(kernel.memory.buffer, tableAt, columns.length * 2);
      if (kernel.read('pagedCount') !== taken) takeTo((column) => table[column * 2] ?? 0);
      start();
    },
  };
}
