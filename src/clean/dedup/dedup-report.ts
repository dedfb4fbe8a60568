import type { DuplicateCounts, Report } from '../../check/report.ts';
import type { RunOptions } from '../../engine/options.ts';
import type { Warning } from '../../messages/warning/index.ts';
import type { ReadOptions } from '../../tables/input.ts';
import type { TableHandlers } from '../table-output.ts';

/** What makes two records one: their code; their organization code; their code and their name. */
export type DedupBy = 'code' | 'organization' | 'code+name';

/** Which record of several stays. Dates that are absent or cannot be read lose; of equals the first stays. */
export type KeepRule =
  | { rule: 'first' | 'last' | 'most-complete' }
  | { rule: 'newest' | 'oldest'; column: number | string };

/** What becomes of records with one code and different names: all stay; the best stays; they go to a file of their own. */
export type ConflictRule = 'keep' | 'drop' | 'separate';

/** What a caller may ask of a deduplication. Bytes handed over are only lent. */
export interface DedupOptions extends Omit<ReadOptions, 'unitColumn'>, RunOptions, TableHandlers {
  /** Default: `code`. */
  by?: DedupBy;
  /** Default: the first. */
  keep?: KeepRule;
  /** Default: `keep`. */
  conflicts?: ConflictRule;
  /** Told of every row that does not stay, in order. */
  onRows?(rows: RowThatGoes[]): void | Promise<void>;
}

/** A row that is left out: a repetition, the loser of a conflict, or one that goes to a file of its own. */
export interface RowThatGoes {
  /** Index into `files`. */
  file: number;
  row: number;
  line: number;
  why: 'repeated' | 'conflicting' | 'separated';
  /** The record that stays; null: none does. */
  kept: { file: number; row: number; line: number } | null;
  /** Resident ID numbers are masked. */
  code: string;
  name: string;
}

/** One record of a conflicting duplicate. Resident ID numbers are masked. */
export interface ConflictExample {
  /** Number of the duplicate, from 1, in order of first appearance. */
  group: number;
  code: string;
  name: string;
  /** Index into `files`. */
  file: number;
  row: number;
  line: number;
}

/** What `uscc dedup` did. */
export interface DedupReport {
  schema: 'uscc-dedup/1';
  files: Pick<
    Report['files'][number],
    'path' | 'sheet' | 'bytes' | 'encoding' | 'delimiter' | 'codeColumn' | 'nameColumn' | 'records'
  >[];
  by: DedupBy;
  keep: KeepRule;
  conflicts: ConflictRule;
  /** A file was no plain text, and came out as CSV in UTF-8. */
  converted: boolean;
  records: number;
  blankRows: number;
  /** Records of the input that stand in the output. */
  kept: number;
  /** Records left out as repetitions, and as the losers of conflicts (`drop`). */
  removed: { repeated: number; conflicting: number };
  /** Records of conflicts that went to a file of their own (`separate`). */
  separated: number;
  /** Repetitions left in place: next to a quote that never closes, without them the ends of other records would move. */
  skipped: number;
  /** Duplicates of the input, under `by`. */
  duplicates: DuplicateCounts & { conflicting: DuplicateCounts; repeated: DuplicateCounts };
  /** A few records of conflicts. */
  examples: ConflictExample[];
  warnings: Warning[];
  elapsedSeconds: number;
}
