import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runUscc } from './run.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uscc-test-'));
  writeFileSync(join(folder, 'registry.csv'), '统一社会信用代码,企业名称\n91350100M000100Y43,甲公司\n');
  writeFileSync(
    join(folder, 'table.csv'),
    '企业名称,统一社会信用代码\r\n甲公司," 91350100m000100y43"\r\n=乙,11010519491231002X\r\n甲公司,M000100Y-4\r\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: string[], input = '') => runUscc(args, { cwd: folder, input });
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('uscc fix', () => {
  test('writes the file and the log, and says what it did', async () => {
    const { code, stdout, stderr } = await run(['fix', 'table.csv', '-o', 'fixed.csv', '--log', 'log.csv']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('1 codes rewritten, of 3 records');
    expect(read('fixed.csv')).toBe(
      '企业名称,统一社会信用代码\r\n甲公司,"91350100M000100Y43"\r\n=乙,11010519491231002X\r\n甲公司,M000100Y-4\r\n',
    );
    expect(read('log.csv').split('\r\n')[1]).toContain(
      'table.csv,1,2,统一社会信用代码, 91350100m000100y43,91350100M000100Y43,white-space lower-case,',
    );
  });

  test('fills from a registry; the file may go to standard output, the summary then makes way', async () => {
    const { code, stdout, stderr } = await run(['fix', '-', '--from', 'registry.csv', '-o', '-'], read('table.csv'));
    expect(code).toBe(0);
    expect(stdout).toContain('甲公司,91350100M000100Y43\r\n');
    expect(stderr).toContain('2 codes rewritten');
  });

  test('a table may be its own registry, but neither be written over', async () => {
    const rows = '统一社会信用代码,企业名称\n91350100M000100Y43,甲公司\nM000100Y-4,甲公司\n';
    writeFileSync(join(folder, 'own.csv'), rows);
    expect((await run(['fix', 'own.csv', '--from', 'own.csv', '-o', 'own-fixed.csv'])).code).toBe(0);
    expect(read('own-fixed.csv')).toBe(rows.replace('M000100Y-4', '91350100M000100Y43'));
    for (const args of [
      ['own.csv', '--from', 'registry.csv', '-o', 'registry.csv'],
      ['own.csv', '--from', 'own.csv', 'own.csv', '-o', 'never.csv'],
      ['-', '--from', '-', '-o', 'never.csv'],
    ]) {
      expect([args, (await run(['fix', ...args], rows)).code]).toEqual([args, 2]);
    }
  });

  test('a dry run writes nothing; JSON has the counts', async () => {
    const before = readdirSync(folder);
    const { code, stdout } = await run(['fix', 'table.csv', '--dry-run', '--format', 'json']);
    expect([code, readdirSync(folder)]).toEqual([0, before]);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'uscc-fix/1',
      changed: 1,
      reasons: { 'white-space': 1, 'lower-case': 1 },
      counts: { conforming: 1, erroneous: 1, unconverted: 1, missing: 0 },
    });
  });

  test('refuses to overwrite its input, and to guess where to write', async () => {
    expect((await run(['fix', 'table.csv', '-o', 'table.csv'])).code).toBe(2);
    expect((await run(['fix', 'table.csv'])).code).toBe(2);
    expect((await run(['fix', 'none.csv', '-o', 'never.csv'])).code).toBe(3);
    expect(readdirSync(folder)).not.toContain('never.csv');
  });
});

test('uscc match: the rows that are not plainly matched, ID numbers masked', async () => {
  const { code, stdout } = await run(['match', 'table.csv', '--against', 'registry.csv', '--out', 'matched']);
  expect(code).toBe(0);
  expect(stdout).toContain('2 of 3 records');
  const rows = read('matched/match.csv').trim().split('\r\n').slice(1);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toContain("erroneous,110105********002X,'=乙");
  expect(rows[1]).toContain('unconverted,M000100Y4,甲公司,91350100M000100Y43,甲公司,registry.csv,1,organization-code');
  expect(JSON.parse(read('matched/summary.json'))).toMatchObject({ schema: 'uscc-match/1', records: 3, covered: 2 });
});

test('uscc match: a column named twice counts once; codes and registry cannot both be standard input', async () => {
  const columns = ['--code-column', '2,统一社会信用代码', '--format', 'json'];
  const { stdout } = await run(['match', 'table.csv', '--against', 'registry.csv', ...columns]);
  expect(JSON.parse(stdout)).toMatchObject({ records: 3, columns: [{ column: '统一社会信用代码' }] });
  expect(JSON.parse(stdout).columns).toHaveLength(1);
  const both = await run(['validate', '-', '--against', '-'], '91350100M000100Y43\n');
  expect([both.code, both.stderr]).toEqual([2, expect.stringMatching(/standard input/i)]);
});

test('uscc validate --against: registered or not, and whether the organization code is taken', async () => {
  const codes = ['91350100M000100Y43', '91350100M000100Y44'];
  const { code, stdout } = await run(['validate', ...codes, '--format', 'json', '--against', 'registry.csv']);
  expect(code).toBe(1);
  const [right, wrong] = JSON.parse(stdout) as { registry: unknown }[];
  const entity = { code: '91350100M000100Y43', name: '甲公司', file: 'registry.csv', row: 1, line: 2, records: 1 };
  expect(right?.registry).toMatchObject({ registered: true, entities: [entity], organization: { taken: false } });
  expect(wrong?.registry).toMatchObject({
    registered: false,
    organization: { code: 'M000100Y4', taken: true, entities: [entity] },
    repairs: [{ value: '91350100M000100Y43', entities: [entity] }],
  });
});
