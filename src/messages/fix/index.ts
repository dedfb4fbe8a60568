import { fixEn } from './en.ts';
import { fixZh } from './zh.ts';

/** Why a cell was written anew. */
export type FixReasonCode =
  | 'white-space'
  | 'invisible'
  | 'full-width'
  | 'lower-case'
  | 'quotes'
  | 'brackets'
  | 'dashes'
  | 'punctuation'
  | 'organization-code'
  | 'taxpayer-number'
  | 'registration-number'
  | 'repair';

/** What `uscc fix` says. */
export interface FixMessages {
  help: Record<'usage' | 'summary' | 'file' | 'footer', string>;
  needsOutput: string;
  twiceToStandardOutput: string;
  /** One file at a time: a workbook of several sheets, an archive of several tables. */
  severalTables(paths: string[]): string;

  title(path: string, output: string | null): string;
  changed(count: string, records: string): string;
  wouldChange(count: string, records: string): string;
  nothingToChange(records: string): string;
  reasons: Record<FixReasonCode, string>;
  /** The sentence of the log. */
  why(reasons: string[]): string;
  /** The same of a code that comes from a registry. */
  whyFilled(reasons: string[], place: string, name: string): string;
  left(facts: { erroneous: string; unconverted: string; missing: string }): string;
  nothingLeft: string;
  skipped(count: string): string;
  heldBack(count: string): string;
  converted: string;
  logged(path: string): string;
  elapsed(seconds: string): string;
}

export function fixMessagesFor(lang: 'zh' | 'en'): FixMessages {
  return lang === 'zh' ? fixZh : fixEn;
}
