import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import mysql from 'mysql2/promise';
import pg from 'pg';
import { parseAddress } from '../../../src/node/warehouse/address.ts';
import { openWarehouse } from '../../../src/node/warehouse/open-warehouse.ts';
import { dialects } from '../../../src/warehouse/dialects.ts';
import { makeFolder } from './server.ts';
import type { TestedEngine } from './start.ts';

/** One row of a test's table: key, code, name, unit. */
export type TableRow = readonly [key: string, code: string | null, name: string | null, unit: string | null];

const columns = ['id', 'code', 'name', 'unit'];
const perStatement = 2_000;

/** Makes a table `id, code, name, unit` of these rows in an engine. */
export async function loadTable(engine: TestedEngine, url: string, name: string, rows: TableRow[]): Promise<void> {
  const table = dialects[engine].quote(name);
  if (engine === 'postgres' || engine === 'mysql') return execute(engine, url, listInserts(engine, table, rows));
  const folder = makeFolder('rows');
  try {
    const path = await writeParquet(folder.path, rows);
    await execute(engine, url, [
      {
        duckdb: `CREATE TABLE ${table} AS SELECT * FROM '${path}'`,
        clickhouse: `CREATE TABLE ${table} ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM file('${path}', Parquet)`,
        spark: `CREATE TABLE ${table} USING parquet AS SELECT * FROM parquet.\`${path}\``,
      }[engine],
    ]);
  } finally {
    folder.remove();
  }
}

function listInserts(engine: 'postgres' | 'mysql', table: string, rows: TableRow[]): string[] {
  const literal = (text: string | null): string => {
    if (text === null) return 'NULL';
    return `'${(engine === 'mysql' ? text.replaceAll('\\', '\\\\') : text).replaceAll("'", "''")}'`;
  };
  const statements = [`CREATE TABLE ${table} (${columns.map((column) => `${column} TEXT`).join(', ')})`];
  for (let first = 0; first < rows.length; first += perStatement) {
    const values = rows.slice(first, first + perStatement).map((row) => `(${row.map(literal).join(', ')})`);
    statements.push(`INSERT INTO ${table} VALUES ${values.join(', ')}`);
  }
  return statements;
}

/** Rows as a file that engines read by themselves: inserting them takes some of them half a minute. */
export async function writeParquet(folder: string, rows: TableRow[]): Promise<string> {
  const [lines, path] = [join(folder, 'rows.jsonl'), join(folder, 'rows.parquet')];
  const asObject = (row: TableRow): object => Object.fromEntries(columns.map((column, at) => [column, row[at]]));
  writeFileSync(lines, rows.map((row) => `${JSON.stringify(asObject(row))}\n`).join(''));
  const types = columns.map((column) => `${column}: 'VARCHAR'`).join(', ');
  const source = `read_json('${lines}', format = 'newline_delimited', columns = {${types}})`;
  await execute('duckdb', 'duckdb:', [`COPY (SELECT * FROM ${source}) TO '${path}' (FORMAT parquet)`]);
  return path;
}

/** Has an engine carry out statements that the toolkit's own sessions would refuse. */
export async function execute(engine: TestedEngine, url: string, statements: string[]): Promise<void> {
  const address = parseAddress(url);
  if (engine === 'duckdb') {
    const instance = await DuckDBInstance.create(address.database || ':memory:');
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
