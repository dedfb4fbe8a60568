import type { Finding } from '../../check/findings/finding.ts';
import type { IssueCode, NoteCode } from '../../code/verdict.ts';
import { explain, messagesFor } from '../../messages/verdict/index.ts';
import { type Severity, severityOf } from '../partition.ts';
import type { ReportContext } from '../report-writer.ts';

/** One line of a list of findings: the issue of a record, or one of its notes. */
export interface FindingRow {
  finding: Finding;
  severity: Severity;
  issue: IssueCode | NoteCode;
  explanation: string;
  suggestion: string | null;
}

/** The lines of batches that several forms of a report list. */
const listed = new WeakMap<Finding[], { context: ReportContext; rows: FindingRow[] }>();

/**
 * The lines that findings give, in their order: one for the issue of a record and one for each of its notes, so that
 * counting `issue` gives the report's `issues` and `notes`. Few notes are listed unless all were asked for.
 */
export function listRows(findings: Finding[], context: ReportContext): FindingRow[] {
  const known = listed.get(findings);
  if (known?.context === context) return known.rows;
  const { lang, notes } = context;
  const rows: FindingRow[] = [];
  for (const finding of findings) {
    const { issue, normalized, partition, suggestion } = finding;
    if (issue !== null) {
      const explanation = explain(issue, normalized, lang, suggestion);
      rows.push({ finding, severity: severityOf(partition), issue: issue.code, explanation, suggestion });
    }
    for (const note of finding.notes) {
      if (!notes && note !== 'authority-category') continue;
      const explanation = messagesFor(lang).notes[note];
      rows.push({ finding, severity: 'info', issue: note, explanation, suggestion: null });
    }
  }
  listed.set(findings, { context, rows });
  return rows;
}
