import type { RunOptions } from '../../engine/options.ts';
import type { Warning } from '../../messages/warning/index.ts';
import type { Encoding } from '../../tables/encoding.ts';
import type { ReadOptions } from '../../tables/input.ts';

/**
 * How a code stands to the registry, by what counts most:
 *
 *   matched       conforms, and the registry has it under this name
 *   unnamed       conforms, and the registry has it, but one of the two has no name: whose it is was not compared
 *   other-name    conforms, and the registry has it under other names only
 *   absent        conforms, and the registry does not have it
 *   erroneous, unconverted, missing   as `uscc check` counts them
 */
export const matchStatuses = [
  'matched',
  'unnamed',
  'other-name',
  'absent',
  'erroneous',
  'unconverted',
  'missing',
] as const;
/** What the registry says of one code. */
export type MatchStatus = (typeof matchStatuses)[number];

/**
 * Why the registry's code is the one: it is a likely repair under the same name or one written a little differently, or a likely
 * repair where a name is not known; the organization code is the same; the name is the same.
 */
export type MatchEvidence =
  | 'repair-same-name'
  | 'repair-similar-name'
  | 'repair-unnamed'
  | 'organization-code'
  | 'same-name'
  | 'similar-name';

/** One code of a table, and what the registry has of it. Resident ID numbers are masked. */
export interface MatchRow {
  file: string;
  /** Record number and physical line, from 1. */
  row: number;
  line: number;
  /** Name of the code column. */
  column: string;
  status: MatchStatus;
  /** The normalized cell. */
  code: string;
  name: string;
  /** The code this record should carry, or carries, in the registry; null: not known, or several. */
  registryCode: string | null;
  registryName: string | null;
  registryFile: string | null;
  registryRow: number | null;
  evidence: MatchEvidence | null;
}

/** What `uscc match` found. */
export interface MatchReport {
  schema: 'uscc-match/1';
  files: {
    path: string;
    bytes: number;
    encoding: Encoding;
    delimiter: string;
    codeColumns: string[];
    nameColumn: string | null;
    records: number;
  }[];
  registry: { path: string; codeColumn: string; nameColumn: string | null }[];
  registryRecords: number;
  records: number;
  /** Records with something in a code column. */
  coded: number;
  /** Records of which the registry has a code, or knows the organization code of a legacy identifier. */
  covered: number;
  /** covered / records, and covered / coded; null when there are none. */
  coverage: number | null;
  coverageOfCoded: number | null;
  /** Cells by code column: every record counts once in each. */
  columns: { column: string; counts: Record<MatchStatus, number> }[];
  /** Rows not plainly matched for which the registry gives a code, by why. */
  evidence: Partial<Record<MatchEvidence, number>>;
  warnings: Warning[];
  elapsedSeconds: number;
}

/** What a caller may ask of a match. */
export interface MatchOptions extends Omit<ReadOptions, 'codeColumn' | 'unitColumn'>, RunOptions {
  /** Names or numbers of code columns; found when absent: all of 行政相对人代码_1 … _6, else the one `check` finds. */
  codeColumns?: (number | string)[];
  /** Columns of the registry, where they are not found by themselves. */
  registryCodeColumn?: number | string;
  registryNameColumn?: number | string;
  /** Rows that are plainly matched are handed over too. */
  all?: boolean;
  /** Takes every row that is not plainly matched, in file order. */
  onRows?(batch: MatchRow[]): void | Promise<void>;
  /** Takes the same rows as lines of CSV in UTF-8, formed by the threads: many times as fast. Bytes are only lent. */
  onLines?(bytes: Uint8Array): void | Promise<void>;
}
