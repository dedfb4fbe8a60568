import type { Finding } from '../../check/findings/finding.ts';
import { formatCell, joinRows } from '../../write/list-rows.ts';
import { BYTE_ORDER_MARK } from '../../write/spreadsheet.ts';
import type { CreateReportWriter, ReportContext } from '../report-writer.ts';
import { listRows } from './finding-rows.ts';

/** Columns of findings.csv; scripts rely on them, new ones come at the end. */
const FINDINGS_COLUMNS = [
  'file',
  'row',
  'line',
  'severity',
  'issue',
  'code',
  'normalized',
  'explanation',
  'suggestion',
  'authority',
  'region',
  'name',
  'unit',
  'sheet',
  'sheet_row',
];

/** How the file begins; one with records of engines has the column `key`, too. */
export const FINDINGS_HEADER = BYTE_ORDER_MARK + joinRows([FINDINGS_COLUMNS]);
const KEYED_HEADER = BYTE_ORDER_MARK + joinRows([[...FINDINGS_COLUMNS, 'key']]);

/** findings.csv, a batch at a time. */
export const createFindingsWriter: CreateReportWriter = (write, context) => {
  let head = context.hasKeys === true ? KEYED_HEADER : FINDINGS_HEADER;
  const add = async (findings: Finding[]): Promise<void> => {
    await write(head + formatFindings(findings, context));
    head = '';
  };
  return { addFindings: add, addDuplicates() {}, finish: () => add([]) };
};

/** Findings as CSV lines, in their order. */
export function formatFindings(findings: Finding[], context: ReportContext): string {
  const rows: (string | number)[][] = [];
  const paths = context.files.map(formatCell);
  const sheets = context.sheets.map((sheet) => (sheet === null ? null : formatCell(sheet)));
  for (const { finding, severity, issue, explanation, suggestion } of listRows(findings, context)) {
    const code = formatCell(finding.code);
    const sheet = sheets[finding.file] ?? null;
    rows.push([
      paths[finding.file] ?? '',
      finding.key === undefined ? finding.row : '',
      finding.key === undefined ? finding.line : '',
      severity,
      issue,
      code,
      finding.normalized === finding.code ? code : formatCell(finding.normalized),
      formatCell(explanation),
      suggestion ?? '',
      finding.authority,
      finding.region,
      formatCell(finding.name ?? ''),
      formatCell(finding.unit ?? ''),
      sheet ?? '',
      sheet === null ? '' : finding.line,
      ...(context.hasKeys === true ? [formatCell(finding.key ?? '')] : []),
    ]);
  }
  return joinRows(rows);
}
