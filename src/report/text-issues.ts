import type { IssueCode, NoteCode } from '../code/verdict.ts';
import { reportMessagesFor } from '../messages/report-messages.ts';
import { formatCount } from './numbers.ts';
import { alignColumns } from './table.ts';
import type { Summary } from './text.ts';

const MOST_ISSUES = 8;

/** What is wrong, most frequent first, and what to do about it. */
export function listIssues({ report, lang, style }: Summary): string[] {
  const messages = reportMessagesFor(lang);
  const rows = rank(report.issues).map(([code, count]) => [
    formatCount(count),
    messages.issueTitles[code as IssueCode],
    style.faint(messages.issueAdvice[code as IssueCode]),
  ]);
  return rows.length === 0 ? [] : [style.strong(messages.issues), ...alignColumns(rows, ['right', 'left', 'left'])];
}

/** What is worth knowing. */
export function listNotes({ report, lang, style }: Summary): string[] {
  const messages = reportMessagesFor(lang);
  const rows = rank(report.notes).map(([code, count]) => [formatCount(count), messages.noteTitles[code as NoteCode]]);
  return rows.length === 0 ? [] : [style.strong(messages.notes), ...alignColumns(rows, ['right', 'left'])];
}

function rank(counts: Partial<Record<string, number>>): [string, number][] {
  return Object.entries(counts)
    .map(([code, count]): [string, number] => [code, count ?? 0])
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_ISSUES);
}
