import type { WrittenForm } from '../code/written-form.ts';
import type { CheckOptions, Encoding } from '../registry/options.ts';
import type { PartitionCounts, Warning } from '../registry/report.ts';

/** Why a cell was written anew. */
export type FixReason = WrittenForm;

/** One code cell written anew. Values are as they stand in the file: nothing is masked. */
export interface Change {
  /** Record number, from 1. */
  row: number;
  /** Physical line on which the record starts, from 1. */
  line: number;
  before: string;
  after: string;
  reasons: FixReason[];
}

/** What `uscc fix` did, or would do. */
export interface FixReport {
  schema: 'uscc-fix/1';
  file: {
    path: string;
    bytes: number;
    encoding: Encoding;
    delimiter: string;
    codeColumn: string;
    nameColumn: string | null;
  };
  /** The file was no plain text, and came out as CSV in UTF-8. */
  converted: boolean;
  records: number;
  blankRows: number;
  /** Cells written anew. */
  changed: number;
  /** Of them, how many for each reason; a cell may have several. */
  reasons: Partial<Record<FixReason, number>>;
  /** Cells left as they are that could not be changed without moving the ends of records: next to a quote that never closes. */
  skipped: number;
  /** The partitions as they are now. */
  counts: PartitionCounts;
  warnings: Warning[];
  elapsedSeconds: number;
}

/** What a caller may ask of a fix. */
export interface FixOptions
  extends Omit<
    CheckOptions,
    'target' | 'definition' | 'notes' | 'scanner' | 'findings' | 'onFindings' | 'onDuplicates' | 'onFiles'
  > {
  /** Takes the file as it becomes, in order; without it nothing is written. The bytes are only lent. */
  onBytes?(bytes: Uint8Array): void | Promise<void>;
  /** Told of every change, in record order; `column` is the name of the code column. */
  onChanges?(batch: Change[], place: { file: string; column: string }): void | Promise<void>;
}
