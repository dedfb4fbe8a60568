import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { runUscc } from './run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readmes = ['README.md', 'README.zh-CN.md'];
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const commands = ['check', 'validate', 'fix', 'dedup', 'match', 'diff', 'page', 'generate', 'bench'];
const outputFlags = new Set(['-o', '--out', '--html', '--xlsx', '--log', '--removed', '--conflicts-file', '--truth']);
const row = ['示例有限公司', '2023-07-01', '91350100M000100Y43', '91350100M000100Y43', '', '示例市市场监督管理局'];
const header = ['企业名称', '核准日期', '统一社会信用代码', '行政相对人代码_1', '行政相对人代码_3', '登记机关'];
const table = `${header.join(',')}\n${row.join(',')}\n`;
const tabbed = 'name\tdate\tcode\nA\t2023-07-01\t91350100M000100Y43\n';

const folder = mkdtempSync(join(tmpdir(), 'uscc-readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Lines of the shell blocks that start `uscc`, without comments. */
function listExamples(text: string): string[][] {
  const blocks = [...text.matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)].map((match) => match[1] ?? '');
  const lines = blocks.flatMap((block) => block.split('\n')).map((line) => line.replace(/ #.*/, '').trim());
  return lines.filter((line) => line.startsWith('uscc ')).map((line) => line.split(/ +/).slice(1));
}

/** Everything named that is not written: a table, or a folder that holds one. */
function prepareInputs([command = '', ...words]: string[], place: string): void {
  for (const [index, word] of words.entries()) {
    if (outputFlags.has(words[index - 1] ?? '') || word.startsWith('-')) continue;
    const path = join(place, word.replace('*', 'a'));
    mkdirSync(dirname(path), { recursive: true });
    if (/\.(csv|xlsx|txt)$/.test(word)) writeFileSync(path, word.endsWith('.txt') ? tabbed : table);
    else if (command === 'diff') {
      mkdirSync(path, { recursive: true });
      writeFileSync(join(path, 'a.csv'), table);
    }
  }
}

describe.each(readmes)('%s', (name) => {
  const examples = listExamples(read(name)).filter((words) => !words.includes('--serve'));

  test('has examples of the commands that take files', () => {
    expect(examples.length).toBeGreaterThan(15);
  });

  test.each(examples.map((words, index) => [words.join(' '), words, index] as const))('%s', async (_, words, index) => {
    const place = join(folder, `${name}-${index}`);
    mkdirSync(place, { recursive: true });
    prepareInputs(words, place);
    const args = words.flatMap((word) => {
      if (word.includes('*')) return [word.replace('*', 'a')];
      return [word === '1e6' ? '1e3' : word.includes('/') && words[0] === 'page' ? 'checker.html' : word];
    });
    const { code, stderr } = await runUscc(args, { cwd: place });
    expect(stderr).not.toMatch(/error/);
    // One code in two files is a duplicate.
    expect(code).toBe(args.includes('counties/a.csv') || args.includes('各县/a.csv') ? 1 : 0);
  });

  test('links between sections lead somewhere', () => {
    const text = read(name).replace(/```[\s\S]*?```/g, '');
    const slugs = [...text.matchAll(/^#{1,4} (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    );
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const [, link = ''] of text.matchAll(/\]\(#([^)]*)\)/g)) expect(slugs).toContain(link);
  });

  test('the rows of a table have as many cells as its head', () => {
    const text = read(name).replace(/```[\s\S]*?```/g, '');
    for (const block of text.match(/(?:^\|.*\n)+/gm) ?? []) {
      const counts = block
        .trimEnd()
        .split('\n')
        .map((line) => line.replaceAll('\\|', '').split('|').length);
      expect({ block, counts: new Set(counts).size }).toEqual({ block, counts: 1 });
    }
  });

  test('every flag of every command is there, and no other', async () => {
    const helps = await Promise.all(commands.map((command) => runUscc([command, '--help'])));
    const flags = new Set(helps.flatMap(({ stdout }) => stdout.match(/(?<=^ {2}(?:-\w, )?)--[\w-]+/gm) ?? []));
    const text = read(name).replace(/\]\(#[^)]*\)/g, '');
    for (const flag of flags) expect(text).toContain(flag);
    const commandLine = text.slice(0, text.search(/^## (?:Library|程序库)$/m));
    for (const [, flag = ''] of commandLine.matchAll(/(?<![\w-])(--[a-z][a-z-]+)/g)) {
      expect([...flags]).toContain(flag);
    }
  });
});

test('both READMEs have the same sections and tables', () => {
  const shape = (name: string) =>
    read(name)
      .replace(/```[\s\S]*?```/g, '')
      .split('\n')
      .filter((line) => /^#{1,4} |^\|/.test(line))
      .map((line) => (line.startsWith('|') ? `|${line.replaceAll('\\|', '').split('|').length}` : line.split(' ')[0]));
  expect(shape('README.zh-CN.md')).toEqual(shape('README.md'));
});
