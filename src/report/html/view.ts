import type { Report } from '../../check/report.ts';
import { type HtmlMessages, htmlMessagesFor } from '../../messages/html/index.ts';
import { type RemedyKind, withRemedy } from '../../messages/remedy/index.ts';
import { type ReportMessages, reportMessagesFor } from '../../messages/report/index.ts';
import type { Face, Language } from '../../messages/voice.ts';
import type { Suspect } from '../../suspects/suspect.ts';
import type { About } from '../about.ts';
import type { KeptDuplicates } from './gather-duplicates.ts';

/** What a page shows. */
export interface ReportView {
  report: Report;
  lang: Language;
  /** Whose names for what can be done; the command's, where none is given. */
  face?: Face;
  /** Whom the report is by and for. */
  about?: About;
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
export interface WordedView extends ReportView {
  words: HtmlMessages;
  shared: ReportMessages;
  /** A sentence, and after it what can be done. */
  advise(sentence: string, kind: RemedyKind): string;
}

export function wordView(view: ReportView): WordedView {
  const { lang, face = 'command' } = view;
  const advise: WordedView['advise'] = (sentence, kind) => withRemedy(sentence, kind, { lang, face });
  return { ...view, words: htmlMessagesFor(lang), shared: reportMessagesFor(lang), advise };
}
