import type { Diagnosis, Issue, IssueCode, NoteCode, Partition, Parts, Repair } from '../../code/verdict.ts';
import { type Change, findChange } from '../../repair/find-change.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type Language = 'zh' | 'en';

/**
 * The text of a verdict. One object a language, all of the same shape: a new issue, note or reason does not compile until every
 * language has words for it.
 */
export interface Messages {
  partitions: Record<Partition, string>;
  /** What is wrong, where, and what to do. `normalized` is the value as the verdict shows it, identity numbers masked. */
  issues: Record<IssueCode, (issue: Issue, normalized: string) => string>;
  /** Stands in place of the text of the issue where a suggestion changes something else than the issue names. */
  change(change: Change, normalized: string): string;
  /** The likely cause; stands after the text of the issue. */
  diagnoses: Record<Diagnosis, string>;
  notes: Record<NoteCode, string>;
  /** How a suggestion differs from what was entered. */
  repairs: Record<Repair['reason'], string>;
  parts: Record<keyof Parts, string>;
}

export function messagesFor(lang: Language): Messages {
  return lang === 'zh' ? zh : en;
}

/**
 * An issue in words, with the likely cause where one is known. Where the best suggestion is another edit than the check character, that
 * leads, and the check character is not named.
 *
 * @example explain({ code: 'check-digit', at: 18, actual: '4', expected: '3' }, '91350100M000100Y44', 'en')
 */
export function explain(issue: Issue, normalized: string, lang: Language, suggestion?: string | null): string {
  const messages = messagesFor(lang);
  const change = findChange(issue, normalized, suggestion);
  const reason = change === null ? messages.issues[issue.code](issue, normalized) : messages.change(change, normalized);
  if (issue.diagnosis === undefined || (change !== null && issue.diagnosis === 'complement')) return reason;
  return `${reason}${lang === 'zh' ? '' : ' '}${messages.diagnoses[issue.diagnosis]}`;
}
