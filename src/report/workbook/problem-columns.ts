import type { ProblemColumn, WorkbookMessages } from '../../messages/workbook/index.ts';
import type { CellTexts } from '../../write/workbook/cell-text.ts';
import { countLines, heightOf } from '../../write/workbook/merged-row.ts';
import { type CellValue, formatCell } from '../../write/workbook/row.ts';
import { addRow, type Sheet } from '../../write/workbook/sheet.ts';
import { findFormat } from '../../write/workbook/styles.ts';
import type { Problem } from './problem.ts';

const widths: Record<ProblemColumn, number> = {
  number: 8,
  file: 16,
  line: 9,
  name: 28,
  code: 23,
  normalized: 23,
  kind: 20,
  description: 44,
  suggestion: 23,
  authority: 16,
  region: 23,
  unit: 20,
  action: 12,
  corrected: 23,
  remark: 16,
};
const filled: ProblemColumn[] = ['action', 'corrected', 'remark'];
const common: ProblemColumn[] = ['file', 'kind', 'description', 'authority', 'region', 'unit'];
const headerHeight = 32;
const textFormat = findFormat('text');
const countFormat = findFormat('count');
const emptyCell = `" s="${findFormat('fill')}"/>`;

/** Columns of the list of all problems. */
export const listColumns: ProblemColumn[] = [
  'number',
  'file',
  'line',
  'name',
  'code',
  'normalized',
  'kind',
  'description',
  'suggestion',
  'authority',
  'region',
  'unit',
];

const shownColumns = listColumns.filter((column) => column !== 'number') as (keyof Problem & ProblemColumn)[];

/** Columns of the sheet of a unit. */
export const unitColumns: ProblemColumn[] = [
  'number',
  'file',
  'line',
  'name',
  'code',
  'kind',
  'description',
  'suggestion',
  'region',
  ...filled,
];

/** Columns of the sheet that units share. */
export const othersColumns: ProblemColumn[] = ['number', 'unit', ...unitColumns.slice(1)];

export function listWidths(columns: ProblemColumn[]): number[] {
  return columns.map((column) => widths[column]);
}

export function addHeader(sheet: Sheet, columns: ProblemColumn[], messages: WorkbookMessages): void {
  const formats = columns.map((column) => findFormat(filled.includes(column) ? 'fillHeader' : 'header'));
  addRow(
    sheet,
    columns.map((column) => messages.columns[column]),
    formats,
    headerHeight,
  );
}

/** A problem as every sheet that lists it shows it: cell by cell, and the lines that each takes. */
export interface ProblemCells {
  xml: Partial<Record<ProblemColumn, string>>;
  lines: Partial<Record<ProblemColumn, number>>;
}

/** Formats a problem once for all its sheets; what people fill in is empty. */
export function formatProblem(problem: Problem, texts: CellTexts): ProblemCells {
  const cells: ProblemCells = { xml: {}, lines: {} };
  for (const column of shownColumns) {
    const value: CellValue = problem[column];
    cells.xml[column] = formatCell(value, column === 'line' ? countFormat : textFormat, texts, common.includes(column));
    if (typeof value === 'string') cells.lines[column] = countLines(value, widths[column]);
  }
  return cells;
}

/** The row of a sheet with these columns, and its height; `number` counts the sheet's problems. */
export function listCells(columns: ProblemColumn[], { xml, lines }: ProblemCells, number: number): [string[], number] {
  let most = 1;
  const cells = columns.map((column) => {
    most = Math.max(most, lines[column] ?? 1);
    return column === 'number' ? `" s="${countFormat}"><v>${number}</v></c>` : (xml[column] ?? emptyCell);
  });
  return [cells, heightOf(most)];
}
