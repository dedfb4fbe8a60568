import { UsccError } from '../../code/error.ts';
import { refuse } from '../../messages/refusal/index.ts';
import type { Cell, TableColumns } from '../../warehouse/warehouse.ts';
import type { Address } from './address.ts';

/** What a session is opened with. */
export interface SessionOptions {
  address: Address;
  /** Undefined: the driver's own ways, such as `.pgpass`. */
  password: string | undefined;
  /** How long one query may take, in milliseconds; undefined: as long as it takes. */
  timeoutMs: number | undefined;
  signal: AbortSignal | undefined;
  /** A path in the run's folder for what an engine in this process cannot hold; undefined: where it likes. */
  tempPath?: () => string;
}

/** Rows that are handed on together. */
export const batchRows = 10_000;

/**
 * Loads an optional driver.
 *
 * @throws {UsccError} `usage` naming the package to install
 */
export async function loadDriver<Module>(driver: string): Promise<Module> {
  try {
    // By a name that no bundler sees: it would look for drivers that nobody has installed.
    return await import(driver);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw cause;
    throw refuse('usage', { kind: 'no-driver', driver }, { cause });
  }
}

/** Columns of a table, of which the one that alone is the primary key is known. */
export function listColumns(columns: readonly (readonly [name: string, isKey: boolean])[]): TableColumns {
  const keys = columns.filter(([, isKey]) => isKey);
  return { names: columns.map(([name]) => name), primaryKey: keys.length === 1 ? (keys[0]?.[0] ?? null) : null };
}

/** What an engine said, in one line and without what a terminal would obey. */
export function describeRefusal({ address, signal }: SessionOptions, cause: unknown): UsccError {
  if (cause instanceof UsccError) return cause;
  if (signal?.aborted) return refuse('aborted', { kind: 'interrupted' }, { cause });
  const text =
    cause instanceof AggregateError ? String(cause.errors[0]) : cause instanceof Error ? cause.message : String(cause);
  const line = text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 400);
  return refuse('input', { kind: 'engine-refused', engine: address.shown, reason: line }, { cause });
}

/** Runs `work`, and what it throws becomes what the engine said. */
export async function asking<Result>(session: SessionOptions, work: () => Promise<Result>): Promise<Result> {
  try {
    session.signal?.throwIfAborted();
    return await work();
  } catch (error) {
    throw describeRefusal(session, error);
  }
}

/** All rows of a query of which few are expected. */
export async function collectRows(batches: AsyncIterable<Cell[][]>): Promise<Cell[][]> {
  const all: Cell[][] = [];
  for await (const batch of batches) for (const row of batch) all.push(row);
  return all;
}
