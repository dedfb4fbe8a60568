/*
 * The one routine of our own that puts text into a cell. It stays for the places where cells come by the million: lists of
 * findings, duplicates, changes and codes, the columns in front of rows that are copied byte for byte, and JSON, Parquet and
 * workbooks on their way to the scanner. All else that is delimited is written by csv-stringify (src/write/delimited.ts).
 *
 * CPU seconds a million rows, csv-stringify 6.9.0 against this (`npm run bench:writing`, medians of 9 turns, 2 virtual cores):
 *
 *   findings.csv, 15 columns                     5.5   1.4   3.9 ×; all of a finding's line, explanation included, costs 2.3
 *   dedup's removed rows, 6 columns in front     2.2   0.7   3.3 ×
 *   JSON or Parquet to the scanner, 8 columns    2.9   1.2   2.3 ×
 */

/** A cell as RFC 4180 has it: in quotes when it holds the delimiter, a quote or a line break, its quotes doubled. */
export function quoteCell(text: string, delimiter = ','): string {
  return needsQuotes(text, delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
}

function needsQuotes(text: string, delimiter: string): boolean {
  if (delimiter === ',') return /[",\r\n]/.test(text);
  // Of a delimiter of several characters, the end of a cell may be the first.
  return /["\r\n]/.test(text) || (text + delimiter).indexOf(delimiter) < text.length;
}
