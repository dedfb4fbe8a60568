import type { RunOptions } from '../engine/options.ts';
import type { Suspect } from '../suspects/suspect.ts';
import type { ReadOptions } from '../tables/input.ts';
import type { AssessmentRule } from './assess/assessments.ts';
import type { Target } from './assess/target.ts';
import type { DuplicateRecord, Finding } from './findings/finding.ts';
import type { RateDefinition } from './report.ts';

/** By what a check judges. */
export interface AssessOptions {
  /** Default: below 0.01%. */
  target?: Target;
  /** Default: `literal`. */
  definition?: RateDefinition;
  /** Names of assessments that come first; for the command they decide the exit code. */
  assess?: string[];
  /** Assessments beside the built-in ones. */
  assessments?: AssessmentRule[];
  /** `reference` reads with csv-parse and judges every cell in plain TypeScript: slow, for cross-checking. */
  scanner?: 'kernel' | 'reference';
}

/** What a check hands out beside its report. */
export interface OutputOptions {
  /**
   * Told once, before the first finding, what findings number: each table that is checked, as the report names it, and the sheet that
   * it is of a workbook, or null.
   */
  onFiles?(paths: string[], sheets: (string | null)[]): void;
  /** How many findings and duplicates are handed over: none (default), a handful, or every one, in file order. */
  findings?: 'none' | 'examples' | 'all';
  /** Whether findings include notes other than `authority-category`. */
  notes?: boolean;
  onFindings?(batch: Finding[]): void | Promise<void>;
  /** Most duplicates that are handed over of each kind, conflicting and others: the first ones. Default: all. */
  duplicateGroups?: number;
  /** Records of one duplicate follow one another, those of a very large one over several batches. */
  onDuplicates?(batch: DuplicateRecord[]): void | Promise<void>;
  /** Takes every record as it is written with its verdict added, as a table in CSV, part by part; bytes are only lent. */
  onAnnotated?(bytes: Uint8Array, written: AnnotatedTable): void | Promise<void>;
  /**
   * Takes the same as a Parquet file, part by part; bytes are only lent. Every column is text; names that are empty or there twice are
   * made unique, and cells beyond the header's stand in a column `more_cells`, as CSV.
   */
  onAnnotatedParquet?(bytes: Uint8Array): void | Promise<void>;
  /** Whether to look for suspected duplicates too: one entity under several codes. Counted apart, never in a rate. */
  suspect?: boolean;
  onSuspects?(batch: Suspect[]): void | Promise<void>;
}

/** How the table of `onAnnotated` is written. */
export interface AnnotatedTable {
  encoding: 'utf-8' | 'gb18030';
  delimiter: string;
  /** Whether the first record is the header. */
  hasHeader: boolean;
  /** Columns before those that are added. */
  columnCount: number;
}

/** Whether the rate by assignments is counted: it takes another pass over the tables. */
export function wantsAssignments(options: AssignmentOptions): boolean {
  const { suspect, definition, assessments = [] } = options;
  return suspect === true || [definition, ...assessments.map((rule) => rule.definition)].includes('assignment');
}

type AssignmentOptions = Pick<CheckOptions, 'suspect' | 'definition' | 'assessments'>;

/** What a caller may ask of a check: how tables are read, how the run is done, by what is judged, and what is handed out. */
export interface CheckOptions extends ReadOptions, RunOptions, AssessOptions, OutputOptions {}
