import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { RUN_COMMANDS } from '../../src/cli/flags/commands.ts';
import { runUscc } from '../cli/run.ts';
import { listAnchors, listManual, read, readProse, root } from './manual.ts';

const commands = RUN_COMMANDS.filter((name) => name !== 'complete');
const outputFlags = new Set(['-o', '--out', '--html', '--xlsx', '--log', '--removed', '--conflicts-file', '--truth']);
/** Pages that also name options of other programs. */
const ofOtherPrograms = /README|architecture|forms|library|performance/;
const row = ['示例有限公司', '2023-07-01', '91350100M000100Y43', '91350100M000100Y43', '', '示例市市场监督管理局'];
const header = ['企业名称', '核准日期', '统一社会信用代码', '行政相对人代码_1', '行政相对人代码_3', '登记机关'];
const table = `${header.join(',')}\n${row.join(',')}\n`;
const tabbed = 'name\tdate\tcode\nA\t2023-07-01\t91350100M000100Y43\n';

const folder = mkdtempSync(join(tmpdir(), 'uscc-guide-'));
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

describe.each(['en', 'zh'] as const)('the manual, %s', (lang) => {
  const paths = listManual(lang);
  const examples = paths.flatMap((path) => listExamples(read(path)).map((words) => ({ path, words })));
  // The commands of the ledger follow one another: test/ledger plays their month. The service goes on until it is ended.
  const passedOver = ['help', 'ledger', 'serve'];
  const run = examples.filter(({ words }) => !words.includes('--serve') && !passedOver.includes(words[0] ?? ''));

  test('has examples of the commands that take files', () => {
    expect(run.length).toBeGreaterThan(20);
  });

  test.each(run.map(({ path, words }, index) => [`${path}: ${words.join(' ')}`, words, index] as const))(
    '%s',
    async (_, words, index) => {
      const place = join(folder, `${lang}-${index}`);
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
    },
  );

  test.each(paths)('%s: links lead somewhere', (path) => {
    const anchors = listAnchors(path);
    expect(new Set(anchors).size).toBe(anchors.length);
    for (const [, link = ''] of readProse(path).matchAll(/\]\(([^)\s]*)\)/g)) {
      if (/^https?:/.test(link)) continue;
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : join(dirname(path), file);
      expect(existsSync(join(root, target)), `${path} → ${link}`).toBe(true);
      if (anchor !== undefined) expect(listAnchors(target), `${path} → ${link}`).toContain(anchor);
    }
  });

  test.each(paths)('%s: the rows of a table have as many cells as its head', (path) => {
    for (const block of readProse(path).match(/(?:^\|.*\n)+/gm) ?? []) {
      const counts = block
        .trimEnd()
        .split('\n')
        .map((line) => line.replaceAll('\\|', '').split('|').length);
      expect({ block, counts: new Set(counts).size }).toEqual({ block, counts: 1 });
    }
  });

  test('every flag of every command is there, and no other', async () => {
    const helps = await Promise.all(commands.map((command) => runUscc([...command.split(' '), '--help'])));
    const flags = new Set(helps.flatMap(({ stdout }) => stdout.match(/(?<=^ {2}(?:-\w, )?)--[\w-]+/gm) ?? []));
    const texts = paths.map((path) => [path, read(path).replace(/\]\([^)]*\)/g, '')] as const);
    const all = texts.map(([, text]) => text).join('\n');
    for (const flag of flags) expect(all).toContain(flag);
    for (const [path, text] of texts.filter(([path]) => !ofOtherPrograms.test(path))) {
      for (const [, flag = ''] of text.matchAll(/(?<![\w-])(--[a-z][a-z-]+)/g)) {
        expect([...flags], `${path}: ${flag}`).toContain(flag);
      }
    }
  });

  test('the README stays one page', () => {
    expect(statSync(join(root, paths[0] ?? '')).size).toBeLessThan(12_000);
  });

  test('the README names every page of the guide', () => {
    for (const path of paths.slice(1)) expect(read(paths[0] ?? '')).toContain(`](${path})`);
  });
});

test('both languages have the same pages, sections and tables', () => {
  const shape = (path: string) =>
    readProse(path)
      .split('\n')
      .filter((line) => /^#{1,4} |^\|/.test(line))
      .map((line) => (line.startsWith('|') ? `|${line.replaceAll('\\|', '').split('|').length}` : line.split(' ')[0]));
  const [en, zh] = [listManual('en'), listManual('zh')];
  expect(zh.map((path) => path.replace('/zh/', '/en/').replace('.zh-CN', ''))).toEqual(en);
  for (const [index, path] of en.entries()) expect([path, shape(zh[index] ?? '')]).toEqual([path, shape(path)]);
});
