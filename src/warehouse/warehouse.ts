import type { Dialect } from './dialect.ts';

export type Cell = string | null;

/** An engine that answers queries, by one session that writes nothing. */
export interface Warehouse {
  dialect: Dialect;
  /** As reports name it: the URL without anything secret. */
  path: string;
  /**
   * The rows of one query, some at a time; numbers come as text.
   *
   * @throws {UsccError} `input` with what the engine said, `aborted` when the run's signal fired
   */
  rows(sql: string): AsyncIterable<Cell[][]>;
  /** The few rows of an aggregate: some engines use all their cores for these only. Errors as `rows`. */
  totals(sql: string): Promise<Cell[][]>;
  columns(table: string): Promise<TableColumns>;
  /** What cannot be promised of this session. */
  warnings: SessionWarning[];
  /** Ends the session, and what still runs of it. */
  close(): Promise<void>;
}

/** What an engine knows of a table's columns. */
export interface TableColumns {
  /** In order. */
  names: string[];
  /** The one column of its primary key; null where there is none, where it has several, or where it does not tell rows apart. */
  primaryKey: string | null;
}

/** `no-snapshot`: the queries of one check may see different states of a table that is written to meanwhile. */
export type SessionWarning = 'no-snapshot';
