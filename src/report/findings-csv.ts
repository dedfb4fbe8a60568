import type { NoteCode } from '../code/verdict.ts';
import { explain, messagesFor } from '../messages/messages.ts';
import type { Finding } from '../registry/finding.ts';
import { BYTE_ORDER_MARK, formatCsv } from './csv.ts';

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

export interface FindingsFormat {
  /** Paths, in the order that findings number them. */
  files: string[];
  lang: 'zh' | 'en';
  /** Every note, not only `authority-category`. */
  notes: boolean;
}

/**
 * Findings as CSV lines, in their order: one for the issue of a record and one for each of its notes, so that counting
 * the column `issue` gives the report's `issues` and `notes`.
 */
export function formatFindings(findings: Finding[], format: FindingsFormat): string {
  return formatCsv(findings.flatMap((finding) => listRows(finding, format)));
}

function listRows(finding: Finding, { files, lang, notes }: FindingsFormat): (string | number)[][] {
  const row = (severity: string, issue: string, explanation: string, suggestion: string): (string | number)[] => [
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
  const rows = finding.notes
    .filter((note) => notes || isListed(note))
    .map((note) => row('info', note, messagesFor(lang).notes[note], ''));
  if (finding.issue !== null) {
    const explanation = explain(finding.issue, finding.normalized, lang);
    rows.unshift(row(severityOf(finding), finding.issue.code, explanation, finding.suggestion ?? ''));
  }
  return rows;
}

function isListed(note: NoteCode): boolean {
  return note === 'authority-category';
}

function severityOf(finding: Finding): 'error' | 'warning' | 'info' {
  if (finding.partition === 'erroneous') return 'error';
  return finding.partition === 'conforming' ? 'info' : 'warning';
}
