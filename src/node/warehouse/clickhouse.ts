import { dialects } from '../../warehouse/dialects.ts';
import { quoteTable } from '../../warehouse/queries.ts';
import type { Cell, Warehouse } from '../../warehouse/warehouse.ts';
import { asking, collectRows, describeRefusal, loadDriver, type SessionOptions } from './driver.ts';

/**
 * Settings that travel with every query. `readonly` 2 forbids writing and still takes settings; a predicate of thirty conditions is
 * slower when each is looked at only where those before it hold; long lists of codes need longer queries than usual.
 */
const settings = {
  readonly: '2',
  max_query_size: '1073741824',
  max_ast_elements: '100000000',
  max_expanded_ast_elements: '100000000',
  short_circuit_function_evaluation: 'disable',
  output_format_json_quote_64bit_integers: 1,
  cancel_http_readonly_queries_on_client_close: 1,
} as const;

/**
 * A ClickHouse server, over HTTP. It has no transaction that spans queries.
 *
 * @throws {UsccError} `usage` without the driver `@clickhouse/client`, `input` when the server refuses
 */
export async function openClickHouse(options: SessionOptions): Promise<Warehouse> {
  const { address, password, timeoutMs, signal } = options;
  const { createClient, ClickHouseLogLevel } =
    await loadDriver<typeof import('@clickhouse/client')>('@clickhouse/client');
  const secure = address.parameters.get('secure') === 'true' || address.port === 8443;
  const client = createClient({
    url: `${secure ? 'https' : 'http'}://${address.host}:${address.port}`,
    username: address.user ?? 'default',
    password: password ?? process.env.CLICKHOUSE_PASSWORD ?? '',
    ...(address.database === '' ? {} : { database: address.database }),
    request_timeout: timeoutMs ?? 24 * 3_600_000,
    application: 'uscc-toolkit',
    log: { level: ClickHouseLogLevel.OFF },
  });
  async function* rows(sql: string): AsyncGenerator<Cell[][]> {
    try {
      signal?.throwIfAborted();
      const result = await client.query({
        query: sql,
        format: 'JSONCompactEachRow',
        clickhouse_settings: settings,
        ...(signal === undefined ? {} : { abort_signal: signal }),
      });
      for await (const batch of result.stream()) {
        yield batch.map((row) => row.json<unknown[]>().map((cell) => (cell === null ? null : String(cell))));
      }
    } catch (error) {
      throw describeRefusal(options, error);
    }
  }
  const totals = (sql: string): Promise<Cell[][]> => collectRows(rows(sql));
  await asking(options, () => totals('SELECT 1'));
  return {
    dialect: dialects.clickhouse,
    path: address.shown,
    warnings: ['no-snapshot'],
    rows,
    totals,
    columns: async (table) => {
      const rows = await totals(`DESCRIBE TABLE ${quoteTable(dialects.clickhouse, table)}`);
      // Its primary keys are orders: several rows may share one.
      return { names: rows.map(([name]) => name ?? ''), primaryKey: null };
    },
    close: () => client.close(),
  };
}
