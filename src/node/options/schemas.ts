import type { CheckOptions } from '../../check/options.ts';
import { RATE_DEFINITIONS } from '../../check/rates.ts';
import type { DedupOptions } from '../../clean/dedup/dedup-report.ts';
import type { DiffOptions } from '../../clean/diff/diff-report.ts';
import type { FixOptions } from '../../clean/fix/fix-report.ts';
import type { MatchOptions } from '../../clean/match/match-report.ts';
import type { ScanOptions } from '../../engine/options.ts';
import type { LicenceOptions } from '../../licences/options.ts';
import type { Ledger, OpenLedgerOptions } from '../ledger/ledger-calls.ts';
import type { EngineOptions } from '../warehouse/open-tables.ts';
import {
  ANY_TEXT,
  BOOLEAN,
  BYTES,
  COLUMN,
  COLUMNS,
  COUNT,
  choice,
  DATE,
  DELIMITER,
  ENCODING,
  FLAGS,
  HANDLER,
  KEEP_RULE,
  type Kind,
  LICENCE_RULES,
  MOMENT,
  OBJECT,
  PERIOD,
  RULES,
  SECONDS,
  SHEET,
  SIGNAL,
  TARGET,
  TEXT,
  TEXTS,
  TEXTS_OR_ONE,
  WORKERS,
} from './kinds.ts';

/** The options of a function, by name. */
export type Schema = Readonly<Record<string, Kind>>;

const RUN = {
  lang: choice('zh', 'en'),
  face: choice('library', 'command', 'page'),
  workers: WORKERS,
  memoryBytes: BYTES,
  maxExpandBytes: BYTES,
  tempDir: TEXT,
  signal: SIGNAL,
  onProgress: HANDLER,
  onWorkbook: HANDLER,
} satisfies Schema;

const READ = {
  nameColumn: COLUMN,
  encoding: ENCODING,
  delimiter: DELIMITER,
  records: TEXT,
  isEscaped: BOOLEAN,
  skipDamaged: BOOLEAN,
  header: BOOLEAN,
  sheet: SHEET,
} satisfies Schema;

const READ_CODE = { ...READ, codeColumn: COLUMN } satisfies Schema;

const JUDGE = {
  target: TARGET,
  definition: choice(...RATE_DEFINITIONS),
  assess: TEXTS,
  assessments: RULES,
} satisfies Schema;

/** Tables in an engine. */
const ENGINE = {
  table: TEXTS_OR_ONE,
  where: TEXT,
  key: TEXT,
  password: ANY_TEXT,
  queryTimeout: SECONDS,
} satisfies Schema;

const VERDICTS = { ...READ_CODE, ...RUN, ...JUDGE, ...ENGINE, unitColumn: COLUMN, onFiles: HANDLER } satisfies Schema;

/** What a check hands over beside its report. */
const LISTS = {
  scanner: choice('kernel', 'reference'),
  findings: choice('none', 'examples', 'all'),
  notes: BOOLEAN,
  onFindings: HANDLER,
  onAnnotated: HANDLER,
  onAnnotatedParquet: HANDLER,
  duplicateGroups: COUNT,
  onDuplicates: HANDLER,
  suspect: BOOLEAN,
  onSuspects: HANDLER,
} satisfies Schema;

const CHECK = { ...VERDICTS, ...LISTS } satisfies Schema;

/** What every call of a ledger that writes takes. */
const WRITE = { asOf: MOMENT, dryRun: BOOLEAN } satisfies Schema;

/** The options of a ledger's call: its argument at a place. */
type OptionsOf<Call extends keyof Ledger, At extends number> = Ledger[Call] extends (
  ...args: infer Arguments
) => unknown
  ? NonNullable<Arguments[At]>
  : never;

/** One entry a function that the library offers. */
export const SCHEMAS = {
  checkRegistry: CHECK,
  readVerdicts: VERDICTS,
  fixRegistry: {
    ...READ_CODE,
    ...RUN,
    from: TEXTS,
    registryCodeColumn: COLUMN,
    registryNameColumn: COLUMN,
    registrationColumn: COLUMN,
    legacyColumn: COLUMN,
    withoutNames: BOOLEAN,
    onBytes: HANDLER,
    onChanges: HANDLER,
  },
  dedupRegistry: {
    ...READ_CODE,
    ...RUN,
    by: choice('code', 'organization', 'code+name'),
    keep: KEEP_RULE,
    conflicts: choice('keep', 'drop', 'separate'),
    onKept: HANDLER,
    onRemoved: HANDLER,
    onConflicts: HANDLER,
    onRows: HANDLER,
  },
  matchRegistry: {
    ...READ,
    ...RUN,
    codeColumns: COLUMNS,
    registryCodeColumn: COLUMN,
    registryNameColumn: COLUMN,
    all: BOOLEAN,
    onRows: HANDLER,
    onLines: HANDLER,
  },
  diffRegistries: {
    unitColumn: COLUMN,
    ...READ_CODE,
    ...RUN,
    ...JUDGE,
    lists: choice('all', 'examples'),
    onProblems: HANDLER,
    onCodes: HANDLER,
  },
  judgeLicences: {
    ...READ_CODE,
    ...RUN,
    rules: LICENCE_RULES,
    against: TEXTS,
    registryCodeColumn: COLUMN,
    registryNameColumn: COLUMN,
    onFiles: HANDLER,
    findings: choice('none', 'examples', 'all'),
    notes: BOOLEAN,
    onFindings: HANDLER,
  },
  withRegistry: { ...READ_CODE, ...RUN },
  openLedger: { creates: BOOLEAN, dryRun: BOOLEAN, lang: RUN.lang },
  'ledger.record': { ...CHECK, period: PERIOD, agree: HANDLER, asOf: MOMENT },
  'ledger.recordLicences': {
    ...READ_CODE,
    ...RUN,
    rules: LICENCE_RULES,
    period: PERIOD,
    agree: HANDLER,
    asOf: MOMENT,
  },
  'ledger.feedback': { ...WRITE, due: DATE, lang: RUN.lang },
  'ledger.send': {
    ...WRITE,
    out: TEXT,
    due: DATE,
    unit: TEXT,
    licences: BOOLEAN,
    template: TEXT,
    contact: ANY_TEXT,
    period: ANY_TEXT,
    lang: RUN.lang,
  },
  'ledger.collect': { ...WRITE, registry: TEXTS, registryOptions: OBJECT, flags: FLAGS, lang: RUN.lang },
  'ledger.submit': {
    ...WRITE,
    output: TEXT,
    flags: FLAGS,
    template: TEXT,
    registry: TEXTS,
    registryOptions: OBJECT,
    again: BOOLEAN,
    organization: ANY_TEXT,
    period: ANY_TEXT,
    contact: ANY_TEXT,
    lang: RUN.lang,
  },
  'ledger.status': { period: PERIOD, asOf: MOMENT, rules: RULES, lang: RUN.lang },
  'ledger.exempt': { ...WRITE, lang: RUN.lang },
  'ledger.merge': { ...WRITE, lang: RUN.lang },
  inspectTables: { ...READ_CODE, ...RUN, unitColumn: COLUMN },
} as const satisfies {
  // An option that has no line here does not compile.
  checkRegistry: Record<keyof (CheckOptions & EngineOptions), Kind>;
  readVerdicts: Record<Exclude<keyof (CheckOptions & EngineOptions), keyof typeof LISTS>, Kind>;
  fixRegistry: Record<keyof FixOptions, Kind>;
  dedupRegistry: Record<keyof DedupOptions, Kind>;
  matchRegistry: Record<keyof MatchOptions, Kind>;
  diffRegistries: Record<keyof DiffOptions, Kind>;
  judgeLicences: Record<Exclude<keyof LicenceOptions, 'unitColumn'>, Kind>;
  withRegistry: Record<Exclude<keyof ScanOptions, 'unitColumn'>, Kind>;
  openLedger: Record<keyof OpenLedgerOptions, Kind>;
  'ledger.record': Record<keyof OptionsOf<'record', 1>, Kind>;
  'ledger.recordLicences': Record<Exclude<keyof OptionsOf<'recordLicences', 1>, 'unitColumn'>, Kind>;
  'ledger.feedback': Record<keyof OptionsOf<'feedback', 1> | 'lang', Kind>;
  'ledger.send': Record<keyof OptionsOf<'send', 0>, Kind>;
  'ledger.collect': Record<keyof OptionsOf<'collect', 1> | 'lang', Kind>;
  'ledger.submit': Record<keyof OptionsOf<'submit', 0>, Kind>;
  'ledger.status': Record<keyof OptionsOf<'status', 0> | 'lang', Kind>;
  'ledger.exempt': Record<keyof OptionsOf<'exempt', 2> | 'lang', Kind>;
  'ledger.merge': Record<keyof OptionsOf<'merge', 1> | 'lang', Kind>;
  inspectTables: Record<keyof ScanOptions, Kind>;
};

export type Checked = keyof typeof SCHEMAS;
