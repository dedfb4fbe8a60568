import { dialects } from '../../warehouse/dialects.ts';
import { quoteTable } from '../../warehouse/queries.ts';
import type { Cell, Warehouse } from '../../warehouse/warehouse.ts';
import { asking, collectRows, describeRefusal, listColumns, loadDriver, type SessionOptions } from './driver.ts';

/**
 * DuckDB works in this process, so what it may hold counts as ours. Grouping ten million codes takes no longer than without a limit; what does
 * not fit goes to the run's folder. Rows come in no order, so it need not keep one.
 */
const settings = { memory_limit: '200MB', preserve_insertion_order: 'false' } as const;

/**
 * A DuckDB file, opened for reading only; without a file, what DuckDB reads by itself, such as folders of Parquet.
 *
 * The driver drops a U+FEFF that a text begins with, so every cell comes behind a full stop.
 *
 * @throws {UsccError} `usage` without the driver `@duckdb/node-api`, `input` when DuckDB refuses
 */
export async function openDuckDb(options: SessionOptions): Promise<Warehouse> {
  const { address, signal, tempPath } = options;
  const { DuckDBInstance } = await loadDriver<typeof import('@duckdb/node-api')>('@duckdb/node-api');
  const { database } = address;
  const instance = await asking(options, () =>
    DuckDBInstance.create(database || ':memory:', {
      ...settings,
      ...(tempPath === undefined ? {} : { temp_directory: tempPath() }),
      ...(database === '' ? {} : { access_mode: 'READ_ONLY' }),
    }),
  );
  const connection = await asking(options, () => instance.connect());
  const cancel = (): void => connection.interrupt();
  signal?.addEventListener('abort', cancel, { once: true });
  async function* rows(sql: string): AsyncGenerator<Cell[][]> {
    try {
      signal?.throwIfAborted();
      const result = await connection.stream(`SELECT '.' || CAST(COLUMNS(*) AS VARCHAR) FROM (${sql}) q`);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) return;
        yield chunk.getRows().map((row) => row.map((cell) => (cell === null ? null : String(cell).slice(1))));
      }
    } catch (error) {
      throw describeRefusal(options, error);
    }
  }
  return {
    dialect: dialects.duckdb,
    path: address.shown,
    warnings: database === '' ? ['no-snapshot'] : [],
    rows,
    totals: (sql) => collectRows(rows(sql)),
    columns: (table) =>
      asking(options, async () => {
        const reader = await connection.runAndReadAll(`DESCRIBE ${quoteTable(dialects.duckdb, table)}`);
        return listColumns(reader.getRows().map(([name, , , key]) => [String(name), key === 'PRI']));
      }),
    async close() {
      signal?.removeEventListener('abort', cancel);
      connection.closeSync();
      instance.closeSync();
    },
  };
}
