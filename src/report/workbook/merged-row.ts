import { measureWidth } from '../width.ts';
import { nameCell } from './row.ts';
import { addRow, type Sheet } from './sheet.ts';

/** A row of one text over all columns, as high as the text needs, since programs do not fit merged cells by themselves. */
export function addMergedRow(sheet: Sheet, text: string, format: number, cut: string, linePoints: number): void {
  const { widths } = sheet.layout;
  const width = widths.reduce((sum, each) => sum + each, 0);
  const lines = countLines(text, width);
  const row = sheet.next;
  addRow(
    sheet,
    [text, ...widths.slice(1).map(() => null)],
    widths.map(() => format),
    cut,
    lines * linePoints,
  );
  sheet.merges.push(`A${row}:${nameCell(widths.length - 1, row)}`);
}

/** Lines that a text takes in a cell so many digits wide. */
export function countLines(text: string, width: number): number {
  return Math.max(1, Math.ceil((measureWidth(text) * 1.08) / width));
}
