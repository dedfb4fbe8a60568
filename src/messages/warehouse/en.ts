export const en = {
  failed: (path: string, reason: string) => `${path}: the engine says: ${reason}`,
  noDriver: (driver: string) => `to ask this engine, install its driver beside uscc-toolkit: npm install ${driver}`,
  badUrl: (url: string) =>
    `${url}: not an address of an engine; one is postgres://user@host/database, mysql://user@host/database, clickhouse://user@host/database, hive2://user@host/database or duckdb:FILE`,
  passwordInUrl: () =>
    'an address must not hold a password, since process lists and reports would show it; put it into USCC_PASSWORD, or a file named by --password-file',
  noTable: () => 'an address of an engine needs --table with the name of the table',
  noColumn: (path: string, table: string, column: string, columns: readonly string[]) =>
    `${path}: ${table} has no column ${column}; its columns are ${columns.join(', ')}`,
  noCodeColumn: (path: string, table: string, columns: readonly string[]) =>
    `${path}: no column of ${table} is named as one of codes; say which with --code-column; its columns are ${columns.join(', ')}`,
  changed: (path: string, expected: number, found: number) =>
    `${path}: the table changed while it was read: ${expected} rows at first, ${found} later; check again when nothing writes to it`,
};
