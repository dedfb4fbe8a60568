import { formatCsv } from '../../write/delimited.ts';
import { BYTE_ORDER_MARK } from '../../write/spreadsheet.ts';
import type { ExportedProblem } from '../export-problems.ts';

const header = [
  'number',
  'kind',
  'code',
  'name',
  'unit',
  'group',
  'status',
  'source',
  'firstPeriod',
  'lastPeriod',
  'due',
  'answerFlag',
  'answerCode',
  'answerNote',
  'closedAs',
  'closedPeriod',
  'newCode',
  'text',
  'exempt',
  'originLedger',
  'originNumber',
  'role',
];

/** All problems as CSV for Excel, one a row. */
export function formatProblems(problems: ExportedProblem[]): string {
  const rows = problems.map((problem) => [
    problem.number,
    problem.kind,
    problem.code,
    problem.name,
    problem.unit,
    problem.group ?? '',
    problem.status,
    problem.source.join(' '),
    problem.firstPeriod,
    problem.lastPeriod,
    problem.due ?? '',
    problem.answer?.flag ?? '',
    problem.answer?.code ?? '',
    problem.answer?.note ?? '',
    problem.closedAs ?? '',
    problem.closedPeriod ?? '',
    problem.newCode ?? '',
    problem.text ?? '',
    problem.exempt ?? '',
    problem.origin?.ledger ?? '',
    problem.origin?.number ?? '',
    problem.role ?? '',
  ]);
  return BYTE_ORDER_MARK + formatCsv([header, ...rows]);
}
