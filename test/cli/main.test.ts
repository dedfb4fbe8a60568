import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { measureWidth } from '../../src/write/width.ts';
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
      expect(stdout).toMatch(examples);
    }
  });

  test.each(['zh', 'en'])('in %s: every command, no wider than the terminal', async (lang) => {
    const { stdout: overview } = await runUscc(['--help', '--lang', lang], { env: { COLUMNS: '80' } });
    const commands = [...overview.matchAll(/^ {2}([a-z]+) {2}/gm)].map((match) => match[1] ?? '');
    const texts = [overview];
    for (const command of commands) {
      const { code, stdout } = await runUscc([command, '--help', '--lang', lang], { env: { COLUMNS: '80' } });
      expect({ command, code }).toEqual({ command, code: 0 });
      texts.push(stdout);
    }
    // Section 5 of the design names them all.
    expect([...commands].sort()).toEqual([
      ...[
        'bench',
        'check',
        'complete',
        'dedup',
        'diff',
        'fix',
        'generate',
        'help',
        'inspect',
        'ledger',
        'licences',
        'match',
        'page',
      ],
      ...['serve', 'sql', 'validate'],
    ]);
    const lines = texts.join('').split('\n');
    expect(lines.filter((line) => measureWidth(line) > 80)).toEqual([]);
    if (lang === 'zh') expect(lines.filter((line) => /\b(choices|default|options|Usage)\b/.test(line))).toEqual([]);
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
    [['check', 'a.csv', '--target', '120%'], 'zh', /--target：.*120%/],
    [['check', 'a.csv', '--definition', 'mine'], 'zh', /mine.*literal/],
    [['check', 'a.csv', '--encoding', 'latin1'], 'en', /--encoding: latin1/],
    [['check', 'a.csv', '--delimiter', '::::'], 'en', /--delimiter: ::::/],
    [['check', 'a.csv', '--memory', '1'], 'en', /--memory: 1 /],
    [['check', 'a.csv', '--workers', '0'], 'en', /--workers: 0 /],
    [['check', 'a.csv', '--code-column', '0'], 'en', /--code-column: 0 /],
    [['check', 'a.csv', '--format', 'xml'], 'en', /xml.*text, json/],
    [['check', 'a.csv', '--format', 'xml'], 'zh', /xml 无效。可用：text、json、/],
    [['chek', 'a.csv'], 'zh', /没有命令 chek。是不是 check？\n.*uscc --help/],
    [['check', 'a.csv', '--fromat', 'json'], 'zh', /是不是 --format？\n.*uscc check --help/],
    [['check', 'a.csv', '--fromat', 'json'], 'en', /Did you mean --format\?\n.*uscc check --help/],
    [['fix', 'a.csv', 'b.csv'], 'zh', /fix 的参数过多/],
    [['diff', 'a.csv'], 'zh', /缺少参数 <本期>/],
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
