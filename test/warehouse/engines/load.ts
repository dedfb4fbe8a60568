import { DuckDBInstance } from '@duckdb/node-api';
import mysql from 'mysql2/promise';
import pg from 'pg';
import { parseAddress } from '../../../src/node/warehouse/address.ts';
import { openWarehouse } from '../../../src/node/warehouse/open-warehouse.ts';
import type { TestedEngine } from './start.ts';

/** One row of a test's table: key, code, name, unit. */
export type TableRow = readonly [key: string, code: string | null, name: string | null, unit: string | null];

const columns = ['id', 'code', 'name', 'unit'];
const perStatement = 2_000;

/** Makes a table `id, code, name, unit` of these rows in an engine. */
export async function loadTable(engine: TestedEngine, url: string, table: string, rows: TableRow[]): Promise<void> {
  const isEscaping = engine === 'mysql' || engine === 'clickhouse' || engine === 'spark';
  const literal = (text: string | null): string =>
    text === null
      ? 'NULL'
      : `'${(isEscaping ? text.replaceAll('\\', '\\\\') : text).replaceAll("'", isEscaping ? "\\'" : "''")}'`;
  const statements = [createTable(engine, table)];
  for (let first = 0; first < rows.length; first += perStatement) {
    const values = rows.slice(first, first + perStatement).map((row) => `(${row.map(literal).join(', ')})`);
    statements.push(`INSERT INTO ${table} VALUES ${values.join(', ')}`);
  }
  await execute(engine, url, statements);
}

function createTable(engine: TestedEngine, table: string): string {
  const type = { duckdb: 'VARCHAR', postgres: 'text', mysql: 'TEXT', clickhouse: 'Nullable(String)', spark: 'STRING' }[
    engine
  ];
  const end = {
    duckdb: '',
    postgres: '',
    mysql: '',
    clickhouse: ' ENGINE = MergeTree ORDER BY tuple()',
    spark: ' USING parquet',
  }[engine];
  return `CREATE TABLE ${table} (${columns.map((column) => `${column} ${type}`).join(', ')})${end}`;
}

/** Has an engine carry out statements that the toolkit's own sessions would refuse. */
export async function execute(engine: TestedEngine, url: string, statements: string[]): Promise<void> {
  const address = parseAddress(url);
  if (engine === 'duckdb') {
    const instance = await DuckDBInstance.create(address.database);
    const connection = await instance.connect();
    for (const statement of statements) await connection.run(statement);
    connection.closeSync();
    instance.closeSync();
  } else if (engine === 'postgres') {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  } else if (engine === 'mysql') {
    const connection = await mysql.createConnection({ uri: url, charset: 'utf8mb4' });
    for (const statement of statements) await connection.query(statement);
    await connection.end();
  } else if (engine === 'clickhouse') {
    for (const statement of statements) {
      const response = await fetch(`http://${address.host}:${address.port}/`, { method: 'POST', body: statement });
      if (!response.ok) throw new Error(await response.text());
    }
  } else {
    const warehouse = await openWarehouse({
      address,
      password: undefined,
      timeoutMs: undefined,
      signal: undefined,
    });
    for (const statement of statements) await warehouse.totals(statement);
    await warehouse.close();
  }
}
