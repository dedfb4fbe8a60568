import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runUscc } from './run.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uscc-test-'));
  const rows = '91350100M000100Y43,甲公司,91350211M00013FA1N,乙公司\n'.repeat(2);
  writeFileSync(join(folder, 'table.csv'), `统一社会信用代码,企业名称,上级代码,上级名称\n${rows}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const commands: [string, string[], (report: never) => unknown][] = [
  ['check', [], ({ files }: Reading) => files[0]],
  ['dedup', ['-o', 'out.csv'], ({ files }: Reading) => files[0]],
  ['fix', ['-o', 'out.csv'], ({ file }: { file: unknown }) => file],
  ['diff', ['table.csv'], ({ new: { files } }: { new: Reading }) => files[0]],
  ['match', ['--against', 'table.csv'], ({ files: [file] }: Reading) => file],
];

interface Reading {
  files: unknown[];
}

const run = (command: string, args: string[]) => runUscc([command, 'table.csv', ...args], { cwd: folder });

test.each(commands)('uscc %s reads the columns it is told of', async (command, args, fileOf) => {
  const chosen = ['--code-column', '上级代码', '--name-column', '4'];
  const { stdout, stderr } = await run(command, [...args, ...chosen, '--format', 'json']);
  expect(stderr).toBe('');
  const code = command === 'match' ? { codeColumns: ['上级代码'] } : { codeColumn: '上级代码' };
  expect(fileOf(JSON.parse(stdout) as never)).toMatchObject({ ...code, nameColumn: '上级名称' });
});

test.each(commands)('uscc %s refuses what cannot be read in the way it is told', async (command, args) => {
  for (const [flag, value] of [
    ['--code-column', '9'],
    ['--name-column', '9'],
    ['--encoding', 'utf-16le'],
  ] as const) {
    const { code, stdout, stderr } = await run(command, [...args, flag, value]);
    expect([flag, code, stdout, stderr]).toEqual([flag, 3, '', expect.stringContaining('table.csv')]);
  }
});
