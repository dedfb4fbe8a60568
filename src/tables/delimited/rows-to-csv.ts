import { judge } from '../../code/cell/judge.ts';
import { RefusedError } from '../broken.ts';
import { createCellLimit } from '../held-cells.ts';
import { createCsvLines } from './csv-lines.ts';

/** Rows of a table that is held whole, by their number from 0; null where there is none. */
export type Rows = (string[] | null)[];

/** Few cells, far from one another, take many commas. */
const mostWritten = 1 << 24;

/**
 * Writes rows as CSV, a piece at a time, all as wide as the widest; counts those with content.
 *
 * @throws {RefusedError} when the rectangle around them has more cells than are written
 */
export async function* writeRows(rows: Rows, count: (filled: number) => void): AsyncGenerator<Uint8Array> {
  const width = rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
  if (width * rows.length > mostWritten) throw new RefusedError('size');
  const lines = createCsvLines();
  let filled = 0;
  for (const [at, row] of rows.entries()) {
    if (row === null) continue;
    if (row.some((cell) => cell !== '')) filled++;
    const missing = width - row.length;
    lines.write(missing === 0 ? row : [...row, ...new Array<string>(missing).fill('')], at + 1);
    const piece = lines.take();
    if (piece !== null) yield piece;
  }
  count(filled);
  const last = lines.take(true);
  if (last !== null) yield last;
}

/** A merged cell that reaches down: its column, first row and last, from 0. */
export interface MergedCell {
  column: number;
  first: number;
  last: number;
}

/**
 * Repeats what merged cells say in the rows that they cover: those that have anything of their own, and those that a code is merged
 * over. Returns how many cells of each column were filled with a code: each is one record more of its duplicate.
 *
 * @throws {RefusedError} when they cover more cells than a table may have
 */
export function fillMerged(rows: Rows, merged: MergedCell[]): Map<number, number> {
  const repeated = new Map<number, number>();
  const hold = createCellLimit();
  let coveredCount = 0;
  const holds = rows.map((row) => row?.some((cell) => cell !== '') ?? false);
  const spans = merged
    .map((span) => ({ ...span, value: rows[span.first]?.[span.column] ?? '' }))
    .filter(({ value, first, last }) => {
      coveredCount += Math.min(last, rows.length - 1) - first;
      if (coveredCount > mostCovered) throw new RefusedError('size');
      return value !== '';
    })
    .map((span) => ({ ...span, isCode: repeatsRecord(span.value) }));
  for (const { first, last, isCode } of spans) {
    if (isCode) for (let at = first + 1; at <= last && at < rows.length; at++) holds[at] = true;
  }
  for (const { column, first, last, value, isCode } of spans) {
    for (let at = first + 1; at <= last && at < rows.length; at++) {
      if (holds[at] !== true || (rows[at]?.[column] ?? '') !== '') continue;
      const row = rows[at] ?? [];
      hold(Math.max(0, column + 1 - row.length));
      while (row.length <= column) row.push('');
      row[column] = value;
      rows[at] = row;
      if (isCode) repeated.set(column, (repeated.get(column) ?? 0) + 1);
    }
  }
  return repeated;
}

/** Whether rows that have this from a merged cell are records of one duplicate. */
export function repeatsRecord(cell: string): boolean {
  return judge(cell).isComparable;
}

/** Merged cells do not overlap, so those of a table that is read cover no more cells than it may have. */
const mostCovered = 1 << 22;
