import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAddress } from '../../src/node/warehouse/address.ts';
import { startScripts } from '../../src/node/warehouse/script-folder.ts';
import { isScriptFolder, readPlan } from '../../src/node/warehouse/script-plan.ts';
import type { DialectName } from '../../src/warehouse/dialect.ts';
import { dialectNames } from '../../src/warehouse/dialect.ts';
import { runners, type ScriptPlan, writeFirstScripts } from '../../src/warehouse/scripts.ts';
import { loadTable, type TableRow, writeParquet } from './engines/load.ts';
import { type EngineServer, LeftOut } from './engines/server.ts';
import { findSpark, starters } from './engines/start.ts';
import { listTraps } from './traps.ts';

const { checkRegistry }: typeof import('../../src/node/registry.ts') = await import(
  new URL('../../dist/src/node/registry.js', import.meta.url).href
);

const rows: TableRow[] = listTraps()
  .filter(({ code }) => !/[\r\n]/.test(code ?? ''))
  .map(({ code }, index) => [String(index), code, index % 4 === 0 ? null : `公司${index % 7}`, `局${index % 3}`]);
const spec = { table: 'traps', code: 'code', name: 'name', unit: 'unit', key: 'id', where: null };
const folder = mkdtempSync(join(tmpdir(), 'uscc-test-scripts-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Has the engine's own client carry out one script in its folder. */
type Client = (url: string, directory: string, name: string) => Promise<void>;

const clients: Partial<Record<DialectName, Client>> = {
  async duckdb(url, directory, name) {
    const instance = await DuckDBInstance.create(parseAddress(url).database);
    const connection = await instance.connect();
    const sql = readFileSync(join(directory, `${name}.sql`), 'utf8');
    await connection.run(sql.replace(`TO '${name}.jsonl'`, `TO '${join(directory, name)}.jsonl'`));
    connection.closeSync();
    instance.closeSync();
  },
  async postgres(url, directory, name) {
    run('psql', ['-X', url, '-f', `${name}.sql`], directory);
  },
  async mysql(url, directory, name) {
    const { host, port, database } = parseAddress(url);
    const parameters = [
      '-h',
      host,
      '-P',
      String(port),
      '-uroot',
      '--default-character-set=utf8mb4',
      '--batch',
      '--raw',
      '--quick',
      '--skip-column-names',
      database,
    ];
    const answer = run('mariadb', parameters, directory, readFileSync(join(directory, `${name}.sql`)));
    writeFileSync(join(directory, `${name}.jsonl`), answer);
  },
  async spark(_url, directory, name) {
    runSpark(directory, ['-f', `${name}.sql`]);
  },
};

/** Spark's client with its catalog in the folder of the tests, and all of Spark in its process. */
function runSpark(cwd: string, parameters: string[]): void {
  const { home, env } = findSpark();
  const settings = {
    'spark.hadoop.javax.jdo.option.ConnectionURL': `jdbc:derby:;databaseName=${join(folder, 'catalog')};create=true`,
    'spark.sql.warehouse.dir': join(folder, 'warehouse'),
    'spark.ui.enabled': 'false',
  };
  const given = Object.entries(settings).flatMap(([key, value]) => ['--conf', `${key}=${value}`]);
  run(`${home}/bin/spark-sql`, ['--master', 'local[2]', ...given, ...parameters], cwd, Buffer.alloc(0), env);
}

async function startSpark(): Promise<EngineServer> {
  findSpark();
  const path = await writeParquet(folder, rows);
  runSpark(folder, ['-e', `CREATE TABLE traps USING parquet LOCATION '${path}'`]);
  return { url: '', stop: async () => undefined };
}

function run(program: string, parameters: string[], cwd: string, input = Buffer.alloc(0), env = {}): Buffer {
  const options = { cwd, input, maxBuffer: 2 ** 30, env: { ...process.env, ...env } };
  const { status, stdout, stderr } = spawnSync(program, parameters, options);
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}

/** Everything that does not hang on which record of a duplicate an engine gives first. */
async function count(input: string) {
  const columns = { codeColumn: 'code', nameColumn: 'name' };
  const { records, counts, issues, notes, duplicates, rates, byAuthority, byRegion } = await checkRegistry(
    [input],
    columns,
  );
  return { records, counts, issues, notes, duplicates, rates, byAuthority, byRegion };
}

describe.each(['duckdb', 'postgres', 'mysql', 'spark'] as const)('%s', (dialect) => {
  let url = '';
  let stop: (() => Promise<void>) | undefined;
  let leftOut = '';
  beforeAll(async () => {
    try {
      ({ url, stop } = await (dialect === 'spark' ? startSpark() : starters[dialect]()));
      if (dialect !== 'spark') await loadTable(dialect, url, 'traps', rows);
    } catch (error) {
      if (!(error instanceof LeftOut)) throw error;
      leftOut = error.message;
      console.warn(`${dialect} is left out: ${leftOut}`);
    }
  }, 240_000);
  afterAll(() => stop?.());

  test('its client, round after round, brings the report of a file', { timeout: 600_000 }, async ({ skip }) => {
    if (stop === undefined) return skip(leftOut);
    const path = join(folder, 'traps.csv');
    const cell = (text: string | null): string => `"${(text ?? '').replaceAll('"', '""')}"`;
    writeFileSync(path, `\ufeffid,code,name,unit\n${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`);
    const directory = join(folder, dialect);
    startScripts(directory, { schema: 'uscc-sql/1', dialect, tables: [spec] });
    const done = new Set(['one-row']);
    let report: unknown = null;
    for (let round = 0; round < 3 && report === null; round++) {
      for (const file of readdirSync(directory)) {
        const name = file.replace(/\.sql$/, '');
        if (file === name || done.has(name)) continue;
        await clients[dialect]?.(url, directory, name);
        done.add(name);
      }
      report = await count(directory).catch((error: { refusal?: { kind: string } }) => {
        if (error.refusal?.kind !== 'next-round') throw error;
        return null;
      });
    }
    expect(report).toEqual(await count(path));
  });
});

test('a folder that is not empty is refused, and one without a plan', () => {
  const directory = join(folder, 'full');
  mkdirSync(directory);
  writeFileSync(join(directory, 'a'), '');
  const plan = { schema: 'uscc-sql/1', dialect: 'duckdb', tables: [spec] } as const;
  expect(() => startScripts(directory, { ...plan, tables: [spec] })).toThrow(
    expect.objectContaining({ refusal: expect.objectContaining({ kind: 'folder-not-empty' }) }),
  );
  expect(() => readPlan(directory)).toThrow(
    expect.objectContaining({ refusal: expect.objectContaining({ kind: 'not-found' }) }),
  );
});

test('a plan is known by its schema: another file of that name is none', () => {
  const [ours, other] = [join(folder, 'ours'), join(folder, 'other')];
  startScripts(ours, { schema: 'uscc-sql/1', dialect: 'duckdb', tables: [spec] } as ScriptPlan);
  mkdirSync(other);
  writeFileSync(join(other, 'plan.json'), '{"schema":"uscc-sql/2"}');
  expect([isScriptFolder(ours), isScriptFolder(other), isScriptFolder(folder)]).toEqual([true, false, false]);
  expect(readPlan(ours).schema).toBe('uscc-sql/1');
  expect(() => readPlan(other)).toThrow(expect.objectContaining({ code: 'input' }));
});

test('a name that a client would obey is refused, by who reads a plan too', () => {
  const directory = join(folder, 'obeyed');
  for (const name of ['\\! touch x #', 'a;b', 'a\n!sh b', 'a\u0000', 'a\r/']) {
    for (const field of ['table', 'code', 'name', 'unit', 'key']) {
      const plan: ScriptPlan = { schema: 'uscc-sql/1', dialect: 'mysql', tables: [{ ...spec, [field]: name }] };
      const refusal = expect.objectContaining({ refusal: { kind: 'unwritable-name', name } });
      expect(() => startScripts(directory, plan)).toThrow(refusal);
      mkdirSync(directory, { recursive: true });
      writeFileSync(join(directory, 'plan.json'), JSON.stringify(plan));
      expect(() => readPlan(directory)).toThrow(refusal);
      rmSync(directory, { recursive: true });
    }
  }
});

test.each(dialectNames)('%s: nothing that old engines lack, and no statement that writes to a table', (dialect) => {
  for (const { name, sql } of writeFirstScripts({ schema: 'uscc-sql/1', dialect, tables: [spec] })) {
    expect(sql).not.toMatch(/regexp|rlike|similar to|lambda|array\[|create |delete |update |insert into/i);
    expect(runners[dialect](name)).toContain(`${name}.sql`);
  }
});
