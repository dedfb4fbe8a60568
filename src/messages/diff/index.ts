import { diffEn } from './en.ts';
import { diffZh } from './zh.ts';

/** What `uscc diff` says. */
export interface DiffMessages {
  help: Record<'usage' | 'summary' | 'old' | 'new' | 'footer', string>;

  title(old: string, now: string): string;
  files(paths: string[]): string;
  /** `trend`: -1 lower, 0 the same, 1 higher; null where one of the rates has no value. */
  rate(facts: { old: string; new: string; trend: -1 | 0 | 1 | null; met: boolean; target: string }): string;
  definition(text: string): string;
  headings: { old: string; new: string; change: string };
  counts: Record<'records' | 'conforming' | 'erroneous' | 'excess' | 'unconverted' | 'missing', string>;
  problems: string;
  kinds: Record<'erroneous' | 'duplicate' | 'unconverted' | 'missing', string>;
  statuses: Record<'resolved' | 'remaining' | 'new' | 'reappeared', string>;
  unidentified(old: string, now: string): string;
  codes: string;
  codeCounts(facts: Record<'kept' | 'added' | 'gone' | 'changed' | 'byOrganization' | 'byName', string>): string;
  examples: Record<'resolved' | 'new' | 'reappeared' | 'added' | 'gone' | 'changed', string>;
  by: Record<'organization' | 'name', string>;
  byAuthority: string;
  problemsHeading: string;
  rateHeading: string;
  undecided: string;
  unlisted: string;
  lists(path: string): string;
  tooMany(records: string): string;
  elapsed(seconds: string): string;
}

export function diffMessagesFor(lang: 'zh' | 'en'): DiffMessages {
  return lang === 'zh' ? diffZh : diffEn;
}
