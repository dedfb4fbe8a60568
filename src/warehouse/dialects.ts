import type { Dialect, DialectName } from './dialect.ts';

const double = (mark: string) => (name: string) => `${mark}${name.replaceAll(mark, mark + mark)}${mark}`;
const single = double("'");

/** As most engines have it. */
const common = {
  quote: double('"'),
  literal: single,
  text: (column: string) => `CAST(${column} AS VARCHAR)`,
  bytewise: (text: string) => text,
  bytes: single,
  position: (haystack: string, needle: string) => `instr(${haystack}, ${needle})`,
  remainder: (sum: string, divisor: number) => `mod(${sum}, ${divisor})`,
  upper: (text: string) => `upper(${text})`,
  join: 'JOIN',
  isOneOf: (codes: readonly string[]) => `c IN (${codes.map(single).join(', ')})`,
} as const;

/** Backslashes are escapes within literals here. */
const escaping = (text: string): string => single(text.replaceAll('\\', '\\\\'));

const hadoop = {
  ...common,
  quote: double('`'),
  literal: escaping,
  text: (column: string) => `CAST(${column} AS STRING)`,
  remainder: (sum: string, divisor: number) => `(${sum}) % ${divisor}`,
} as const;

/**
 * Every engine that scripts are written for.
 *
 *   PostgreSQL   a database's collation decides what equals what, unless it is "C"
 *   MySQL        compares without case, and drops trailing blanks, unless the text is binary; after UPPER, which leaves
 *                binary text alone
 *   ClickHouse   text is bytes; NULL has to be allowed for in a cast
 *   Oracle       '' is NULL; a list takes 1,000 texts at most, a list of pairs any number; its client drops lines of more than 2,499 characters
 */
export const dialects: Record<DialectName, Dialect> = {
  spark: { ...hadoop, name: 'spark' },
  hive: { ...hadoop, name: 'hive' },
  maxcompute: { ...hadoop, name: 'maxcompute' },
  clickhouse: {
    ...common,
    name: 'clickhouse',
    // Backslashes are escapes within names, too.
    quote: (name) => double('`')(name.replaceAll('\\', '\\\\')),
    literal: escaping,
    text: (column) => `CAST(${column} AS Nullable(String))`,
    position: (haystack, needle) => `position(${haystack}, ${needle})`,
    remainder: (sum, divisor) => `(${sum}) % ${divisor}`,
    join: 'GLOBAL JOIN',
  },
  duckdb: { ...common, name: 'duckdb' },
  postgres: {
    ...common,
    name: 'postgres',
    text: (column) => `CAST(${column} AS text)`,
    bytewise: (text) => `${text} COLLATE "C"`,
    bytes: (text) => `${single(text)} COLLATE "C"`,
    position: (haystack, needle) => `strpos(${haystack}, ${needle})`,
  },
  mysql: {
    ...common,
    name: 'mysql',
    quote: double('`'),
    literal: escaping,
    text: (column) => `CONVERT(${column} USING utf8mb4)`,
    bytewise: (text) => `CAST(${text} AS BINARY)`,
    bytes: (text) => `_binary ${single(text)}`,
    isOneOf: (codes) => `c IN (${codes.map((code) => `_binary ${single(code)}`).join(', ')})`,
  },
  oracle: {
    ...common,
    name: 'oracle',
    text: (column) => `CAST(${column} AS VARCHAR2(4000))`,
    isOneOf: (codes) => `(c, 0) IN (${codes.map((code) => `(${single(code)}, 0)`).join(',\n')})`,
  },
};
