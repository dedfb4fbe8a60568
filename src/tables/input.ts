import type { ByteSource, SourceReference } from './byte-source.ts';
import type { Encoding } from './encoding.ts';
import type { RewriteFacts } from './rewrite.ts';
import type { WorkbookKind } from './workbook/workbook-kind.ts';

/** How tables are read: what a caller says of them, so that it need not be found out. */
export interface ReadOptions {
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
  /** One to three characters; detected when absent. */
  delimiter?: string;
  /** Whether a backslash takes a quote its meaning, in all records; decided record by record when absent. */
  isEscaped?: boolean;
  /** Where the records of JSON stand: `data.list`. Found when absent. */
  records?: string;
  /** Whether damaged inputs are left out, with a warning, instead of ending the run. */
  skipDamaged?: boolean;
  /** Whether the first record is a header; detected when absent. */
  header?: boolean;
  /** Sheet of workbooks to read: its name, or its number from 1. All that are not hidden, when absent. */
  sheet?: number | string;
  /** How many bytes compressed files may unpack to, all together. Default 64 GiB, and 250 times their size. */
  maxExpandBytes?: number;
}

/** One table to read: its bytes here, and what a worker needs to open it there. */
export interface Input {
  /** As the caller named it. */
  path: string;
  source: ByteSource;
  reference: SourceReference;
  /** Size of what the caller named, where that is not what is scanned. */
  bytes?: number;
  /** For what was converted to CSV: nothing about it has to be guessed. */
  table?: Table;
  /** What was found when its text was rewritten. */
  rewritten?: RewriteFacts;
  /** How this one is read, where that is not as all of them are. */
  reading?: Pick<ReadOptions, 'codeColumn' | 'nameColumn' | 'unitColumn' | 'encoding' | 'delimiter' | 'header'>;
}

/** UTF-8 text with commas, quoted where needed, made of something else. */
export interface Table {
  /** Names of the columns, where they are not the first record. */
  header?: string[];
  /** The sheet of a workbook that it was: line n is row n of the sheet. */
  sheet?: string;
  /** What the workbook is for, where it is one of ours: no table to check. */
  kind?: WorkbookKind;
  /** Columns up to the last cell with content, where that is known. */
  columnCount?: number;
  /** Cells filled with a code from a merged one above, by column from 0: each makes one record more of a duplicate. */
  merged?: Record<number, number>;
  /** One sheet of several: passed over when it has no codes. */
  isOneOfSeveral?: boolean;
  /** A table of an engine, of which only some rows are here. */
  engine?: EngineTable;
}

/** Rows of an engine's table that have to be read one by one, and counts of the others. */
export interface EngineTable {
  /** The clean codes that stayed there: each on one record, none meaning the same as another. */
  rest: CleanRest;
  /** What names record `row`, from 1; null where no key column is read. */
  keyOf(row: number): string | null;
}

/** Counts of records whose codes are clean. */
export interface CleanRest {
  records: number;
  /** By positions 1–8 of their codes. */
  byHead: ReadonlyMap<string, number>;
  /** By unit, as its cell stands; empty where no unit column is read. */
  byUnit: ReadonlyMap<string, number>;
  /**
   * Of each unit, as its cell stands (`''` where no unit column is read): how many are not written as their code, and how many in each of the
   * ways in which cells are written otherwise.
   */
  writing: ReadonlyMap<string, readonly number[]>;
}
