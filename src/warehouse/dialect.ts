/** What differs from engine to engine. Everything else of a query is the same text in all of them. */
export interface Dialect {
  name: DialectName;
  /** A name of a table part or column, quoted. */
  quote(name: string): string;
  /** A text literal. */
  literal(text: string): string;
  /** A column as text, bytes untouched. */
  text(column: string): string;
  /** Text that is compared byte by byte, whatever the collation of the column. */
  bytewise(text: string): string;
  /** A text literal that is compared so. */
  bytes(text: string): string;
  /** Where `needle` first stands in `haystack`, from 1; 0 when it does not. */
  position(haystack: string, needle: string): string;
  /** The remainder of a sum that is never negative. */
  remainder(sum: string, divisor: number): string;
  /** ASCII letters to upper case. */
  upper(text: string): string;
  /** How tables are joined: a distributed engine has to be told to ask all shards. */
  join: 'JOIN' | 'GLOBAL JOIN';
  /** Whether `c` is one of these codes, however many. */
  isOneOf(codes: readonly string[]): string;
}

export const dialectNames = [
  'spark',
  'hive',
  'maxcompute',
  'clickhouse',
  'duckdb',
  'postgres',
  'mysql',
  'oracle',
] as const;
export type DialectName = (typeof dialectNames)[number];
