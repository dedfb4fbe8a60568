import type { Issue } from '../../code/verdict.ts';
import { findChange, isLost } from '../../repair/find-change.ts';
import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type { Language } from '../voice.ts';
export type Messages = typeof en;

export function messagesFor(lang: Language): Messages {
  return pick(lang, { en, zh });
}

/**
 * An issue in words, with the likely cause where one is known. Where the best suggestion is another edit than the check character, that
 * leads, and the check character is not named; nor is it where digits are lost.
 *
 * @example explain({ code: 'check-digit', at: 18, actual: '4', expected: '3' }, '91350100M000100Y44', 'en')
 */
export function explain(issue: Issue, normalized: string, lang: Language, suggestion?: string | null): string {
  const messages = messagesFor(lang);
  const change = findChange(issue, normalized, suggestion);
  if (change === null && isLost(issue)) return messages.diagnoses['spreadsheet-rounding'];
  const reason = change === null ? messages.issues[issue.code](issue, normalized) : messages.change(change, normalized);
  if (issue.diagnosis === undefined || (change !== null && issue.diagnosis === 'complement')) return reason;
  return `${reason}${lang === 'zh' ? '' : ' '}${messages.diagnoses[issue.diagnosis]}`;
}
