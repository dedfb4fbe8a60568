import type { RateDefinition } from '../../check/report.ts';
import type { IssueCode, NoteCode } from '../../code/verdict.ts';
import { reportEn } from './en.ts';
import { reportZh } from './zh.ts';

/** Facts of the verdict line, numbers already written out. */
export interface VerdictFacts {
  rate: string;
  /** `0.01%`. */
  target: string;
  /** Whether the target is 0. */
  isZero: boolean;
  numerator: string;
  denominator: string;
  allowed: string;
  excess: string;
  definition: string;
}

/** Counts of duplicates, written out. */
export interface DuplicateFacts {
  codes: string;
  records: string;
  excess: string;
}

/** The text of a report. */
export interface ReportMessages {
  met(facts: VerdictFacts): string;
  missed(facts: VerdictFacts): string;
  /** No codes at all: nothing to judge. */
  noCodes: string;
  /** The verdict of the plans that were named: all of them met, or the ones that were missed. */
  assessed(met: boolean, titles: string): string;
  metDetail(facts: VerdictFacts): string;
  missedDetail(facts: VerdictFacts): string;
  /** Stands before either detail when plans decide, not the target. */
  besideTarget(target: string): string;

  files: string;
  records: string;
  recordsIn(count: string): string;
  codesIn(column: string): string;
  namesIn(column: string): string;
  noNameColumn: string;
  unitsIn(column: string): string;
  noUnitColumn: string;
  delimiters: Record<string, string>;
  blankRows: string;

  duplicates: string;
  duplicateCounts(facts: DuplicateFacts): string;
  none: string;
  conflicting: string;
  repeated: string;
  kindUnknown: string;

  rates(target: string): string;
  definitions: Record<RateDefinition, string>;
  within: string;
  beyond: string;
  allAgree(met: boolean): string;
  disagree(within: string, beyond: string, judge: string): string;

  issues: string;
  issueTitles: Record<IssueCode, string>;
  issueAdvice: Record<IssueCode, string>;
  notes: string;
  noteTitles: Record<NoteCode, string>;

  byUnit: string;
  byAuthority: string;
  byRegion: string;
  groupHeadings: { code: string; name: string; records: string; problems: string; rate: string; conversion: string };
  undecided: string;
  unlisted: string;
  emptyCell: string;
  moreGroups(count: string): string;

  examples: string;
  suggestion(code: string): string;
  duplicateExample(code: string, kind: 'conflicting' | 'repeated' | null): string;
  /** Said when there are more examples than shown and no folder holds the rest. */
  outHint: string;

  warnings: string;
  moreWarnings(count: string): string;
  written(folder: string): string;
  outFiles: Record<'report.html' | 'lists.xlsx' | 'summary.json' | 'findings.csv' | 'duplicates.csv', string>;
  elapsed(seconds: string): string;
  list(items: string[]): string;
  quote(text: string): string;
}

export function reportMessagesFor(lang: 'zh' | 'en'): ReportMessages {
  return lang === 'zh' ? reportZh : reportEn;
}
