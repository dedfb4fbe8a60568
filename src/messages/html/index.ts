import type { Partition } from '../../code/verdict.ts';
import { htmlEn } from './en.ts';
import { htmlZh } from './zh.ts';

/** Facts of a sentence; numbers already written out. */
export type Facts<Name extends string> = Record<Name, string>;

/** What the report as a page says beyond the words that every report shares. */
export interface HtmlMessages {
  /** BCP 47, for `<html lang>`. */
  locale: string;
  title: string;
  made: string;
  skip: string;

  met: string;
  missed: string;
  nothing: string;
  rate: string;
  target(value: string, isZero: boolean): string;
  problems: string;
  codes: string;
  allowed: string;
  excess: string;
  counts: string;
  records: string;
  duplicateRecords: string;
  partitionHints: Record<Partition, string>;

  warnings: string;
  causes: string;
  causesLead: string;
  causeScope: Record<'region' | 'file' | 'authority' | 'unit', string>;
  ofTotal(facts: Facts<'count' | 'total'>): string;

  rates: string;
  rateHeadings: Record<'definition' | 'numerator' | 'denominator' | 'rate' | 'verdict', string>;
  judges: string;

  comma: string;
  source(text: string): string;

  issues: string;
  issueHeadings: Record<'issue' | 'partition' | 'count' | 'share', string>;
  noIssues: string;

  byUnit: string;
  unitHeading: string;
  conversion: string;
  emptyUnit: string;
  moreRows(count: string): string;
  noProblems: string;
  authorities: Record<string, string>;

  provinces: string;
  provincesLead: string;
  provinceScale: [none: string, below: string, tens: string, hundreds: string, beyond: string];
  provinceFacts(facts: Facts<'name' | 'problems' | 'codes' | 'rate'>): string;
  noRecords(name: string): string;
  national: string;

  positions: string;
  positionsLead: string;
  positionCount(position: string, count: string): string;
  positionParts: [authority: string, category: string, region: string, organization: string, check: string];

  duplicates: string;
  conflictingGroups: string;
  conflictingLead: string;
  otherGroups: string;
  moreGroups(count: string): string;
  moreRecords(count: string): string;
  noName: string;

  findings: string;
  findingsLead: string;
  noFindings: string;
  /** There are more than the page holds. */
  findingsCut(facts: Facts<'kept' | 'total'>): string;
  needsScript: string;

  files: string;
  fileHeadings: Record<'path' | 'records' | 'size' | 'encoding' | 'code' | 'name' | 'unit', string>;
  noColumn: string;
  method: string;

  table: TableMessages;
}

/** Words of the table of findings. */
export interface TableMessages {
  caption: string;
  columns: Record<'place' | 'issue' | 'code' | 'suggestion' | 'name' | 'authority' | 'region' | 'unit', string>;
  search: string;
  searchHint: string;
  all: string;
  filters: Record<'issue' | 'severity' | 'authority' | 'unit' | 'region' | 'file', string>;
  severities: Record<'error' | 'warning' | 'info', string>;
  reset: string;
  shown(shown: string, total: string): string;
  none: string;
  download: string;
  copy: string;
  copied(count: string): string;
  copyFailed: string;
  fileName: string;
  noSuggestion: string;
  details: string;
  detailsHint: string;
  close: string;
  sortBy(column: string): string;
  printed(facts: Facts<'printed' | 'total'>): string;
}

export function htmlMessagesFor(lang: 'zh' | 'en'): HtmlMessages {
  return lang === 'zh' ? htmlZh : htmlEn;
}
