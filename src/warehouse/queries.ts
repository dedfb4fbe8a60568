import { writeCleanPredicate } from './clean-predicate.ts';
import type { Dialect } from './dialect.ts';

/** A table of an engine, and the columns of it that are read. */
export interface TableSpec {
  /** `schema.table`, or a table alone. */
  table: string;
  code: string;
  name: string | null;
  unit: string | null;
  /** What names a row in findings; without one, its code and name do. */
  key: string | null;
  /** A condition in the engine's SQL, as the user wrote it. */
  where: string | null;
}

/** Whether codes are compared as they stand, or after blanks and dashes are dropped and letters are made upper case. */
export type Spelling = 'as-written' | 'tidied';

/**
 * The queries of a check, each one statement without a semicolon.
 *
 *   counts      h, n           clean codes by positions 1–8; h is NULL for the rest
 *   units       u, n           clean codes by unit
 *   formatted   n              clean codes that are not written as such (`tidied` only)
 *   duplicates  k, r, n, u     every row of a clean code that more than one row has
 *   residue     k, r, n, u     every row that is not clean
 *   meeting     k, r, n, u     every row of clean codes that were found in the residue, given as a list
 *   all         k, r, n, u     every row
 *   summary     records, clean, residue   one row, for schedulers that take no more
 *
 * `k` is the key, `r` the code as written, `n` the name, `u` the unit; columns that are not read are NULL.
 */
export interface Queries {
  counts: string;
  units: string;
  formatted: string;
  duplicates: string;
  residue: string;
  meeting(codes: readonly string[]): string;
  all: string;
  summary: string;
}

/** Writes the queries for one table, or for several that are looked at as one. */
export function writeQueries(dialect: Dialect, tables: readonly TableSpec[], spelling: Spelling): Queries {
  const source = writeSource(dialect, tables, spelling);
  const flagged = `SELECT k, r, n, u, c, ${writeCleanPredicate(dialect)} AS f\n  FROM (${source}) s`;
  const twice = `SELECT c FROM (${flagged}) g WHERE f = 1 GROUP BY c HAVING count(*) > 1`;
  const rowsWhere = (condition: string): string => `SELECT k, r, n, u FROM (${source}) o WHERE ${condition}`;
  return {
    counts: `SELECT CASE WHEN f = 1 THEN substr(c, 1, 8) END AS h, count(*) AS n FROM (${flagged}) g GROUP BY CASE WHEN f = 1 THEN substr(c, 1, 8) END`,
    units: `SELECT u, count(*) AS n FROM (${flagged}) g WHERE f = 1 GROUP BY u`,
    formatted: `SELECT count(*) AS n FROM (${flagged}) g WHERE f = 1 AND c <> ${dialect.bytewise('r')}`,
    duplicates: `SELECT o.k, o.r, o.n, o.u FROM (${source}) o ${dialect.join} (${twice}) d ON o.c = d.c`,
    residue: `SELECT k, r, n, u FROM (${flagged}) g WHERE f = 0`,
    meeting: (codes) => rowsWhere(dialect.isOneOf(codes)),
    all: `SELECT k, r, n, u FROM (${source}) s`,
    summary: `SELECT count(*) AS records, sum(f) AS clean, sum(1 - f) AS residue FROM (${flagged}) g`,
  };
}

/** The rows of all tables with the text that is looked at as `c`, which an inner table makes so that it is made once. */
function writeSource(dialect: Dialect, tables: readonly TableSpec[], spelling: Spelling): string {
  const column = (name: string | null): string => (name === null ? 'NULL' : dialect.text(dialect.quote(name)));
  const selects = tables.map(
    ({ table, code, name, unit, key, where }) =>
      `SELECT ${column(key)} AS k, ${column(code)} AS r, ${column(name)} AS n, ${column(unit)} AS u FROM ${quoteTable(dialect, table)}${where === null ? '' : ` WHERE (${where})`}`,
  );
  const written = spelling === 'as-written' ? 'r' : tidy(dialect, 'r');
  return `SELECT k, r, n, u, ${dialect.bytewise(written)} AS c FROM (${selects.join(' UNION ALL ')}) t`;
}

export function quoteTable(dialect: Dialect, table: string): string {
  return table.split('.').map(dialect.quote).join('.');
}

/** Blanks and hyphens dropped, letters in upper case: what most exports that are not clean lack. */
function tidy(dialect: Dialect, text: string): string {
  const without = [' ', '\t', '-'].reduce((inner, mark) => `replace(${inner}, ${dialect.literal(mark)}, '')`, text);
  return dialect.upper(without);
}
