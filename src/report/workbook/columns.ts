import type { ProblemColumn, WorkbookMessages } from '../../messages/workbook-messages.ts';
import type { Problem } from './problem.ts';
import type { CellValue } from './row.ts';
import { addRow, type Sheet } from './sheet.ts';
import { findFormat } from './styles.ts';

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

/** Of each column, whether its texts recur. */
export function listCommon(columns: ProblemColumn[]): boolean[] {
  return columns.map((column) => common.includes(column));
}

export function listFormats(columns: ProblemColumn[]): number[] {
  const format = (column: ProblemColumn): 'count' | 'fill' | 'text' =>
    column === 'number' || column === 'line' ? 'count' : filled.includes(column) ? 'fill' : 'text';
  return columns.map((column) => findFormat(format(column)));
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

/** A problem as the values of a row; what people fill in is empty. */
export function listValues(columns: ProblemColumn[], problem: Problem, number: number): CellValue[] {
  return columns.map((column) => {
    if (column === 'number') return number;
    if (column === 'action' || column === 'corrected' || column === 'remark') return null;
    return problem[column];
  });
}
