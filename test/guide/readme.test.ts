import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isValid, normalize, parse, repair, validate } from '../../src/index.ts';
import { regions } from '../../src/regions/index.ts';
import { runUscc } from '../cli/run.ts';
import { read, root } from './manual.ts';

test.each(['en', 'zh'])('%s: what the console shows is what the command prints', async (lang) => {
  const [, command = '', shown] =
    /```console\n\$ uscc (.*)\n([\s\S]*?)```/.exec(read(`src/guide/${lang}/validate.md`)) ?? [];
  const { code, stdout } = await runUscc(command.split(' '));
  expect(stdout).toBe(shown);
  expect(code).toBe(1);
});

test.each(['README.md', 'README.zh-CN.md'])('%s: the command that runs the main job runs it', async (name) => {
  const [, file = ''] = /node dist\/command\/cli\/main\.cjs check (\S+)/.exec(read(name)) ?? [];
  expect(await runUscc(['check', file], { cwd: root })).toMatchObject({ code: 1, stderr: '' });
});

test('the library lines of the guide', () => {
  const lines = read('src/guide/en/library.md');
  for (const line of [
    "isValid('91110000600037341L'); // true",
    "normalize('９１１１ ００００-600037341l'); // '91110000600037341L'",
    "validate('91110000600037341M').issues; // [{ code: 'check-digit', at: 18, actual: 'M', expected: 'L' }]",
    "repair('91110000600037341M', { regions })[0]?.value; // '91110000600037341L'",
    "parse('91110000600037341L', { regions })?.region.name; // '北京市'",
  ]) {
    expect(lines).toContain(line);
    expect(read('src/guide/zh/library.md')).toContain(line);
  }
  expect(isValid('91110000600037341L')).toBe(true);
  expect(normalize('９１１１ ００００-600037341l')).toBe('91110000600037341L');
  expect(validate('91110000600037341M').issues).toEqual([{ code: 'check-digit', at: 18, actual: 'M', expected: 'L' }]);
  expect(repair('91110000600037341M', { regions })[0]?.value).toBe('91110000600037341L');
  expect(parse('91110000600037341L', { regions })?.region.name).toBe('北京市');
});

test.each(['en', 'zh'])('%s: the architecture names every room under src', (lang) => {
  const [, drawing = ''] = /```\n(src\/code\/[\s\S]*?)```/.exec(read(`src/guide/${lang}/architecture.md`)) ?? [];
  const named = [...drawing.matchAll(/src\/([a-z]+)\//g)].map((match) => match[1]);
  const folders = readdirSync(`${root}src`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(named).toEqual(expect.arrayContaining(folders.map(({ name }) => name)));
});

test.each(['en', 'zh'])('%s: every path that the architecture names is there', (lang) => {
  const named = read(`src/guide/${lang}/architecture.md`).matchAll(
    /`((?:src|test|workers|bench|fixtures)\/[\w./-]*)`/g,
  );
  const paths = new Set([...named].map(([, path = '']) => path));
  expect(paths.size).toBeGreaterThan(50);
  for (const path of paths) expect(existsSync(`${root}${path}`), path).toBe(true);
});

test('both languages of the architecture name the same paths', () => {
  const list = (lang: string) =>
    read(`src/guide/${lang}/architecture.md`)
      .match(/`src\/[\w./-]*`/g)
      ?.toSorted();
  expect(list('zh')).toEqual(list('en'));
});

test('both READMEs, CONTRIBUTING and CHANGELOG point at files that exist', () => {
  for (const name of ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md']) {
    for (const [, path = ''] of read(name).matchAll(/\]\(([\w./-]+\.md)\)/g)) expect(read(path)).not.toBe('');
    for (const [, path = ''] of read(name).matchAll(/`(src\/[\w/-]+\.ts)`/g)) expect(read(path)).not.toBe('');
  }
});
