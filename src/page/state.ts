import type { RateDefinition } from '../check/report.ts';
import type { Failure } from '../code/error.ts';
import type { Language } from '../messages/voice.ts';
import type { WarningFacts } from '../messages/warning/index.ts';
import type { About } from '../report/about.ts';
import type { CheckOutcome, MonthOutcome, MonthWork, Reading, TableView } from './protocol.ts';
import type { RegistryFacts } from './registry/ask.ts';

/** A table on its way to be checked. */
export interface ChosenTable {
  view: TableView;
  /** What the person has changed. */
  reading: Reading;
}

/** A file as it was chosen. */
export interface ChosenFile {
  name: string;
  blob: File;
  tables: ChosenTable[];
  /** What was passed over when it was opened. */
  warnings: WarningFacts[];
  /** Why it could not be opened. */
  failure: Failure | null;
}

export type Phase =
  | { kind: 'choose' }
  | { kind: 'opening'; name: string }
  | { kind: 'running' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'done'; outcome: CheckOutcome; madeAt: Date };

/** Tabs that work on the files of a month. */
export type MonthTab = 'compare' | 'clean' | 'match' | 'licences';
export const TABS = ['files', 'compare', 'clean', 'match', 'licences', 'codes'] as const;
export type Tab = (typeof TABS)[number];

/** The files of such a tab, and what came of them. */
export interface MonthState {
  old: File[];
  now: File[];
  work: MonthWork;
  isRunning: boolean;
  outcome: MonthOutcome | null;
  madeAt: Date | null;
  failure: Failure | null;
}

/** The registry that the window was opened for. All of it is gone when the window is closed. */
export interface RegistryState {
  address: string;
  token: string;
  /** By code, as it was written. */
  answers: Map<string, RegistryFacts>;
}

/** Everything that is shown. */
export interface PageState {
  lang: Language;
  tab: Tab;
  phase: Phase;
  files: ChosenFile[];
  target: string;
  definition: RateDefinition;
  /** The assessment that decides; empty: none does. */
  assess: string;
  suspect: boolean;
  notes: boolean;
  /** What goes into the head of the report and into what is sent out. */
  about: About;
  months: Record<MonthTab, MonthState>;
  /** What was said last under the list of files. */
  remark: string | null;
  codes: string;
  /** Null: the window connects to nothing. With one it takes no files. */
  registry: RegistryState | null;
}

/** What is shown first. */
export function createState(lang: Language, registry: string | null): PageState {
  return {
    lang,
    tab: registry === null ? 'files' : 'codes',
    phase: { kind: 'choose' },
    files: [],
    target: '0.01%',
    definition: 'literal',
    assess: '',
    suspect: false,
    notes: false,
    about: {},
    months: {
      compare: startMonth('compare'),
      clean: startMonth('fix'),
      match: startMonth('match'),
      licences: startMonth('licences'),
    },
    remark: null,
    codes: '',
    registry: registry === null ? null : { address: registry, token: '', answers: new Map() },
  };
}

function startMonth(work: MonthWork): MonthState {
  return { old: [], now: [], work, isRunning: false, outcome: null, madeAt: null, failure: null };
}

/** What a person can do. */
export interface Actions {
  addFiles(files: File[]): void;
  removeTable(file: ChosenFile, table: ChosenTable | null): void;
  read(table: ChosenTable, reading: Reading): void;
  start(): void;
  cancel(): void;
  goBack(): void;
  startAnew(): void;
  setTarget(target: string): void;
  setDefinition(definition: RateDefinition): void;
  setAssess(name: string): void;
  setAbout(about: About): void;
  setLists(lists: { suspect?: boolean; notes?: boolean }): void;
  /** Reads every other table by the columns of this one, where it has columns of the same names. */
  applyColumns(table: ChosenTable): void;
  setSide(tab: MonthTab, side: 'old' | 'now', files: File[]): void;
  setWork(tab: MonthTab, work: MonthWork): void;
  work(tab: MonthTab, work: MonthWork): void;
  say(text: string): void;
}
