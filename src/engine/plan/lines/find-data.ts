import type { LineReason } from '../../../messages/line-reason.ts';
import type { Table } from '../../../tables/input.ts';
import type { ScanOptions } from '../../options.ts';
import type { HeadRecord } from '../text/head.ts';
import { findHeaderRows } from './header-rows.ts';

/** A line that is no record, from 1, and why. */
export interface SkippedLine {
  line: number;
  why: LineReason;
}

/** What the first records of a file are. */
export interface FirstData {
  header: string[] | null;
  /** Of the records, the first of data. */
  first: number;
  titleCount: number;
  titleLines: number[];
  rows: string[][];
  others: string[] | null;
  skipped: SkippedLine[];
  headerLine: number | null;
}

/** Where the data starts, and what stands above it. Rows without any content are nothing. */
export function findData(
  records: HeadRecord[],
  table: Table | undefined,
  options: Pick<ScanOptions, 'header' | 'codeColumn'>,
): FirstData {
  const filled = records.flatMap(({ cells }, index) => (cells.some((cell) => cell !== '') ? [{ cells, index }] : []));
  const rows = filled.map(({ cells }) => cells);
  if (table?.header !== undefined) {
    const none = { titleCount: 0, titleLines: [], skipped: [], headerLine: null };
    return { header: table.header, first: 0, rows, others: null, ...none };
  }
  const { cells, headerIndex, dataIndex, titleCount, under, others } = findHeaderRows(rows, options);
  const lineOf = (index: number): number => records[filled[index]?.index ?? 0]?.line ?? 1;
  return {
    header: cells,
    // Rows of nothing above a header are left out with it; above the first record of data without one, they count.
    first: dataIndex === 0 ? 0 : (filled[dataIndex - 1]?.index ?? -1) + 1,
    titleCount,
    titleLines: Array.from({ length: titleCount }, (_, index) => lineOf(index)),
    rows: rows.slice(dataIndex),
    // A row of an engine's table is a record, whatever it says.
    others: table?.engine === undefined ? others : null,
    skipped: under.map(({ index, why }) => ({ line: lineOf(index), why })),
    headerLine: headerIndex < 0 ? null : lineOf(headerIndex),
  };
}
