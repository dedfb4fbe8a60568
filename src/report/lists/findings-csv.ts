import type { Finding } from '../../check/findings/finding.ts';
import { formatCell, joinRows } from '../../write/list-rows.ts';
import { BYTE_ORDER_MARK } from '../../write/spreadsheet.ts';
import type { CreateReportWriter, ReportContext } from '../report-writer.ts';
import { type FindingRow, listRows } from './finding-rows.ts';

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
  const format = createFindingsFormat(context);
  const add = async (findings: Finding[]): Promise<void> => {
    await write(head + format(findings));
    head = '';
  };
  return { addFindings: add, addDuplicates() {}, finish: () => add([]) };
};

/** Findings as CSV lines, in their order. */
export function formatFindings(findings: Finding[], context: ReportContext): string {
  return createFindingsFormat(context)(findings);
}

function createFindingsFormat(context: ReportContext): (findings: Finding[]) => string {
  const { files, sheets, hasKeys = false } = context;
  const paths: string[] = [];
  const formatLine = ({ finding, severity, issue, explanation, suggestion }: FindingRow): string => {
    const { file, row, line, normalized, authority, region, name, unit, key } = finding;
    paths[file] ??= formatCell(files[file] ?? '');
    const sheet = sheets[file] ?? null;
    const place = key === undefined ? `${paths[file]},${row},${line}` : `${paths[file]},,`;
    const code = formatCell(finding.code);
    const read = normalized === finding.code ? code : formatCell(normalized);
    const what = `${severity},${issue},${code},${read},${formatCell(explanation)},${suggestion ?? ''}`;
    const whose = `${authority},${region},${formatCell(name ?? '')},${formatCell(unit ?? '')}`;
    const end = sheet === null ? ',' : `${formatCell(sheet)},${line}`;
    return `${place},${what},${whose},${end}${hasKeys ? `,${formatCell(key ?? '')}` : ''}\r\n`;
  };
  return (findings) => listRows(findings, context).map(formatLine).join('');
}
