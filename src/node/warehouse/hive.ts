import { UsccError } from '../../code/error.ts';
import { dialects } from '../../warehouse/dialects.ts';
import { quoteTable } from '../../warehouse/queries.ts';
import type { Cell, Warehouse } from '../../warehouse/warehouse.ts';
import { asking, batchRows, collectRows, describeRefusal, loadDriver, type SessionOptions } from './driver.ts';

/** How long a query is left alone between two looks at it, in milliseconds. */
const pollMs = 100;

/**
 * What speaks HiveServer2's protocol: Spark's Thrift server, Kyuubi, Hive. No transaction spans queries.
 *
 * @throws {UsccError} `usage` without the driver `hive-driver`, `input` when the server refuses
 */
export async function openHive(options: SessionOptions): Promise<Warehouse> {
  const { address, password, timeoutMs, signal } = options;
  const { default: hive } = await loadDriver<{ default: typeof import('hive-driver') }>('hive-driver');
  const { TCLIService, TCLIService_types: types } = hive.thrift;
  const client = new hive.HiveClient(TCLIService, types);
  // The driver never answers what was asked of a connection that is gone.
  const gone = new Promise<never>((_, reject) => {
    client.on('error', reject);
    client.on('close', () => reject(new Error('the connection was closed')));
  });
  gone.catch(() => undefined);
  const answered = <Answer>(answer: Promise<Answer>): Promise<Answer> => Promise.race([answer, gone]);
  const username = address.user ?? 'anonymous';
  const authentication =
    address.parameters.get('auth') === 'noSasl'
      ? new hive.auth.NoSaslAuthentication()
      : new hive.auth.PlainTcpAuthentication({ username, password: password ?? 'x' });
  const session = await asking(options, async () => {
    await client.connect(
      { host: address.host, port: address.port, options: {} },
      new hive.connections.TcpConnection(),
      authentication,
    );
    return answered(client.openSession({ client_protocol: types.TProtocolVersion.HIVE_CLI_SERVICE_PROTOCOL_V10 }));
  });
  const utils = new hive.HiveUtils(types);

  async function* rows(sql: string): AsyncGenerator<Cell[][]> {
    let operation: Awaited<ReturnType<typeof session.executeStatement>> | undefined;
    try {
      signal?.throwIfAborted();
      operation = await answered(session.executeStatement(sql, { runAsync: true }));
      operation.setMaxRows(batchRows);
      const startedAt = Date.now();
      while (!(await isDone(operation))) {
        signal?.throwIfAborted();
        if (timeoutMs !== undefined && Date.now() - startedAt > timeoutMs) throw new Error('the query took too long');
        await new Promise((resolve) => setTimeout(resolve, pollMs));
      }
      do {
        signal?.throwIfAborted();
        await answered(operation.fetch());
        const batch = utils.getResult(operation).getValue() as Record<string, unknown>[];
        operation.flush();
        if (batch.length > 0) yield batch.map((row) => Object.values(row).map(readCell));
      } while (operation.hasMoreRows());
    } catch (error) {
      if (operation !== undefined) await answered(operation.cancel()).catch(() => undefined);
      throw describeRefusal(options, error);
    } finally {
      if (operation !== undefined) await answered(operation.close()).catch(() => undefined);
    }
  }

  const isDone = async (operation: Parameters<typeof utils.getResult>[0]): Promise<boolean> => {
    const { operationState, errorMessage } = await answered(operation.status(false));
    if (operationState === types.TOperationState.FINISHED_STATE) return true;
    const running = [
      types.TOperationState.INITIALIZED_STATE,
      types.TOperationState.RUNNING_STATE,
      types.TOperationState.PENDING_STATE,
    ];
    if (running.includes(operationState ?? -1)) return false;
    throw new Error(errorMessage || 'the query was cancelled');
  };

  const totals = (sql: string): Promise<Cell[][]> => collectRows(rows(sql));
  if (address.database !== '') await totals(`USE ${quoteTable(dialects.spark, address.database)}`);
  return {
    dialect: dialects.spark,
    path: address.shown,
    warnings: ['no-snapshot'],
    rows,
    totals,
    columns: async (table) => {
      const names = (await totals(`DESCRIBE ${quoteTable(dialects.spark, table)}`)).map(([name]) => name ?? '');
      // What follows an empty name or a heading speaks of partitions.
      const endAt = names.findIndex((name) => name === '' || name.startsWith('#'));
      return { names: endAt < 0 ? names : names.slice(0, endAt), primaryKey: null };
    },
    async close() {
      await answered(session.close()).catch(() => undefined);
      client.close();
    },
  };
}

function readCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object' && !Buffer.isBuffer(value)) throw new UsccError('input', 'a column is no text');
  return String(value);
}
