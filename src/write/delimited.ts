import { stringify } from 'csv-stringify/sync';
import { neutralize } from './spreadsheet.ts';

/** Rows of tables for spreadsheets: one line a row, ending in CR LF (RFC 4180). Cells that a spreadsheet would run are neutralised. */
export function formatCsv(rows: (string | number)[][]): string {
  return formatRows(
    rows.map((row) => row.map(neutralize)),
    ',',
    '\r\n',
  );
}

/** Rows as they are, neutralised nowhere: what is written is read again by programs. */
export function formatRows(rows: (string | number)[][], delimiter: string, lineBreak: string): string {
  return stringify(rows, { delimiter, record_delimiter: lineBreak, quoted_match: /[\r\n]/ });
}
