import type { NoTableError } from '../../engine/plan/no-table.ts';
import type { LicenceRole } from '../../messages/licences/roles.ts';
import type { LineReason } from '../../messages/line-reason.ts';
import type { Refusal } from '../../messages/refusal/index.ts';
import type { WarningFacts } from '../../messages/warning/index.ts';

/** What a column holds, as far as a check is concerned. */
export type ColumnRole =
  | 'code'
  | 'name'
  | 'unit'
  /** A column that holds codes too, and is not read. */
  | 'other-code'
  /** What a table of licences or penalties has beside. */
  | Exclude<LicenceRole, 'code' | 'name'>;

/** How that was found: the caller names the column, its header says so, or its cells do. */
export type RoleReason = 'named' | 'header' | 'content';

/** One column of a table. */
export interface InspectedColumn {
  /** From 1. */
  number: number;
  /** Its header, or its number where there is none. */
  name: string;
  role: ColumnRole | null;
  why: RoleReason | null;
  /** Its first different values. Resident ID numbers are masked, and nothing is in them that a terminal obeys. */
  samples: string[];
}

/** A line that is no record. */
export interface InspectedLine {
  /** From 1. */
  line: number;
  why: LineReason | 'title';
}

/** How a table is understood. */
export interface Inspection {
  path: string;
  /** The sheet, where it is one of a workbook. */
  sheet: string | null;
  /** Delimited text of its own; false for sheets, JSON and others, which are made such. */
  isText: boolean;
  /** Null where the table could not be read so far; so are the other fields. */
  encoding: string | null;
  delimiter: string | null;
  /** A backslash where it takes quotes their meaning, in all records or in some. */
  escape: '\\' | null;
  /** Line of the header, from 1; null: it has none, or names its columns otherwise, as JSON does. */
  headerLine: number | null;
  records: number | null;
  blankRows: number | null;
  /** Lines that are no records, titles included. At most {@link mostSkipped} are listed. */
  skippedLines: number;
  skipped: InspectedLine[];
  columns: InspectedColumn[];
  /** The first records, as samples are. */
  rows: string[][];
  warnings: WarningFacts[];
  /** Why it cannot be checked. */
  refusal: Refusal | null;
  /** Set where it is no table, so that one of several is passed over. */
  nothing: NoTableError | null;
}

/** More lines than these are only counted. */
export const mostSkipped = 1000;

/** A table of which nothing is known yet. */
export function startInspection(path: string, sheet: string | null, isText: boolean): Inspection {
  return {
    path,
    sheet,
    isText,
    encoding: null,
    delimiter: null,
    escape: null,
    headerLine: null,
    records: null,
    blankRows: null,
    skippedLines: 0,
    skipped: [],
    columns: [],
    rows: [],
    warnings: [],
    refusal: null,
    nothing: null,
  };
}
