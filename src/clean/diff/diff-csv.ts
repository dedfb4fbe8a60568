import { BYTE_ORDER_MARK, formatCell, formatCsv, joinRows } from '../../write/delimited.ts';
import type { CodeChange, CodeRecord, ProblemRecord } from './diff-report.ts';

/** Columns of the lists; scripts rely on them. */
export const PROBLEMS_COLUMNS = ['status', 'kind', 'issue', 'code', 'name', 'file', 'row', 'line'];
export const CODES_COLUMNS = ['code', 'name', 'file', 'row', 'line'];
export const CHANGED_COLUMNS = [
  'by',
  ...CODES_COLUMNS.map((name) => `old_${name}`),
  ...CODES_COLUMNS.map((name) => `new_${name}`),
];

/** How a list begins. */
export function headList(columns: string[]): string {
  return BYTE_ORDER_MARK + formatCsv([columns]);
}

export function formatProblems(problems: ProblemRecord[]): string {
  return formatCsv(problems.map(({ status, kind, issue, ...record }) => [status, kind, issue, ...listCells(record)]));
}

/** Codes of one status as lines of their list. */
export function formatCodes(changes: CodeChange[]): string {
  return joinRows(
    changes.map((change) => {
      if (change.status === 'changed') return [change.by, ...writeCells(change.old), ...writeCells(change.new)];
      return writeCells(change.status === 'added' ? change.new : change.old);
    }),
  );
}

/** The same as {@link formatCsv} would write them; codes that conform need no care. */
function writeCells({ code, name, file, row, line }: CodeRecord): (string | number)[] {
  return [code, formatCell(name), formatCell(file), row, line];
}

function listCells({ code, name, file, row, line }: CodeRecord): (string | number)[] {
  return [code, name, file, row, line];
}
