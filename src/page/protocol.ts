import type { Inspection } from '../check/inspect/inspection.ts';
import type { RateDefinition, Report } from '../check/report.ts';
import type { DiffTable } from '../clean/diff/diff-tables.ts';
import type { Failure } from '../code/error.ts';
import type { Progress } from '../engine/options.ts';
import type { Language } from '../messages/voice.ts';
import type { WarningFacts } from '../messages/warning/index.ts';
import type { About } from '../report/about.ts';
import type { ReportView } from '../report/html/view.ts';
import type { Input } from '../tables/input.ts';

/*
 *   page ── Call ──▶ engine worker ── Task ──▶ pool workers, made by the engine worker
 *        ◀─ Answer ─┤              ◀── result ─┘
 *        ◀─ Event ──┘
 */

/** A text in both languages, so that switching needs no new run. */
export type InBoth<Value> = Record<Language, Value>;

/** How a table is read, where the person has chosen. */
export type Reading = NonNullable<Input['reading']>;

/** One table as it was found to be written: what a person looks at before the check. */
export interface TableView {
  id: number;
  bytes: number;
  /** One of several sheets: left out when it has no codes. */
  isOneOfSeveral: boolean;
  /** What `uscc inspect` says of it; of a large one only its beginning was looked at, and `records` is null. */
  inspection: Omit<Inspection, 'nothing'>;
  /** Records, counted or by the size of the first. */
  estimatedRecords: number;
  /** Choosing a column may help. */
  needsColumn: boolean;
}

/** A column in a part that can be chosen, as `--code-column` and the like take it; none where it was not found. */
export function findRole({ inspection }: TableView, role: 'code' | 'name' | 'unit'): number | undefined {
  return inspection.columns.find((column) => column.role === role)?.number;
}

/** A sheet without codes among others: passed over, unless a person names its column. */
export function isLeftOut(view: TableView): boolean {
  const { isOneOfSeveral, needsColumn } = view;
  return isOneOfSeveral && needsColumn && findRole(view, 'code') === undefined;
}

export interface OpenedFile {
  tables: TableView[];
  /** What was passed over on the way. */
  warnings: WarningFacts[];
}

export interface CheckRequest {
  tables: { id: number; reading: Reading }[];
  /** What was passed over when the files were opened. */
  warnings: WarningFacts[];
  target: string;
  definition: RateDefinition;
  /** Whether to look for one entity under several codes, and to list notes. */
  suspect: boolean;
  notes: boolean;
}

export interface CheckOutcome {
  reports: InBoth<Report>;
  /** Paths, in the order that findings number them. */
  files: string[];
  /** Findings for the table, as JSON of `PackedFinding[]`: what a page can hold of them. */
  rows: string;
  gathered: Pick<ReportView, 'duplicates' | 'suspects' | 'positions' | 'findings'>;
}

/** What can be done with the files of a month beside the check. */
export type MonthWork = 'compare' | 'fix' | 'dedup' | 'match' | 'licences';

export interface MonthRequest {
  work: MonthWork;
  /** The old month, or the registry to compare with; none where only one side is asked for. */
  old: File[];
  /** The new month, or the tables to work on. */
  now: File[];
  lang: Language;
}

/** What came of it, in the language that was asked for. */
export interface MonthOutcome {
  lines: string[];
  tables: DiffTable[];
  warnings: string[];
  files: { name: string; blob: Blob }[];
}

/** Files made of a finished check. */
export const formNames = [
  'report.html',
  'marked.xlsx',
  'sent.zip',
  'workbook.xlsx',
  'lists.xlsx',
  'findings.csv',
  'duplicates.csv',
  'suspects.csv',
  'summary.json',
] as const;
export type FormName = (typeof formNames)[number];

/** How a finished check is looked at. */
export interface Lens {
  lang: Language;
  target: string;
  definition: RateDefinition;
  assess: string;
  about: About;
}

/** What the engine does when asked. Each may fail with a {@link Failure}. */
export interface Engine {
  open(file: Blob, name: string): Promise<OpenedFile>;
  survey(table: number, reading: Reading): Promise<TableView>;
  /** Forgets tables. */
  drop(tables: number[]): Promise<void>;
  check(request: CheckRequest): Promise<CheckOutcome>;
  /** Compares, puts right or matches files. */
  work(request: MonthRequest): Promise<MonthOutcome>;
  /** Ends `open`, `check` or `work`, which fail with code `aborted`. */
  cancel(): Promise<void>;
  /** Writes a form of the last check. */
  write(form: FormName, lens: Lens): Promise<Blob>;
}

export type CallName = keyof Engine;

export interface Call {
  id: number;
  name: CallName;
  args: unknown[];
}

export type Answer = { id: number; value: unknown } | { id: number; failure: Failure };

/** What comes unasked. */
export interface EngineEvent {
  event: 'progress';
  progress: Progress;
}

/** The first message to a worker: what it is to be. `script` is the text that workers are made of. */
export type Role = { role: 'engine'; script: string } | { role: 'pool' };
