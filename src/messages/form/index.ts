import type { Issue, IssueCode, NoteCode } from '../../code/verdict.ts';
import { formEn } from './en.ts';
import { formZh } from './zh.ts';

/** Pilot-era codes conform, so there is nothing to say. */
export type RefusedCode = Exclude<IssueCode, 'pilot-era'>;

/**
 * What a form says beside its field: one line, for the person who fills it in. The verdicts of `messages.ts` speak to the staff
 * of a registry instead ("export it again", "remove it from the table"), and are twice as long.
 */
export interface FormMessages {
  /** `expected` is set where the character that belongs there is known, or read from what it looks like. */
  issues: Record<RefusedCode, (issue: Issue, normalized: string) => string>;
  notes: Record<NoteCode, string>;
  /** Still being typed: how many characters are there. */
  incomplete(count: number): string;
  /** Something other than text was handed in. */
  notText: string;
  /** Follows a message. */
  suggest(code: string): string;
}

export function formMessagesFor(lang: 'zh' | 'en'): FormMessages {
  return lang === 'en' ? formEn : formZh;
}
