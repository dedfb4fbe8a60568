import type { RateDefinition } from '../check/report.ts';
import type { Failure } from '../code/error.ts';
import type { Language } from '../messages/voice.ts';
import type { WarningFacts } from '../messages/warning/index.ts';
import type { CheckOutcome, Reading, TableView } from './protocol.ts';

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

/** Everything that is shown. */
export interface PageState {
  lang: Language;
  tab: 'files' | 'codes';
  phase: Phase;
  files: ChosenFile[];
  target: string;
  definition: RateDefinition;
  /** What was said last under the list of files. */
  remark: string | null;
  codes: string;
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
  say(text: string): void;
}
