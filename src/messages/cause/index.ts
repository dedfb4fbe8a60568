import type { WritingFault } from '../../check/causes/writing-faults.ts';
import type { CauseCode } from '../../check/report.ts';
import { causeEn } from './en.ts';
import { causeZh } from './zh.ts';

/** Facts of one cause. */
export interface CauseFacts {
  /** Records that show it, of `total` that could. */
  count: number;
  total: number;
  /** Which one, where a cause has kinds: a character, a length, a way of writing, the issue of an older number. */
  detail: string;
  /** Where remarkably many of them stand. */
  places: { name: string; count: number }[];
  /** They all stand there: nothing was found elsewhere. */
  isLocal: boolean;
}

/** A text of a cause: what is seen, the likely reason, what to do. */
export interface CauseText {
  seen(facts: CauseFacts): string;
  why: string;
  act: string;
}

/** Texts for cells written in one way that is not a code's. */
export type FormTexts = Record<WritingFault, CauseText>;

/** What systematic causes say: what is seen and where, why it probably is so, what to do. */
export interface CauseMessages {
  title: string;
  /** Short names, for headings and tables. */
  names: Record<CauseCode, string>;
  describe(code: CauseCode, facts: CauseFacts): string;
}

export function causeMessagesFor(lang: 'zh' | 'en'): CauseMessages {
  return lang === 'zh' ? causeZh : causeEn;
}

/** A share that is never said to be more than it is: `88%`, `0.3%`. */
export function share({ count, total }: { count: number; total: number }): string {
  return `${Math.floor((count * 1000) / Math.max(1, total)) / 10}%`;
}
