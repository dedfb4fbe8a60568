import { writeCleanPredicate, writePositions } from './clean-predicate.ts';
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
 *   counts      t, h, n           clean codes by positions 1–8; h is NULL for the rest
 *   units       t, u, n           clean codes by unit
 *   formatted   t, u, l, b, d, n  clean codes by unit, and by whether they are written with small letters, blanks, hyphens (`tidied` only)
 *   duplicates  t, k, r, n, u     every row of a clean code that more than one row has
 *   residue     t, k, r, n, u     every row that is not clean
 *   meeting     t, k, r, n, u     every row of clean codes that were found in the residue, given as a list
 *   all         t, k, r, n, u     every row
 *   summary     records, clean, residue   one row, for schedulers that take no more
 *
 * `t` is the number of the table, from 0; `k` the key, `r` the code as written, `n` the name, `u` the unit: columns that are not read are NULL.
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
  const clean = writeCleanPredicate(dialect);
  const place = (columns: string, rows: string): string =>
    `SELECT ${columns}, ${writePositions(dialect)}\n  FROM (${rows}) s`;
  const flagged = `SELECT t, k, r, n, u, c, ${clean} AS f\n  FROM (${place('t, k, r, n, u, c', source)}) p`;
  // Few codes occur twice, so those are looked at after they are found; times `m`, or optimizers would ask every row first.
  // Nineteen characters tell whether there are eighteen: MariaDB joins texts without a limit by comparing each with each.
  const cut = `SELECT substr(c, 1, 19) AS c FROM (${source}) s`;
  const repeated = `SELECT c, count(*) AS m FROM (${cut}) s GROUP BY c HAVING count(*) > 1`;
  const twice = `SELECT c FROM (SELECT c, m * ${clean} AS f\n  FROM (${place('c, m', repeated)}) p) g WHERE f > 1`;
  const head = 'CASE WHEN f = 1 THEN substr(c, 1, 8) END';
  return {
    counts: `SELECT t, ${head} AS h, count(*) AS n FROM (${flagged}) g GROUP BY t, ${head}`,
    units: `SELECT t, u, count(*) AS n FROM (${flagged}) g WHERE f = 1 GROUP BY t, u`,
    formatted: `SELECT t, u, l, b, d, count(*) AS n FROM (${writeFaults(dialect, flagged)}) w GROUP BY t, u, l, b, d`,
    duplicates: `SELECT o.t, o.k, o.r, o.n, o.u FROM (${source}) o ${dialect.join} (${twice}) d ON substr(o.c, 1, 19) = d.c`,
    residue: `SELECT t, k, r, n, u FROM (${flagged}) g WHERE f = 0`,
    meeting: (codes) => `SELECT t, k, r, n, u FROM (${source}) o WHERE ${dialect.isOneOf(codes)}`,
    all: `SELECT t, k, r, n, u FROM (${source}) s`,
    summary: `SELECT count(*) AS records, sum(f) AS clean, sum(1 - f) AS residue FROM (${flagged}) g`,
  };
}

/** The rows of all tables with the text that is looked at as `c`, which an inner table makes so that it is made once. */
function writeSource(dialect: Dialect, tables: readonly TableSpec[], spelling: Spelling): string {
  const column = (name: string | null): string => dialect.text(name === null ? 'NULL' : dialect.quote(name));
  const selects = tables.map(({ table, code, name, unit, key, where }, index) => {
    const columns = `'${index}' AS t, ${column(key)} AS k, ${column(code)} AS r, ${column(name)} AS n, ${column(unit)} AS u`;
    return `SELECT ${columns} FROM ${quoteTable(dialect, table)}${where === null ? '' : ` WHERE (${where})`}`;
  });
  const written = spelling === 'as-written' ? 'r' : tidy(dialect, 'r');
  return `SELECT t, k, r, n, u, ${dialect.bytewise(written)} AS c FROM (${selects.join(' UNION ALL ')}) t`;
}

/** A table's name, quoted part by part; DuckDB reads files by their paths, too. */
export function quoteTable(dialect: Dialect, table: string): string {
  if (dialect.name === 'duckdb' && /[/\\*]|\.(parquet|csv|json)$/i.test(table)) return dialect.literal(table);
  return table.split('.').map(dialect.quote).join('.');
}

/** Clean codes, and what they are written with: 1 or 0. */
function writeFaults(dialect: Dialect, flagged: string): string {
  const test = (text: string, name: string): string =>
    `CASE WHEN ${dialect.bytewise(text)} <> ${dialect.bytewise('r')} THEN 1 ELSE 0 END AS ${name}`;
  const columns = [
    test(dialect.upper('r'), 'l'),
    test(drop(dialect, 'r', [' ', '\t']), 'b'),
    test(drop(dialect, 'r', ['-']), 'd'),
  ];
  return `SELECT t, u, ${columns.join(', ')}\n  FROM (${flagged}) g WHERE f = 1`;
}

/** Blanks and hyphens dropped, letters in upper case: what most exports that are not clean lack. */
function tidy(dialect: Dialect, text: string): string {
  return dialect.upper(drop(dialect, text, [' ', '\t', '-']));
}

function drop(dialect: Dialect, text: string, marks: readonly string[]): string {
  return marks.reduce((inner, mark) => `replace(${inner}, ${dialect.literal(mark)}, '')`, text);
}
