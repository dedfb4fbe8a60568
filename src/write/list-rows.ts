import { quoteCell } from '../tables/delimited/quote-cell.ts';
import { neutralize } from './spreadsheet.ts';

/*
 * The lines of lists that may be as long as the table itself; cells that recur are written once and joined many times. They
 * are what `formatCsv` would write: a test holds the two against each other.
 */

/** Most cells: nothing in them needs quotes, and no spreadsheet runs what begins so. */
const plain = /^[0-9A-Za-z\u4e00-\u9fff][^",\r\n]*$/;

/** One cell of a list. */
export function formatCell(cell: string): string;
export function formatCell(cell: string | number): string | number;
export function formatCell(cell: string | number): string | number {
  return typeof cell === 'number' || cell === '' || plain.test(cell) ? cell : quoteCell(neutralize(cell));
}

/**
 * Rows of cells that need no care, or had it of {@link formatCell}.
 *
 * Joined, not added up: text that was added up piece by piece is put together only when it is encoded, in twice the time.
 */
export function joinRows(rows: (string | number)[][]): string {
  const lines = rows.map((row) => row.join(','));
  lines.push('');
  return lines.join('\r\n');
}
