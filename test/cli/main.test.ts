import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runUscc } from './run.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

test('--version', async () => {
  expect(await runUscc(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

describe('help', () => {
  test.each([
    ['en', /^Usage: uscc /, /Options:/, /Examples?:/],
    ['zh', /^用法： uscc /, /选项：/, /示例：/],
  ])('in %s', async (lang, usage, options, examples) => {
    for (const args of [['--help'], ['validate', '--help'], ['check', '-h'], ['generate', '--help'], ['bench', '-h']]) {
      const { code, stdout, stderr } = await runUscc([...args, '--lang', lang]);
      expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
      expect(stdout).toMatch(usage);
      expect(stdout).toMatch(options);
      if (args[0] !== 'bench') expect(stdout).toMatch(examples);
    }
  });

  test('by the locale', async () => {
    expect((await runUscc(['--help'], { env: { LC_ALL: 'zh_CN.UTF-8' } })).stdout).toMatch(/^用法/);
    expect((await runUscc(['--help'], { env: { LC_ALL: '', LANG: 'C.UTF-8' } })).stdout).toMatch(/^用法/);
    expect((await runUscc(['--help'], { env: { LC_ALL: 'en_GB.UTF-8' } })).stdout).toMatch(/^Usage/);
  });

  test('without a command: on standard error, exit 2', async () => {
    const { code, stdout, stderr } = await runUscc([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Usage: uscc/);
  });

  test('no colours without a terminal', async () => {
    expect((await runUscc(['check', '--help'])).stdout).not.toContain('\u001b');
  });
});

describe('a wrong command line: one line on standard error, exit 2', () => {
  test.each([
    [['frobnicate'], 'en', /unknown command 'frobnicate'/],
    [['--frobnicate'], 'en', /unknown option '--frobnicate'/],
    [['check'], 'en', /missing required argument/],
    [['check'], 'zh', /缺少参数/],
    [['check', 'a.csv', '--frobnicate'], 'zh', /没有选项 --frobnicate/],
    [['check', 'a.csv', '--target'], 'zh', /选项 --target <.*> 缺少取值/],
    [['check', 'a.csv', '--target', 'many'], 'en', /--target: many is not a target/],
    [['check', 'a.csv', '--target', '120%'], 'zh', /--target: .*120%/],
    [['check', 'a.csv', '--definition', 'mine'], 'zh', /mine.*literal/],
    [['check', 'a.csv', '--encoding', 'latin1'], 'en', /--encoding: latin1/],
    [['check', 'a.csv', '--delimiter', '::'], 'en', /--delimiter: ::/],
    [['check', 'a.csv', '--memory', '1'], 'en', /--memory: 1 /],
    [['check', 'a.csv', '--workers', '0'], 'en', /--workers: 0 /],
    [['check', 'a.csv', '--code-column', '0'], 'en', /--code-column: 0 /],
    [['check', 'a.csv', '--format', 'xml'], 'en', /xml.*text, json/],
    [['check', 'a.csv', './a.csv'], 'en', /\.\/a\.csv is given twice/],
    [['check', 'a.csv', 'a.csv'], 'zh', /a\.csv 给了两次/],
    [['validate', 'x', '--lang', 'fr'], 'en', /fr.*zh, en/],
  ])('%j', async (args, lang, message) => {
    const flags = args.includes('--lang') ? [] : ['--lang', lang];
    const { code, stdout, stderr } = await runUscc([...args, ...flags]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
    expect(stderr).toMatch(/^uscc: /);
  });
});
