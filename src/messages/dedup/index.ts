import type { DedupBy } from '../../clean/dedup/dedup-report.ts';
import { dedupEn } from './en.ts';
import { dedupZh } from './zh.ts';

/** What `uscc dedup` says. */
export interface DedupMessages {
  help: Record<'usage' | 'summary' | 'files' | 'footer', string>;
  needsOutput: string;
  twiceToStandardOutput: string;
  needsConflictsFile: string;
  needsRemoved: string;
  needsNames(path: string): string;
  differentDelimiters(path: string, delimiter: string, firstPath: string, firstDelimiter: string): string;
  /** `names`: of the column in the file and in the first one; null where it has none. */
  differentColumns(path: string, firstPath: string, column: number, names: (string | null)[]): string;
  differentEncodings(path: string, encoding: string, firstPath: string, firstEncoding: string): string;

  title(paths: string[], output: string): string;
  kept(kept: string, records: string): string;
  nothingRemoved(records: string): string;
  removedRepeated(count: string): string;
  removedConflicting(count: string): string;
  separated(count: string): string;
  skipped(count: string): string;
  /** Conflicts that stand in the output. */
  conflictsLeft(facts: { by: DedupBy; codes: string; records: string }): string;
  byRows: string;
  more(count: string): string;
  noName: string;
  whatToDo: string;
  removedTo(path: string): string;
  conflictsTo(path: string): string;
  converted: string;
  elapsed(seconds: string): string;
}

export function dedupMessagesFor(lang: 'zh' | 'en'): DedupMessages {
  return lang === 'zh' ? dedupZh : dedupEn;
}
