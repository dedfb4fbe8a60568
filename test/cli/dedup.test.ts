import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeRows, writeWorkbook } from '../tables/archives.ts';
import { collect, runUscc, startUscc } from './run.ts';

const [first, second] = ['91350100M000100Y43', '91110000600037341L'];
const header = '统一社会信用代码,企业名称,核准日期\r\n';
const rows = [
  `${first},甲公司,2023-01-02\r\n`,
  `${first.toLowerCase()},甲公司,2023/3/4\r\n`,
  `${second},乙公司,2022-01-01\r\n`,
  '\r\n',
  `"${second}",丙公司,2022-01-02\r\n`,
  '11010519491231002X,=丁,\r\n',
];
const table = header + rows.join('');
const without = (...gone: number[]) => header + rows.filter((_, index) => !gone.includes(index)).join('');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uscc-test-'));
});
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'table.csv'), table);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: string[], input: string | Buffer = '') => runUscc(['dedup', ...args], { cwd: folder, input });
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('uscc dedup', () => {
  test('leaves one of each repeated duplicate and says what became of the rest', async () => {
    const { code, stdout, stderr } = await run(['table.csv', '-o', 'clean.csv', '--removed', 'removed.csv']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('4 records kept, of 5');
    expect(read('clean.csv')).toBe(without(1));
    expect(read('removed.csv')).toBe(
      `file,row,line,why,kept_file,kept_row,${header}table.csv,2,3,repeated,table.csv,1,${rows[1]}`,
    );
  });

  test.each([
    [['--keep', 'last'], [0]],
    [['--keep', 'newest:核准日期'], [0]],
    [['--keep', 'oldest:3'], [1]],
    [['--keep', 'most-complete'], [1]],
    [['--by', 'code+name'], [1]],
    [['--by', 'organization', '--keep', 'last'], [0]],
    [
      ['--conflicts', 'drop', '--removed', 'removed.csv'],
      [1, 4],
    ],
    [
      ['--conflicts', 'separate', '--conflicts-file', 'conflicts.csv'],
      [1, 2, 4],
    ],
    [
      ['--conflicts', 'drop', '--removed', 'removed.csv', '--keep', 'newest:3'],
      [0, 2],
    ],
  ])('%j', async (flags, gone) => {
    const { code } = await run(['table.csv', '-o', 'clean.csv', ...flags]);
    expect([code, read('clean.csv')]).toEqual([0, without(...gone)]);
  });

  test('lists conflicts with the number of each', async () => {
    await run(['table.csv', '-o', 'clean.csv', '--conflicts-file', 'conflicts.csv']);
    expect(read('conflicts.csv')).toBe(
      `group,file,row,line,${header}1,table.csv,3,4,${rows[2]}1,table.csv,4,6,${rows[4]}`,
    );
  });

  test('standard input to standard output: the summary makes way', async () => {
    const { code, stdout, stderr } = await run(['-', '-o', '-'], table);
    expect([code, stdout]).toEqual([0, without(1)]);
    expect(stderr).toContain('4 records kept, of 5');
  });

  test('gzip and a plain file become one table', async () => {
    writeFileSync(join(folder, 'june.csv.gz'), gzipSync(table));
    const { code, stdout } = await run(['june.csv.gz', 'table.csv', '-o', 'both.csv', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'uscc-dedup/1',
      records: 10,
      kept: 6,
      removed: { repeated: 4, conflicting: 0 },
      duplicates: { codes: 3, conflicting: { codes: 1, records: 4 }, repeated: { codes: 2, records: 6 } },
    });
    expect(read('both.csv')).toBe(`${without(1)}${rows[2]}${rows[3]}${rows[4]}`);
  });

  test('a workbook comes out as CSV', async () => {
    const cells = [
      ['统一社会信用代码', '企业名称'],
      [first, '甲公司'],
      [first, '甲公司'],
    ];
    writeFileSync(join(folder, 'book.xlsx'), writeWorkbook({ sheets: [{ name: 'S', rows: writeRows(cells) }] }));
    const { code, stdout } = await run(['book.xlsx', '-o', '-']);
    expect([code, stdout.replace('\ufeff', '').trim().split(/\r?\n/)]).toEqual([
      0,
      ['统一社会信用代码,企业名称', `${first},甲公司`],
    ]);
  });

  test.each([
    [2, 'name the new file', ['table.csv']],
    [2, 'Allowed choices', ['table.csv', '-o', 'out.csv', '--by', 'name']],
    [2, 'not a rule', ['table.csv', '-o', 'out.csv', '--keep', 'newest']],
    [2, 'not a rule', ['table.csv', '-o', 'out.csv', '--keep', 'first:3']],
    [2, '--removed', ['table.csv', '-o', 'out.csv', '--conflicts', 'drop']],
    [2, '--conflicts-file', ['table.csv', '-o', 'out.csv', '--conflicts', 'separate']],
    [2, 'only one of', ['table.csv', '-o', '-', '--removed', '-']],
    [2, 'given twice', ['table.csv', 'table.csv', '-o', 'out.csv']],
    [2, 'out.csv', ['table.csv', '-o', 'out.csv', '--removed', './out.csv']],
    [3, 'no column 没有', ['table.csv', '-o', 'out.csv', '--keep', 'oldest:没有']],
    [3, 'no such file', ['none.csv', '-o', 'out.csv']],
    [3, 'empty', ['-', '-o', 'out.csv']],
  ])('ends with %i, says “%s”: %j', async (expected, words, args) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout]).toEqual([expected, '']);
    expect(stderr).toContain(words);
    expect(readdirSync(folder)).toEqual(['table.csv']);
  });

  test('never overwrites an input, by whatever name', async () => {
    symlinkSync('table.csv', join(folder, 'link.csv'));
    linkSync(join(folder, 'table.csv'), join(folder, 'same.csv'));
    for (const output of ['table.csv', './table.csv', 'link.csv', 'same.csv']) {
      expect((await run(['table.csv', '-o', output])).code).toBe(2);
      expect((await run(['table.csv', '-o', 'clean.csv', '--removed', output])).code).toBe(2);
    }
    expect(readdirSync(folder)).toEqual(['link.csv', 'same.csv', 'table.csv']);
    expect(read('table.csv')).toBe(table);
  });

  test.each([
    ['', 'the file is empty'],
    ['\ufeff', 'the file is empty'],
    ['\n\r\n,,\n', 'the file is empty'],
    [header, 'a header but no row'],
  ])('nothing to read in %j', async (text, words) => {
    const { code, stderr } = await run(['-', '-o', 'clean.csv'], text);
    expect([code, readdirSync(folder)]).toEqual([3, ['table.csv']]);
    expect(stderr).toContain(words);
  });

  test('tables of other columns are refused, and leave nothing behind', async () => {
    writeFileSync(join(folder, 'other.csv'), `企业名称,统一社会信用代码\r\n甲公司,${first}\r\n`);
    expect((await run(['table.csv', 'other.csv', '-o', 'clean.csv'])).code).toBe(3);
    expect(readdirSync(folder)).toEqual(['other.csv', 'table.csv']);
  });

  test('a file of nothing but ASCII goes with GB18030, not with UTF-16', async () => {
    const [header, row, last] = ['code,name\n', `${first},A\n`, `${first},B\n`];
    writeFileSync(join(folder, 'ascii.csv'), header + row);
    const name = Buffer.from([0xbc, 0xd7]);
    writeFileSync(join(folder, 'gb.csv'), Buffer.concat([Buffer.from(`${header}${second},`), name, Buffer.from('\n')]));
    writeFileSync(join(folder, 'wide.csv'), `\ufeff${header}${last}`, 'utf16le');
    const flags = ['--name-column', 'name', '-o', 'clean.csv'];
    expect((await run(['ascii.csv', 'gb.csv', ...flags])).code).toBe(0);
    expect(readFileSync(join(folder, 'clean.csv'))).toEqual(
      Buffer.concat([Buffer.from(`${header}${row}${second},`), name, Buffer.from('\n')]),
    );
    rmSync(join(folder, 'clean.csv'));
    for (const files of [
      ['ascii.csv', 'wide.csv'],
      ['wide.csv', 'ascii.csv'],
      ['wide.csv', 'gb.csv'],
    ]) {
      const { code, stderr } = await run([...files, ...flags]);
      expect([code, readdirSync(folder).includes('clean.csv')]).toEqual([3, false]);
      expect(stderr).toContain('utf-16le');
    }
  });

  test('interrupted: 130, and an earlier output stays as it was', async () => {
    writeFileSync(join(folder, 'clean.csv'), 'earlier');
    const child = startUscc(['dedup', '-', '-o', 'clean.csv'], { cwd: folder });
    child.stdin.write(table);
    const ended = collect(child);
    // Waits for the rest of its input.
    setTimeout(() => child.kill('SIGINT'), 1000);
    expect((await ended).code).toBe(130);
    expect(readdirSync(folder)).toEqual(['clean.csv', 'table.csv']);
    expect(read('clean.csv')).toBe('earlier');
  });
});
