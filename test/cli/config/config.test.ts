import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createConfigSchema } from '../../../src/cli/config/config-schema.ts';
import { FLAGS } from '../../../src/cli/flags/index.ts';
import { runUscc } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'uscc-config-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Four codes of which one is wrong: 25%. */
const codes = ['91350100M000100Y43', '91350211M00013FA1N', '91110000600037341L', '91110000600037341M'];
beforeEach(() => {
  rmSync(at('uscc.json'), { force: true });
  writeFileSync(
    at('a.csv'),
    `统一社会信用代码,企业名称,登记机关\n${codes.map((code, n) => `${code},企业${n},甲局\n`).join('')}`,
  );
});

function write(settings: unknown, name = 'uscc.json'): void {
  writeFileSync(at(name), typeof settings === 'string' ? settings : JSON.stringify(settings));
}
const run = (args: string[], env: Record<string, string> = {}) => runUscc(args, { cwd: folder, env });
const check = (...args: string[]) => run(['check', 'a.csv', '--format', 'json', ...args]);

test('flags come from it, and it is said; those on the line win', async () => {
  write({ target: '30%', 'unit-column': '登记机关', organization: '某中心' });
  const { code, stdout, stderr } = await check();
  expect(code).toBe(0);
  expect(stderr).toBe('uscc: settings from uscc.json: target, unit-column, organization\n');
  expect(JSON.parse(stdout).byUnit).toMatchObject([{ unit: '甲局', records: 4 }]);
  expect((await check('--target', '0.01%')).code).toBe(1);
  expect((await check('--target=0.01%')).code).toBe(1);
});

test('numbers, switches, lists', async () => {
  write({ target: 0.3, 'code-column': 1, suspect: true, notes: false, assess: ['zero-errors'] });
  const { code, stdout } = await check();
  expect(JSON.parse(stdout)).toMatchObject({ target: { value: 0.3, met: true }, suspects: {} });
  expect(code).toBe(1);
  // A list on the line takes the place of the one in the file.
  expect((await check('--assess', 'taian-2023')).stdout).not.toContain('"name": "zero-errors",\n      "chosen": true');
});

test('a required flag may stand there, paths start at its folder, and --config names another file', async () => {
  mkdirSync(at('settings'), { recursive: true });
  writeFileSync(at('settings/registry.csv'), `统一社会信用代码,企业名称\n${codes[0]},企业0\n`);
  write({ against: 'registry.csv' }, 'settings/office.json');
  const { code, stdout, stderr } = await run([
    'match',
    'a.csv',
    '--format',
    'json',
    '--config',
    'settings/office.json',
  ]);
  expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('settings/office.json') });
  expect(JSON.parse(stdout).records).toBe(4);
  expect(await run(['match', 'a.csv'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("'--against <file...>'"),
  });
});

test('the language', async () => {
  write({ lang: 'zh' });
  expect((await run(['check', 'a.csv'])).stderr).toMatch(/^uscc: 已读 uscc\.json/);
  expect((await run(['check', 'a.csv', '--lang', 'en'])).stderr).toMatch(/^uscc: uscc\.json read/);
});

test('what another command takes is left alone', async () => {
  write({ format: 'sarif', keep: 'last', rows: 5 });
  const { code, stderr } = await run(['fix', 'a.csv', '--dry-run']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('nothing in it concerns this command') });
  expect((await run(['generate'])).stdout.trimEnd().split('\n')).toHaveLength(6);
});

describe('is refused, with its reason', () => {
  test.each([
    [{ definitoin: 'literal' }, 2, /"definitoin"\. Did you mean "definition"\?/],
    [{ zzzzzzzzzz: 1 }, 2, /there is no setting "zzzzzzzzzz"\.\n/],
    [{ __proto__x: 1 }, 2, /no setting/],
    [{ out: 'report' }, 2, /"out" is only taken from the command line/],
    [{ html: 'report.html' }, 2, /only taken from the command line/],
    [{ output: 'x' }, 2, /only taken from the command line/],
    [{ serve: 1 }, 2, /only taken from the command line/],
    [{ target: 'much' }, 2, /uscc\.json: --target: much/],
    [{ target: true }, 2, /"target" must be a text or a number/],
    [{ definition: 'mine' }, 2, /"definition" must be one of literal/],
    [{ suspect: 'yes' }, 2, /"suspect" must be true or false/],
    [{ organization: 3 }, 2, /"organization" must be a text/],
    [{ units: [{ unit: 'a', mail: 'b' }] }, 2, /"units" must be a list/],
    ['[]', 3, /must hold one JSON object/],
    ['{', 3, /is not JSON/],
  ])('%j', async (settings, code, message) => {
    write(settings);
    expect(await check()).toEqual({ code, stdout: '', stderr: expect.stringMatching(message) });
  });

  test('a named file that is not there', async () => {
    expect(await check('--config', 'none.json')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('none.json'),
    });
  });

  test.skipIf(process.platform === 'win32')('a file that all may write', async () => {
    write({ target: '30%' });
    chmodSync(at('uscc.json'), 0o666);
    expect(await check()).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining('chmod o-w') });
  });

  test.skipIf(process.getuid?.() !== 0)('a file of another user', async () => {
    write({ target: '30%' });
    const { chownSync } = await import('node:fs');
    chownSync(at('uscc.json'), 12345, 12345);
    expect(await check()).toMatchObject({
      code: 3,
      stdout: '',
      stderr: expect.stringContaining('belongs to another user'),
    });
  });
});

describe('the JSON Schema', () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(createConfigSchema());

  test.each([
    {
      target: '0.01%',
      'unit-column': 3,
      suspect: true,
      assess: ['a', 'b'],
      'no-header': true,
      'code-column': ['a', 'b'],
    },
    {
      $schema: 'x',
      lang: 'zh',
      organization: 'a',
      period: '2026-11',
      contact: 'b',
      units: [{ unit: 'a', phone: '1' }],
    },
    { encoding: 'gb18030', against: 'a.csv', keep: 'newest:1' },
  ])('takes %j', (settings) => expect([validate(settings), validate.errors]).toEqual([true, null]));

  test.each([{ out: 'a' }, { targte: 1 }, { suspect: 'yes' }, { definition: 'mine' }, { lang: 'fr' }, { units: [{}] }])(
    'refuses %j',
    (settings) => expect(validate(settings)).toBe(false),
  );

  test('has every flag that is no output', () => {
    const { properties } = createConfigSchema() as { properties: object };
    const flags: readonly { name: string; type: string; lineOnly?: boolean }[] = FLAGS;
    for (const { name, type, lineOnly = false } of flags) {
      if (!type.startsWith('output') && !lineOnly) expect(properties).toHaveProperty([name]);
    }
  });
});
