import { type CellValue, nameCell } from './row.ts';
import { addRow, type Sheet } from './sheet.ts';

/** What indents and borders take of a cell, in digits. */
const margin = 2.5;
const linePoints = 15;
const paddingPoints = 3;
/** Excel shows no higher row. */
const mostPoints = 409;

/** A row of one text over all columns, as high as the text needs, since programs do not fit merged cells by themselves. */
export function addMergedRow(sheet: Sheet, text: string, format: number, pointsOfLine: number): void {
  const { widths } = sheet.layout;
  const width = widths.reduce((sum, each) => sum + each, 0);
  const lines = countLines(text, width);
  const row = sheet.next;
  addRow(
    sheet,
    [text, ...widths.slice(1).map(() => null)],
    widths.map(() => format),
    Math.min(lines * pointsOfLine, mostPoints),
  );
  sheet.merges.push(`A${row}:${nameCell(widths.length - 1, row)}`);
}

/** Height of a row that shows its texts whole, in points: LibreOffice fits no rows when it opens a sheet. */
export function fitHeight(values: CellValue[], widths: number[]): number {
  let lines = 1;
  for (const [column, value] of values.entries()) {
    if (typeof value === 'string') lines = Math.max(lines, countLines(value, widths[column] ?? 0));
  }
  return heightOf(lines);
}

/** Height of a row of so many lines, in points. */
export function heightOf(lines: number): number {
  return Math.min(lines * linePoints + paddingPoints, mostPoints);
}

/** Lines that a text takes in a cell so many digits wide. */
export function countLines(text: string, width: number): number {
  const room = width - margin;
  return 2 * text.length <= room ? 1 : Math.max(1, Math.ceil(measureText(text) / room));
}

/** Quicker than `measureWidth`, and exact enough: Chinese letters take two digits, all others one. */
function measureText(text: string): number {
  let width = text.length;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 0x1100) width++;
  return width;
}
