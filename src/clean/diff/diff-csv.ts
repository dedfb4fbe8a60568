import { formatCsv } from '../../write/delimited.ts';
import { formatCell, joinRows } from '../../write/list-rows.ts';
import { BYTE_ORDER_MARK } from '../../write/spreadsheet.ts';
import type { CodeChange, CodeRecord, ProblemRecord } from './diff-report.ts';

/** Columns of the lists; scripts rely on them, new ones come at the end. */
export const PROBLEMS_COLUMNS = [
  'status',
  'kind',
  'issue',
  'code',
  'name',
  'file',
  'row',
  'line',
  'sheet',
  'outcome',
  'entity_code',
];
const recordColumns = ['code', 'name', 'file', 'row', 'line'];
export const CODES_COLUMNS = [...recordColumns, 'sheet'];
export const CHANGED_COLUMNS = [
  'by',
  ...recordColumns.map((name) => `old_${name}`),
  ...recordColumns.map((name) => `new_${name}`),
  ...['old_sheet', 'new_sheet'],
];

/** How a list begins. */
export function headList(columns: string[]): string {
  return BYTE_ORDER_MARK + formatCsv([columns]);
}

export function formatProblems(problems: ProblemRecord[]): string {
  return joinRows(
    problems.map((problem) => [
      problem.status,
      problem.kind,
      problem.issue,
      formatCell(problem.code),
      formatCell(problem.name),
      formatCell(problem.file),
      problem.row,
      problem.line,
      writeSheet(problem),
      problem.outcome ?? '',
      formatCell(problem.entity?.code ?? ''),
    ]),
  );
}

/** Codes of one status as lines of their list. */
export function formatCodes(changes: CodeChange[]): string {
  return joinRows(
    changes.map((change) => {
      if (change.status === 'changed') {
        const { by, old, new: now } = change;
        return [by, ...writeCells(old), ...writeCells(now), writeSheet(old), writeSheet(now)];
      }
      const record = change.status === 'added' ? change.new : change.old;
      return [...writeCells(record), writeSheet(record)];
    }),
  );
}

/** The same as {@link formatCsv} would write them; codes that conform need no care. */
function writeCells({ code, name, file, row, line }: CodeRecord): (string | number)[] {
  return [code, formatCell(name), formatCell(file), row, line];
}

function writeSheet({ sheet }: CodeRecord): string | number {
  return formatCell(sheet ?? '');
}
