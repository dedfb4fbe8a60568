import type { Issue, NoteCode, Repair } from '../code/verdict.ts';
import { reportMessagesFor } from '../messages/report-messages.ts';

/** One sentence on what is wrong with a record and where. */
export function explainIssue(issue: Issue, _normalized: string, lang: 'zh' | 'en'): string {
  const messages = reportMessagesFor(lang);
  return `${messages.issueTitles[issue.code]}`;
}

/** One sentence on something worth knowing. */
export function explainNote(note: NoteCode, lang: 'zh' | 'en'): string {
  return reportMessagesFor(lang).noteTitles[note];
}

/** How a suggestion came about. */
export function explainRepair(repair: Repair, _lang: 'zh' | 'en'): string {
  return repair.reason;
}
