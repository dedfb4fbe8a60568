import type { Face, Language } from '../messages/voice.ts';
import type { Suspect } from '../suspects/suspect.ts';
import type { AssessmentRule } from './assess/assessments.ts';
import type { Target } from './assess/target.ts';
import type { DuplicateRecord, Finding } from './findings/finding.ts';
import type { RateDefinition } from './report.ts';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** How far a run is. `doneBytes` of `totalBytes` belong to the stage named. */
export interface Progress {
  stage: 'spool' | 'registry' | 'scan' | 'group' | 'duplicates' | 'suspects' | 'compare' | 'write';
  doneBytes: number;
  totalBytes: number;
  records: number;
}

export interface CheckOptions {
  /** Column of the codes: a header name, or a number from 1. Found by header spelling, then by content, when absent. */
  codeColumn?: number | string;
  /** Column of the entity names. Without one, duplicates are neither conflicting nor repeated. */
  nameColumn?: number | string;
  /**
   * Column of the units responsible: a header name, a number from 1, or `auto` to find it by header spelling. With one, the
   * report has `byUnit`, and findings and duplicates their `unit`.
   */
  unitColumn?: number | string;
  encoding?: Encoding | 'auto';
  /** One ASCII character; detected when absent. */
  delimiter?: string;
  /** Whether the first record is a header; detected when absent. */
  header?: boolean;
  /** Sheet of workbooks to read: its name, or its number from 1. All that are not hidden, when absent. */
  sheet?: number | string;
  /** How many bytes compressed files may unpack to, all together. Default 64 GiB, and 250 times their size. */
  maxExpandBytes?: number;
  /** Folder in which the run makes its own for temporary files. Default: the system's. */
  tempDir?: string;
  /** Default: below 0.01%. */
  target?: Target;
  definition?: RateDefinition;
  /** Names of assessments that come first; for the command they decide the exit code. */
  assess?: string[];
  /** Assessments beside the built-in ones. */
  assessments?: AssessmentRule[];
  /** Threads; default: one per core. */
  workers?: number;
  /** Memory for keys; beyond it they go to the temporary folder. Default: half of what is free, at most 4 GiB. */
  memoryBytes?: number;
  /** Whether findings include notes other than `authority-category`. */
  notes?: boolean;
  lang?: Language;
  /** Whose names for options the texts use: the library's (default), the command's flags, or the page's controls. */
  face?: Face;
  /** `reference` reads with csv-parse and validates every cell in plain TypeScript: slow, for cross-checking. */
  scanner?: 'kernel' | 'reference';
  signal?: AbortSignal;
  onProgress?(progress: Progress): void;
  /**
   * Told once, before the first finding, what findings number: each table that is checked, as the report names it, and the sheet that
   * it is of a workbook, or null.
   */
  onFiles?(paths: string[], sheets: (string | null)[]): void;
  /** How many findings and duplicates are handed over: none (default), a handful, or every one, in file order. */
  findings?: 'none' | 'examples' | 'all';
  onFindings?(batch: Finding[]): void | Promise<void>;
  /** Whether to look for suspected duplicates too: one entity under several codes. Counted apart, never in a rate. */
  suspect?: boolean;
  onSuspects?(batch: Suspect[]): void | Promise<void>;
  /** Most duplicates that are handed over of each kind, conflicting and others: the first ones. Default: all. */
  duplicateGroups?: number;
  /** Records of one duplicate follow one another, those of a very large one over several batches. */
  onDuplicates?(batch: DuplicateRecord[]): void | Promise<void>;
}
