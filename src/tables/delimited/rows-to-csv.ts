import { createCsvLines } from './csv-lines.ts';

/** Rows of a table that is held whole, by their number from 0; null where there is none. */
export type Rows = (string[] | null)[];

/** Writes rows as CSV, a piece at a time, all as wide as the widest; counts those with content. */
export async function* writeRows(rows: Rows, count: (filled: number) => void): AsyncGenerator<Uint8Array> {
  const width = rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
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
 * Repeats what merged cells say in the rows that they cover, as far as those have anything of their own; returns how many cells of
 * each column were filled.
 */
export function fillMerged(rows: Rows, merged: MergedCell[]): Map<number, number> {
  const filled = new Map<number, number>();
  const owns = rows.map((row) => row?.some((cell) => cell !== '') ?? false);
  for (const { column, first, last } of merged) {
    const value = rows[first]?.[column] ?? '';
    if (value === '') continue;
    for (let at = first + 1; at <= last && at < rows.length; at++) {
      const row = rows[at];
      if (row === undefined || row === null || !owns[at] || (row[column] ?? '') !== '') continue;
      while (row.length <= column) row.push('');
      row[column] = value;
      filled.set(column, (filled.get(column) ?? 0) + 1);
    }
  }
  return filled;
}
