import type { Report } from '../../check/report.ts';
import { type HtmlMessages, htmlMessagesFor } from '../../messages/html/index.ts';
import { type ReportMessages, reportMessagesFor } from '../../messages/report/index.ts';
import type { Suspect } from '../../suspects/suspect.ts';
import type { KeptDuplicates } from './gather-duplicates.ts';

/** What a page shows. */
export interface ReportView {
  report: Report;
  lang: 'zh' | 'en';
  /** When the check was made. */
  madeAt: Date;
  duplicates: KeptDuplicates;
  /** The surest suspected duplicates, when they were looked for. */
  suspects?: Suspect[];
  /** How often position n + 1 was wrong, of 18. */
  positions: number[];
  /** Findings in all, and how many of them the table has. */
  findings: { total: number; keptCount: number };
}

/** A view, with the words for it. */
export interface Scene extends ReportView {
  words: HtmlMessages;
  shared: ReportMessages;
}

export function setScene(view: ReportView): Scene {
  return { ...view, words: htmlMessagesFor(view.lang), shared: reportMessagesFor(view.lang) };
}
