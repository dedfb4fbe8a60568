import { expect, test } from 'vitest';
import type { TableInspection } from '../../src/check/inspect/describe-inspection.ts';
import { useFolder } from '../node/check.ts';
import { expectShape } from '../report/schema.ts';
import { writeZip } from '../tables/archives.ts';
import { runUscc } from './run.ts';

const folder = useFolder();
const [first, second, third] = ['91110000600037341L', '9144030071526726XG', '91110000710926094P'] as const;

async function inspect(
  files: string[],
  flags: string[] = [],
): Promise<{ code: number | null; stderr: string; tables: TableInspection[] }> {
  const { code, stdout, stderr } = await runUscc(['inspect', ...files, '--format', 'json', ...flags]);
  return { code, stderr, tables: expectShape('uscc-inspect-1', JSON.parse(stdout)) as TableInspection[] };
}

const roles = ({ columns }: TableInspection) => columns.map(({ name, role, why }) => [name, role, why]);

test('titles, a second line of the header, repeated headers and a foot: every line is named with its reason', async () => {
  const path = folder.write(
    'a.csv',
    [
      '某市登记表,,,',
      '企业名称,原统一社会信用代码,统一社会信用代码,登记机关',
      '必填,选填,必填,必填',
      `甲公司,${third},${first},市局`,
      '企业名称,原统一社会信用代码,统一社会信用代码,登记机关',
      `乙公司,,${second},县局`,
      '合计,,,2',
      '',
    ].join('\n'),
  );
  const { code, tables } = await inspect([path]);
  expect(code).toBe(0);
  const [table] = tables;
  expect(table).toMatchObject({
    path,
    encoding: 'utf-8',
    delimiter: ',',
    escape: null,
    headerLine: 2,
    records: 2,
    skippedLines: 4,
    skipped: [
      { line: 1, why: 'title' },
      { line: 3, why: 'required' },
      { line: 5, why: 'repeated-header' },
      { line: 7, why: 'foot' },
    ],
    error: null,
  });
  expect(table && roles(table)).toEqual([
    ['企业名称', 'name', 'header'],
    ['原统一社会信用代码', 'other-code', 'header'],
    ['统一社会信用代码', 'code', 'header'],
    ['登记机关', 'unit', 'header'],
  ]);
  expect(table?.columns[2]).toMatchObject({ number: 3, samples: [first, second] });
  expect(table?.warnings.map(({ code: warning }) => warning)).toContain('other-code-columns');
});

test('a table without a header: columns by content, and how they were found', async () => {
  const path = folder.write('hive.txt', `1\x01甲科技公司\x01${first}\n2\x01乙科技公司\x01${second}\n`);
  const { tables } = await inspect([path]);
  expect(tables[0]).toMatchObject({ delimiter: '\x01', headerLine: null, records: 2 });
  expect(tables[0] && roles(tables[0])).toEqual([
    ['1', null, null],
    ['2', 'name', 'content'],
    ['3', 'code', 'content'],
  ]);
});

test('a line far down is found, and an escape in a record far down is said', async () => {
  const rows = Array.from({ length: 3000 }, (_, index) => `公司${index},五金,${first}`);
  rows[2500] = `公司x,"\\"五金\\",百货",${first}`;
  rows.push('说明：以上为全部数据,,');
  const path = folder.write('far.csv', `企业名称,经营范围,统一社会信用代码\n${rows.join('\n')}\n`);
  const { tables } = await inspect([path]);
  expect(tables[0]).toMatchObject({ escape: '\\', records: 3000, skipped: [{ line: 3002, why: 'foot' }] });
});

test('samples: ID numbers masked, nothing that a terminal obeys', async () => {
  const path = folder.write(
    'p.csv',
    `企业名称,统一社会信用代码,证件号码\n甲\x1b[31m公司,${first},11010519491231002X\n`,
  );
  const { tables } = await inspect([path]);
  expect(tables[0]?.columns.map(({ samples }) => samples[0])).toEqual(['甲\\x1b[31m公司', first, '110105********002X']);
  const text = await runUscc(['inspect', path]);
  expect(text.stdout).not.toContain('\x1b');
  expect(text.stdout).not.toContain('19491231');
  expect(text.stdout).toContain('甲\\x1b[31m公司');
});

test('what cannot be understood says why and ends with 3; the others are shown', async () => {
  const good = folder.write('good.csv', `统一社会信用代码,企业名称\n${first},甲\n`);
  const twice = folder.write(
    'twice.csv',
    `企业名称,统一社会信用代码,企业名称,统一社会信用代码\n甲,${first},乙,${second}\n`,
  );
  const cut = folder.write('cut.zip', writeZip([{ name: 'a.csv', data: 'a,b\n1,2\n' }]).subarray(0, 60));
  const { code, stderr, tables } = await inspect([twice, good, cut]);
  expect(code).toBe(3);
  expect(stderr).toContain('2 inputs');
  expect(tables.map(({ path, records, error }) => [path, records, error === null])).toEqual([
    [twice, null, false],
    [good, 1, true],
    [cut, null, false],
  ]);
  expect(tables[0]?.columns).toHaveLength(4);
  expect(tables[0]?.error).toContain('2, 4');
});

test('a table without codes: alone an error, among others none; its columns are shown', async () => {
  const plain = folder.write('plain.csv', 'a,b\n1,2\n');
  const good = folder.write('good2.csv', `统一社会信用代码,企业名称\n${first},甲\n`);
  const alone = await inspect([plain]);
  expect(alone.code).toBe(3);
  expect(alone.tables[0]?.columns.map(({ name, samples }) => [name, samples])).toEqual([
    ['a', ['1']],
    ['b', ['2']],
  ]);
  const { code, tables } = await inspect([plain, good]);
  expect(code).toBe(0);
  expect(tables[0]?.warnings.map(({ code: warning }) => warning)).toEqual(['no-table']);
});

test('flags of reading are obeyed, and the reason is that they were', async () => {
  const path = folder.write('f.txt', `1;甲公司;${first}\n2;乙公司;${second}\n`);
  const flags = ['--no-header', '--delimiter', ';', '--code-column', '3', '--name-column', '2', '--unit-column', '1'];
  const { tables } = await inspect([path], flags);
  expect(tables[0]).toMatchObject({ delimiter: ';', headerLine: null, records: 2 });
  expect(tables[0]?.columns.map(({ role, why }) => [role, why])).toEqual([
    ['unit', 'named'],
    ['name', 'named'],
    ['code', 'named'],
  ]);
});

test('as text, in Chinese', async () => {
  const path = folder.write('z.csv', `企业名称,统一社会信用代码\n甲公司,${first}\n合计,1\n`);
  const { stdout } = await runUscc(['inspect', path, '--lang', 'zh']);
  for (const part of [
    '编码 UTF-8',
    '分隔符 逗号',
    '表头在第 1 行',
    '1 条记录',
    '代码  按表头',
    '第 3 行  合计、签字或备注',
  ]) {
    expect(stdout).toContain(part);
  }
});
