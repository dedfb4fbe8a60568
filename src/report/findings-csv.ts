import type { Issue, NoteCode } from '../code/verdict.ts';
import { explain, messagesFor } from '../messages/messages.ts';
import type { Finding } from '../registry/finding.ts';
import { BYTE_ORDER_MARK, formatCsv } from './csv.ts';
import { severityOf } from './partition.ts';
import type { CreateReportWriter, ReportContext } from './report-writer.ts';

/** Columns of findings.csv; scripts rely on them. */
export const FINDINGS_COLUMNS = [
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
];

/** How the file begins. */
export const FINDINGS_HEADER = BYTE_ORDER_MARK + formatCsv([FINDINGS_COLUMNS]);

/** findings.csv, a batch at a time. */
export const createFindingsWriter: CreateReportWriter = (write, context) => {
  let head = FINDINGS_HEADER;
  const add = async (findings: Finding[]): Promise<void> => {
    await write(head + formatFindings(findings, context));
    head = '';
  };
  return { addFindings: add, addDuplicates() {}, finish: () => add([]) };
};

/**
 * Findings as CSV lines, in their order: one for the issue of a record and one for each of its notes, so that counting
 * the column `issue` gives the report's `issues` and `notes`.
 */
export function formatFindings(findings: Finding[], format: ReportContext): string {
  const rows: (string | number)[][] = [];
  for (const finding of findings) {
    if (finding.issue !== null) rows.push(rowForIssue(finding, finding.issue, format));
    for (const note of finding.notes) if (format.notes || isListed(note)) rows.push(rowForNote(finding, note, format));
  }
  return formatCsv(rows);
}

function rowForIssue(finding: Finding, issue: Issue, format: ReportContext): (string | number)[] {
  const explanation = explain(issue, finding.normalized, format.lang);
  return row(finding, severityOf(finding.partition), issue.code, explanation, finding.suggestion ?? '', format);
}

function rowForNote(finding: Finding, note: NoteCode, format: ReportContext): (string | number)[] {
  return row(finding, 'info', note, messagesFor(format.lang).notes[note], '', format);
}

function row(
  finding: Finding,
  severity: string,
  issue: string,
  explanation: string,
  suggestion: string,
  { files }: ReportContext,
): (string | number)[] {
  return [
    files[finding.file] ?? '',
    finding.row,
    finding.line,
    severity,
    issue,
    finding.code,
    finding.normalized,
    explanation,
    suggestion,
    finding.authority,
    finding.region,
    finding.name ?? '',
  ];
}

function isListed(note: NoteCode): boolean {
  return note === 'authority-category';
}
