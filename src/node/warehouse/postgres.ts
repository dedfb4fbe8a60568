import { dialects } from '../../warehouse/dialects.ts';
import type { Cell, Warehouse } from '../../warehouse/warehouse.ts';
import { asking, batchRows, describeRefusal, listColumns, loadDriver, type SessionOptions } from './driver.ts';

/**
 * A session of PostgreSQL: one read-only transaction that sees one state of all tables.
 *
 * @throws {UsccError} `usage` without the driver `pg`, `input` when the server refuses
 */
export async function openPostgres(options: SessionOptions): Promise<Warehouse> {
  const { address, password, timeoutMs, signal } = options;
  const { default: pg } = await loadDriver<typeof import('pg')>('pg');
  const config = {
    host: address.host,
    port: address.port,
    database: address.database || undefined,
    user: address.user,
    password: password ?? process.env.PGPASSWORD,
    ssl: address.parameters.get('sslmode') === 'require' ? true : undefined,
    application_name: 'uscc-toolkit',
  };
  const asText = { getTypeParser: () => (text: string) => text };
  const client = new pg.Client({ ...config, types: asText, connectionTimeoutMillis: 15_000 });
  let broken: unknown;
  client.on('error', (error) => {
    broken = error;
  });
  const ask = (sql: string): Promise<Cell[][]> =>
    asking(options, async () => {
      if (broken !== undefined) throw broken;
      return (await client.query<Cell[]>({ text: sql, rowMode: 'array' })).rows;
    });
  await asking(options, () => client.connect());
  const [[processId] = []] = await ask('SELECT pg_backend_pid()');
  const cancel = (): void => {
    const other = new pg.Client(config);
    other.on('error', () => undefined);
    other
      .connect()
      .then(() => other.query('SELECT pg_cancel_backend($1)', [processId]))
      .catch(() => undefined)
      .finally(() => other.end().catch(() => undefined));
  };
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    await ask('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await ask(`SET LOCAL statement_timeout = ${timeoutMs ?? 0}`);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw describeRefusal(options, error);
  }
  return {
    dialect: dialects.postgres,
    path: address.shown,
    warnings: [],
    totals: ask,
    async *rows(sql) {
      await ask(`DECLARE uscc_rows NO SCROLL CURSOR FOR ${sql}`);
      for (;;) {
        const batch = await ask(`FETCH ${batchRows} FROM uscc_rows`);
        if (batch.length > 0) yield batch;
        if (batch.length < batchRows) break;
      }
      await ask('CLOSE uscc_rows');
    },
    columns: async (table) => {
      const quoted = table.split('.').map(dialects.postgres.quote).join('.');
      const sql = `SELECT attname, coalesce(attnum = ANY (indkey), false) FROM pg_attribute
        LEFT JOIN pg_index ON indrelid = attrelid AND indisprimary
        WHERE attrelid = ${dialects.postgres.literal(quoted)}::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`;
      return listColumns((await ask(sql)).map(([name, isKey]) => [name ?? '', isKey === 't']));
    },
    async close() {
      signal?.removeEventListener('abort', cancel);
      await client.end().catch(() => undefined);
    },
  };
}
