import { BYTE_ORDER_MARK, formatCsv } from '../report/csv.ts';
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
export function formatCodes(changes: CodeChange[], status: CodeChange['status']): string {
  return formatCsv(
    changes.flatMap((change) => {
      if (change.status !== status) return [];
      if (change.status === 'changed') return [[change.by, ...listCells(change.old), ...listCells(change.new)]];
      return [listCells(change.status === 'added' ? change.new : change.old)];
    }),
  );
}

function listCells({ code, name, file, row, line }: CodeRecord): (string | number)[] {
  return [code, name, file, row, line];
}
