import type { PartitionCounts } from '../../check/report.ts';
import type { Deviation } from '../../code/cell/deviations.ts';
import type { RunOptions } from '../../engine/options.ts';
import type { Warning } from '../../messages/warning/index.ts';
import type { Encoding } from '../../tables/encoding.ts';
import type { ReadOptions } from '../../tables/input.ts';

/** Why a cell was written anew. */
export type FixReason = Deviation | FillReason;

/**
 * What the registry was asked by: an identifier from before the unified code, or a likely repair that is the one code under the
 * record's name.
 */
export type FillReason = 'organization-code' | 'taxpayer-number' | 'registration-number' | 'repair';

/** One code cell written anew. Values are as they stand in the file: nothing is masked. */
export interface Change {
  /** Record number, from 1. */
  row: number;
  /** Physical line on which the record starts, from 1. */
  line: number;
  before: string;
  after: string;
  reasons: FixReason[];
  /** The record of the registry that the code comes from; null where it is the cell's own. */
  source: {
    file: string;
    sheet: string | null;
    row: number;
    line: number;
    name: string;
    /** False where one of the two has no name, and `withoutNames` let the identifier alone do. */
    isNameCompared: boolean;
  } | null;
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
  /** Where several sheets of a workbook were fixed: each of them; `file` is the workbook, and all counts are sums. */
  files?: FixReport['file'][];
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
  /** Records whose identifier has one code in the registry, but under another name: left as they are. */
  heldBack: number;
  /** Records whose identifier has one code in the registry, while one of the two has no name: left as they are. */
  unnamed: number;
  /** The partitions as they are now. */
  counts: PartitionCounts;
  warnings: Warning[];
  elapsedSeconds: number;
}

/** What a caller may ask of a fix. */
export interface FixOptions extends Omit<ReadOptions, 'unitColumn'>, RunOptions {
  /** Registries to fill codes from. */
  from?: string[];
  /** Columns of the registries, where they are not found by themselves. */
  registryCodeColumn?: number | string;
  registryNameColumn?: number | string;
  /** Column of the registries that holds registration numbers; found by header when absent. */
  registrationColumn?: number | string;
  /** An identifier alone will do where the table or the registry has no name to compare. Each such change says so in the log. */
  withoutNames?: boolean;
  /** Column of the table that holds identifiers from before the unified code, for records without a code. */
  legacyColumn?: number | string;
  /** Takes the file as it becomes, in order; without it nothing is written. The bytes are only lent. */
  onBytes?(bytes: Uint8Array): void | Promise<void>;
  /** Told of every change, in record order; `column` is the name of the code column. */
  onChanges?(batch: Change[], place: { file: string; column: string }): void | Promise<void>;
}
