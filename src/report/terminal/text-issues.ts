import type { IssueCode, NoteCode, Partition } from '../../code/verdict.ts';
import { reportMessagesFor } from '../../messages/report/index.ts';
import { messagesFor } from '../../messages/verdict/index.ts';
import { formatCount } from '../../write/numbers.ts';
import { alignColumns } from '../../write/table.ts';
import { partitionOf } from '../partition.ts';
import type { Summary } from './summary.ts';

/** The order of sections: what counts against the rate comes first. */
const PARTITIONS: Partition[] = ['erroneous', 'missing', 'unconverted', 'conforming'];

/** What is wrong, by partition and most frequent first, and what to do about it. */
export function listIssues({ report, lang, style }: Summary): string[] {
  const messages = reportMessagesFor(lang);
  const ranked = rank(report.issues) as [IssueCode, number][];
  const rows = PARTITIONS.flatMap((partition) =>
    ranked
      .filter(([code]) => partitionOf(code) === partition)
      .map(([code, count]) => [
        formatCount(count),
        messagesFor(lang).partitions[partition],
        messages.issueTitles[code],
        style.faint(messages.issueAdvice[code]),
      ]),
  );
  const lines = alignColumns(rows, ['right', 'left', 'left', 'left']);
  return rows.length === 0 ? [] : [style.strong(messages.issues), ...lines];
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
    .sort(([, a], [, b]) => b - a);
}
