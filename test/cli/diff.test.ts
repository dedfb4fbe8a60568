import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeRows, writeWorkbook } from '../tables/archives.ts';
import { runUscc } from './run.ts';

// Real codes; the wrong ones have one character changed, the pair has one organization code.
const [kept, gone] = ['91350100M000100Y43', '91110000600037341L'];
const [wrong, late] = ['91110000600037341M', '91110000600037341N'];
const header = '统一社会信用代码,企业名称\n';
const june = `${header}${kept},甲公司\n${gone},乙公司\n${wrong},丙公司\n无,丁公司\n`;
const july = `${header}${kept},甲公司\n${kept},甲公司\n${late},=己\n,丁公司\n`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uscc-test-'));
  writeFileSync(join(folder, 'june.csv'), june);
  writeFileSync(join(folder, 'july.csv'), july);
  writeFileSync(join(folder, 'may.csv'), `${header}${late},己公司\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: string[], input = '') => runUscc(['diff', ...args], { cwd: folder, input });
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const none = { resolved: 0, remaining: 0, new: 0, reappeared: 0 };

const expected = {
  schema: 'uscc-diff/1',
  problems: {
    erroneous: { ...none, resolved: 1, new: 1 },
    duplicate: { ...none, new: 1 },
    unconverted: none,
    missing: { ...none, remaining: 1 },
  },
  codes: { kept: 1, added: 0, gone: 1, changed: { organization: 0, name: 0 } },
};

describe('uscc diff', () => {
  test('says what was resolved, what is new, and the rate then and now', async () => {
    const { code, stdout, stderr } = await run(['june.csv', 'july.csv']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('rate 33.3333% → 66.6667%');
    expect(stdout).toContain(`${wrong} 丙公司  june.csv, line 4 (record 3)`);
  });

  test('JSON has the counts, the same for every kind of source', async () => {
    writeFileSync(join(folder, 'june.gz'), gzipSync(june));
    const cells = july
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    writeFileSync(join(folder, 'july.xlsx'), writeWorkbook({ sheets: [{ name: 'S', rows: writeRows(cells) }] }));
    for (const [old, now] of [
      ['june.csv', 'july.csv'],
      ['june.gz', 'july.xlsx'],
      ['june.csv', '-'],
    ] as const) {
      const { code, stdout } = await run([old, now, '--format', 'json'], now === '-' ? july : '');
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject(expected);
    }
  });

  test('a problem of an earlier export has reappeared', async () => {
    const { stdout } = await run(['june.csv', 'july.csv', '--earlier', 'may.csv', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      earlier: ['may.csv'],
      problems: { erroneous: { ...none, resolved: 1, reappeared: 1 } },
    });
  });

  test('the lists, their cells made harmless', async () => {
    expect((await run(['june.csv', 'july.csv', '--out', 'changes'])).code).toBe(0);
    expect(readdirSync(join(folder, 'changes')).sort()).toEqual([
      'added.csv',
      'changed.csv',
      'gone.csv',
      'problems.csv',
      'summary.json',
    ]);
    expect(JSON.parse(read('changes/summary.json'))).toMatchObject(expected);
    expect(read('changes/gone.csv')).toBe(`\ufeffcode,name,file,row,line,sheet\r\n${gone},乙公司,june.csv,2,3,\r\n`);
    const problems = read('changes/problems.csv').trim().split('\r\n');
    expect(problems).toHaveLength(6);
    // The code that became a bad one stands in its last column.
    expect(problems).toContain(`new,erroneous,check-digit,${late},'=己,july.csv,3,4,,,${gone}`);
  });

  test('target and definition', async () => {
    const { code, stdout } = await run([
      ...['june.csv', 'july.csv', '--format', 'json'],
      ...['--target', '50%', '--definition', 'erroneous'],
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      new: { target: { value: 0.5, definition: 'erroneous', met: true } },
    });
  });

  test.each([
    [2, 'missing required argument', ['june.csv']],
    [2, 'too many arguments', ['june.csv', 'july.csv', 'may.csv']],
    [2, 'Allowed choices', ['june.csv', 'july.csv', '--definition', 'all']],
    [2, '--target', ['june.csv', 'july.csv', '--target', 'low']],
    [2, 'inside the --out folder', ['june.csv', 'july.csv', '--out', '.']],
    [2, 'inside the --out folder', ['june.csv', 'july.csv', '--earlier', 'may.csv', '--out', 'may.csv']],
    [2, 'standard input', ['-', '-']],
    [2, 'standard input', ['june.csv', '-', '--earlier', '-']],
    [3, 'no such file', ['none.csv', 'july.csv']],
    [3, 'no such file', ['june.csv', 'july.csv', '--earlier', 'none.csv']],
    [3, 'empty', ['-', 'july.csv']],
  ])('ends with %i, says “%s”: %j', async (expectedCode, words, args) => {
    const before = readdirSync(folder);
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout]).toEqual([expectedCode, '']);
    expect(stderr).toContain(words);
    expect(readdirSync(folder)).toEqual(before);
    expect(read('june.csv')).toBe(june);
  });
});
