import { addMergedRow, fitHeight } from '../../write/workbook/merged-row.ts';
import { type CellValue, nameCell } from '../../write/workbook/row.ts';
import { addRow, type Sheet } from '../../write/workbook/sheet.ts';
import { findFormat, findRateFormat } from '../../write/workbook/styles.ts';

/** A cell of the summary: text, a count, or a share with its decimals. */
export type SummaryCell = CellValue | { share: number; digits: number };

/** A table of the summary. */
export interface SummaryTable {
  title: string;
  headings: string[];
  rows: SummaryCell[][];
  /** Whether the last column reaches to the right edge of the sheet. */
  isWide?: boolean;
  /** Stands below the table. */
  remark?: string;
}

const sectionPoints = 24;
const linePoints = 15;

/** Adds a table with its title, a blank row above it. */
export function addTable(sheet: Sheet, { title, headings, rows, isWide = false, remark }: SummaryTable): void {
  if (rows.length === 0) return;
  addRow(sheet, [], []);
  addRow(sheet, [title], [findFormat('section')], sectionPoints);
  addTableRow(sheet, headings, isWide, 'header');
  for (const row of rows) addTableRow(sheet, row, isWide, 'text');
  if (remark !== undefined) addMergedRow(sheet, remark, findFormat('remark'), linePoints);
}

function addTableRow(sheet: Sheet, cells: SummaryCell[], isWide: boolean, format: 'header' | 'text'): void {
  const { widths } = sheet.layout;
  const filler = isWide ? widths.length - cells.length : 0;
  const last = cells.length - 1;
  const whole = [...cells, ...Array.from({ length: filler }, () => null)];
  const formats = whole.map((cell) => findCellFormat(cell, format));
  const values = whole.map((cell) => (typeof cell === 'object' && cell !== null ? cell.share : cell));
  const shown = filler > 0 ? [...widths.slice(0, last), sum(widths.slice(last))] : widths;
  const row = sheet.next;
  addRow(sheet, values, formats, fitHeight(values, shown));
  if (filler > 0) sheet.merges.push(`${nameCell(last, row)}:${nameCell(widths.length - 1, row)}`);
}

function findCellFormat(cell: SummaryCell, format: 'header' | 'text'): number {
  if (typeof cell === 'number') return findFormat('count');
  return typeof cell === 'object' && cell !== null ? findRateFormat(cell.digits) : findFormat(format);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
