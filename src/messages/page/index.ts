import type { RateDefinition } from '../../check/report.ts';
import type { Progress } from '../../engine/options.ts';
import { pageEn } from './en.ts';
import { pageZh } from './zh.ts';

/** What the page says beside the report itself. Counts and sizes come written out. */
type FormName = 'report.html' | 'workbook.xlsx' | 'findings.csv' | 'duplicates.csv' | 'summary.json';

export interface PageMessages {
  locale: string;
  title: string;
  subtitle: string;
  /** Names the other language, in it. */
  otherLanguage: string;
  privacy: string;
  tabs: { files: string; codes: string };

  choose: {
    heading: string;
    drop: string;
    button: string;
    more: string;
    dropHere: string;
    kinds: string;
    limit(bytes: string, records: string): string;
    steps: string[];
  };
  opening(file: string): string;
  sameFile(file: string): string;

  table: {
    heading(count: number): string;
    facts(bytes: string, records: string): string;
    code: string;
    name: string;
    unit: string;
    noUnits: string;
    chosenUnit: string;
    encoding: string;
    delimiter: string;
    header: string;
    hasHeader: string;
    noHeader: string;
    none: string;
    pick: string;
    automatic(value: string): string;
    preview: string;
    titles(count: string): string;
    leftOut: string;
    remove(path: string): string;
    removeShort: string;
    delimiters: Record<string, string>;
    chosenCode: string;
    chosenName: string;
  };
  tooLarge(facts: { file: string; records: string; limit: string; most: string }): string;

  settings: {
    heading: string;
    target: string;
    badTarget: string;
    definition: string;
    definitions: Record<RateDefinition, string>;
  };
  start: string;
  cannotStart: string;

  stages: Record<Progress['stage'], string>;
  running: string;
  done(share: string): string;
  speed(records: string, bytes: string): string;
  read(done: string, total: string): string;
  cancel: string;
  cancelled: string;
  finished(verdict: string): string;

  failed: string;
  internal: string;
  back: string;
  again: string;

  result: {
    heading: string;
    view: string;
    downloads: string;
    preparing: string;
    forms: Record<FormName, string>;
    /** Names of the files. */
    fileNames: Record<FormName, string>;
    print: string;
    anew: string;
    elapsed(records: string, seconds: string): string;
    ready(file: string): string;
    notWritten(file: string): string;
  };

  codes: {
    heading: string;
    lead: string;
    label: string;
    placeholder: string;
    clear: string;
    tally(total: string, conforming: string): string;
    more(count: string): string;
    suggestions: string;
    notes: string;
    unknown: string;
    copy: string;
    copied: string;
    results: string;
    onlyProblems: string;
  };

  footer(version: string): string;
}

export function pageMessagesFor(lang: 'zh' | 'en'): PageMessages {
  return lang === 'zh' ? pageZh : pageEn;
}
