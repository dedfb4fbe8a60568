export type SqlValue = string | number | null;
export type SqlRow = Record<string, SqlValue>;

/** What the ledger needs of SQLite. Its adapters live where files are. */
export interface LedgerDatabase {
  all(sql: string, ...values: SqlValue[]): SqlRow[];
  /** Returns the number of the row that was added last. */
  run(sql: string, ...values: SqlValue[]): number;
  /** Several statements without values. */
  execute(sql: string): void;
  /**
   * Does all of `work` or nothing of it, alone among writers.
   *
   * @throws {UsccError} `output` when another holds the ledger, the disk is full, the file may not be written
   */
  transact<Result>(work: () => Result): Result;
}

export function readText(row: SqlRow, column: string): string {
  return String(row[column] ?? '');
}

export function readTextOrNull(row: SqlRow, column: string): string | null {
  const value = row[column] ?? null;
  return value === null ? null : String(value);
}

export function readNumber(row: SqlRow, column: string): number {
  return Number(row[column] ?? 0);
}
