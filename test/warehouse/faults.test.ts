import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runUscc } from '../cli/run.ts';
import { execute, loadTable, type TableRow } from './engines/load.ts';
import { LeftOut } from './engines/server.ts';
import { standBetween } from './engines/stand-between.ts';
import { starters, type TestedEngine } from './engines/start.ts';

const rows: TableRow[] = Array.from({ length: 40 }, (_, index) => [
  String(index),
  index % 2 === 0 ? '91350100M000100Y43' : '91350100M000100Y44',
  `公司${index}`,
  '局',
]);
const folder = mkdtempSync(join(tmpdir(), 'uscc-test-faults-'));
afterAll(() => rmSync(folder, { recursive: true }));
const seconds = 120_000;

/** Exit 3, what the engine said in one line, and nothing written. */
async function expectRefusal(parameters: string[], reason: RegExp, env: Record<string, string> = {}): Promise<void> {
  const out = join(folder, 'out');
  const { code, stdout, stderr } = await runUscc(['check', ...parameters, '--out', out, '--lang', 'en'], { env });
  expect(stderr).toMatch(reason);
  expect([code, stdout, stderr.trimEnd().split('\n').length, existsSync(out)]).toEqual([3, '', 1, false]);
}

/** By what a query is known on its way. */
const queryOf = { counts: ' AS h,', residue: 'WHERE f = 0' };

/** Starts an engine and gives it the table `rows`. */
function useEngine(engine: TestedEngine) {
  const state: { url: string; stop: (() => Promise<void>) | undefined; leftOut: string } = {
    url: '',
    stop: undefined,
    leftOut: '',
  };
  beforeAll(async () => {
    try {
      Object.assign(state, await starters[engine]());
      await loadTable(engine, state.url, 'rows', rows);
    } catch (error) {
      if (!(error instanceof LeftOut)) throw error;
      state.leftOut = error.message;
      console.warn(`${engine} is left out: ${error.message}`);
    }
  }, 240_000);
  afterAll(() => state.stop?.());
  return state;
}

/** What an engine is told so that it works on a query until it is ended, and how its sessions are ended then. */
const endless: Partial<Record<TestedEngine, { where: string; end: string; gone: RegExp }>> = {
  postgres: {
    where: 'pg_sleep(60) IS NULL',
    end: "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'uscc-toolkit' AND state = 'active'",
    gone: /terminating connection due to administrator command/,
  },
  mysql: {
    where: 'SLEEP(60) = 0',
    end: "BEGIN NOT ATOMIC FOR r IN (SELECT id FROM information_schema.processlist WHERE info LIKE '%SLEEP(60)%' AND id <> connection_id()) DO KILL CONNECTION r.id; END FOR; END",
    gone: /Connection lost|closed|killed|interrupted/i,
  },
};

describe.each(Object.keys(starters) as TestedEngine[])('%s', (engine) => {
  const state = useEngine(engine);

  test('no such table, no such column, a condition that it cannot read', { timeout: seconds }, async ({ skip }) => {
    if (state.stop === undefined) return skip(state.leftOut);
    const known = [state.url, '--code-column', 'code', '--table'];
    await expectRefusal([...known, 'nothing'], /nothing/);
    await expectRefusal([...known, 'rows', '--name-column', 'nothing'], /no column nothing/);
    await expectRefusal([...known, 'rows', '--key', 'nothing'], /no column nothing/);
    await expectRefusal([...known, 'rows', '--where', 'nothing = 1'], /nothing/);
  });

  test('names are names, whatever is in them', { timeout: seconds }, async ({ skip }) => {
    if (engine === 'spark') return skip('its catalogue allows no such names');
    if (state.stop === undefined) return skip(state.leftOut);
    const quote = (name: string): string => {
      if (engine === 'duckdb' || engine === 'postgres') return `"${name.replaceAll('"', '""')}"`;
      const text = engine === 'clickhouse' ? name.replaceAll('\\', '\\\\') : name;
      return `\`${text.replaceAll('`', '``')}\``;
    };
    const table = 'a"b`c\'; DROP TABLE rows; -- ';
    const [code, name, key] = ['\\', '"`\'); DROP TABLE rows; /*', "x\ny' OR '1'='1 # --"];
    const columns = `code AS ${quote(code)}, name AS ${quote(name)}, id AS ${quote(key)}`;
    const storage = engine === 'clickhouse' ? 'ENGINE = MergeTree ORDER BY tuple()' : '';
    await execute(engine, state.url, [
      `CREATE TABLE ${quote(`${table}x`)} ${storage} AS SELECT ${columns} FROM ${quote('rows')}`,
    ]);
    const count = async (...parameters: string[]) => {
      const { stdout, stderr } = await runUscc(['check', state.url, ...parameters, '--format', 'json']);
      expect(stderr).toBe('');
      const { records, counts, duplicates } = JSON.parse(stdout);
      return { records, counts, duplicates };
    };
    const named = ['--table', `${table}x`, '--code-column', code, '--name-column', name, '--key', key];
    const plain = ['--table', 'rows', '--code-column', 'code', '--name-column', 'name', '--key', 'id'];
    expect(await count(...named)).toEqual(await count(...plain));
  });

  test('a wrong password, and no rights to the table', { timeout: seconds }, async ({ skip }) => {
    if (engine !== 'postgres' && engine !== 'mysql') return skip('this engine is started without users');
    if (state.stop === undefined) return skip(state.leftOut);
    await loadTable(engine, state.url, 'other', rows);
    const create = {
      postgres: "CREATE USER guarded PASSWORD 'right'",
      mysql: "CREATE USER 'guarded'@'%' IDENTIFIED BY 'right'",
    }[engine];
    const grant = {
      postgres: 'GRANT SELECT ON other TO guarded',
      mysql: "GRANT SELECT ON uscc.other TO 'guarded'@'%'",
    };
    await execute(engine, state.url, [create, grant[engine]]);
    const guarded = [state.url.replace(/\/\/\w+@/, '//guarded@'), '--table', 'rows'];
    await expectRefusal(guarded, /password|Access denied/i, { USCC_PASSWORD: 'wrong' });
    await expectRefusal(guarded, /permission denied|denied/i, { USCC_PASSWORD: 'right' });
  });

  test('its connection is killed in the middle of a query', { timeout: seconds }, async ({ skip }) => {
    const way = endless[engine];
    if (way === undefined) return skip('no such query is known for this engine');
    if (state.stop === undefined) return skip(state.leftOut);
    const ended = { yet: false };
    const check = expectRefusal([state.url, '--table', 'rows', '--where', way.where], way.gone);
    check.catch(() => undefined).finally(() => Object.assign(ended, { yet: true }));
    while (!ended.yet) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await execute(engine, state.url, [way.end]);
    }
    await check;
  });

  test('a query that takes too long is ended', { timeout: seconds }, async ({ skip }) => {
    const way = endless[engine];
    if (way === undefined) return skip('no such query is known for this engine');
    if (state.stop === undefined) return skip(state.leftOut);
    const late = [state.url, '--table', 'rows', '--where', way.where, '--query-timeout', '1'];
    await expectRefusal(late, /timeout|max_statement_time|execution/i);
  });

  test('its connection breaks off in the middle of a query', { timeout: seconds }, async ({ skip }) => {
    if (engine === 'duckdb') return skip('it works in the same process');
    if (state.stop === undefined) return skip(state.leftOut);
    const between = await standBetween(state.url, queryOf.counts, (cut) => cut());
    try {
      await expectRefusal([between.url, '--table', 'rows'], /hang up|ECONNRESET|lost|closed|terminated/i);
    } finally {
      between.stop();
    }
  });

  test('rows are added between two queries', { timeout: seconds }, async ({ skip }) => {
    if (engine === 'duckdb') return skip('nobody else can write to its file');
    if (state.stop === undefined) return skip(state.leftOut);
    await loadTable(engine, state.url, 'changed', rows);
    const between = await standBetween(state.url, queryOf.residue, () =>
      execute(engine, state.url, ["INSERT INTO changed VALUES ('x', 'wrong', 'x', 'x')"]),
    );
    const parameters = [between.url, '--table', 'changed', '--key', 'id'];
    try {
      if (engine === 'clickhouse') {
        await expectRefusal(parameters, /changed while it was read: 40 rows at first, 41/);
        return;
      }
      // PostgreSQL and MariaDB show one state; a session of Spark remembers the files that a table had.
      const { stdout } = await runUscc(['check', ...parameters, '--format', 'json']);
      expect(JSON.parse(stdout)).toMatchObject({ records: 40, counts: { conforming: 20, erroneous: 20 } });
    } finally {
      between.stop();
    }
  });

  test('its table is dropped between two queries', { timeout: seconds }, async ({ skip }) => {
    if (engine !== 'clickhouse' && engine !== 'spark') return skip('the table stays until the transaction has ended');
    if (state.stop === undefined) return skip(state.leftOut);
    await loadTable(engine, state.url, 'dropped', rows);
    const between = await standBetween(state.url, queryOf.residue, () =>
      execute(engine, state.url, ['DROP TABLE dropped']),
    );
    try {
      await expectRefusal([between.url, '--table', 'dropped', '--key', 'id'], /dropped/);
    } finally {
      between.stop();
    }
  });
});
