import { dialects } from '../../warehouse/dialects.ts';
import { quoteTable } from '../../warehouse/queries.ts';
import type { Cell, SessionWarning, Warehouse } from '../../warehouse/warehouse.ts';
import { asking, batchRows, describeRefusal, listColumns, loadDriver, type SessionOptions } from './driver.ts';

/**
 * A session of what speaks MySQL's protocol. MySQL, MariaDB and TiDB show one state of all tables; engines that know no such transaction
 * (Doris, StarRocks) are asked without, which the session's warnings say.
 *
 * @throws {UsccError} `usage` without the driver `mysql2`, `input` when the server refuses
 */
export async function openMysql(options: SessionOptions): Promise<Warehouse> {
  const { address, password, timeoutMs, signal } = options;
  const { createConnection } = await loadDriver<typeof import('mysql2')>('mysql2');
  const config = {
    host: address.host,
    port: address.port,
    user: address.user,
    password: password ?? process.env.MYSQL_PWD,
    database: address.database || undefined,
    charset: 'utf8mb4',
    connectTimeout: 15_000,
    ...(address.parameters.has('ssl') ? { ssl: {} } : {}),
  };
  const connection = createConnection({
    ...config,
    rowsAsArray: true,
    typeCast: (field: { string(encoding?: string): string | null }) => field.string('utf8'),
  });
  connection.on('error', () => undefined);
  const ask = (sql: string): Promise<Cell[][]> =>
    asking(
      options,
      () =>
        new Promise((resolve, reject) => {
          connection.query(sql, (error: unknown, rows: unknown) => (error ? reject(error) : resolve(rows as Cell[][])));
        }),
    );
  const cancel = (): void => {
    const other = createConnection(config);
    other.on('error', () => undefined);
    other.query(`KILL QUERY ${connection.threadId}`, () => other.destroy());
  };
  signal?.addEventListener('abort', cancel, { once: true });
  const warnings: SessionWarning[] = [];
  try {
    await ask("SET SESSION sql_mode = ''");
    if (timeoutMs !== undefined) await setTimeLimit(ask, timeoutMs);
    await ask('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ')
      .then(() => ask('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY'))
      .catch((error: unknown) => {
        if (isRefusal(error)) warnings.push('no-snapshot');
        else throw error;
      });
  } catch (error) {
    connection.destroy();
    throw describeRefusal(options, error);
  }
  return {
    dialect: dialects.mysql,
    path: address.shown,
    warnings,
    totals: ask,
    async *rows(sql) {
      let batch: Cell[][] = [];
      try {
        signal?.throwIfAborted();
        for await (const row of connection.query(sql).stream({ highWaterMark: batchRows })) {
          batch.push(row as Cell[]);
          if (batch.length < batchRows) continue;
          yield batch;
          batch = [];
        }
      } catch (error) {
        throw describeRefusal(options, error);
      }
      if (batch.length > 0) yield batch;
    },
    columns: async (table) => {
      const rows = await ask(`SHOW COLUMNS FROM ${quoteTable(dialects.mysql, table)}`);
      return listColumns(rows.map(([name, , , key]) => [name ?? '', key === 'PRI']));
    },
    async close() {
      signal?.removeEventListener('abort', cancel);
      connection.destroy();
    },
  };
}

/** MySQL counts in milliseconds, MariaDB in seconds, under different names. */
async function setTimeLimit(ask: (sql: string) => Promise<unknown>, timeoutMs: number): Promise<void> {
  await ask(`SET SESSION max_execution_time = ${timeoutMs}`).catch(() =>
    ask(`SET SESSION max_statement_time = ${timeoutMs / 1000}`),
  );
}

/** Whether the server understood us and would not, and the connection still stands. */
function isRefusal(error: unknown): boolean {
  const { cause } = error as { cause?: { errno?: number; fatal?: boolean } };
  return cause?.errno !== undefined && cause.fatal !== true;
}
