import { expect, test } from 'vitest';
import { inspectTables } from '../../src/node/inspect-tables.ts';
import { writeZip } from '../tables/archives.ts';
import { checkAll, useFolder } from './check.ts';

const folder = useFolder();
const header = '统一社会信用代码,企业名称\n';
const table = `${header}91110000600037341L,某甲公司\n`;

test('a table of nothing but a header and foot lines', async () => {
  const foot = folder.write('foot.csv', `${header}合计,\n填表人：张三,\n`);
  const plain = folder.write('plain.csv', table);
  await expect(checkAll([foot])).rejects.toMatchObject({ refusal: { kind: 'no-rows', file: foot } });
  const { report } = await checkAll([foot, plain]);
  expect(report.files.map(({ path }) => path)).toEqual([plain]);
  expect(report.warnings).toContainEqual(expect.objectContaining({ code: 'no-rows-in-table', file: foot }));
});

test('rows of nothing hide no records behind them', async () => {
  const { report } = await checkAll([
    folder.write('blank.csv', `${header}${',\n'.repeat(300)}91110000600037341L,甲\n`),
  ]);
  expect([report.records, report.blankRows]).toEqual([1, 300]);
});

test('files that are not there: named together, shown beside others', async () => {
  const plain = folder.write('plain.csv', table);
  const missing = [folder.path('a.csv'), folder.path('b.csv')] as const;
  await expect(checkAll([plain, ...missing])).rejects.toMatchObject({
    refusal: { kind: 'several-damaged', failures: missing.map((file) => ({ kind: 'not-found', file })) },
  });
  await expect(checkAll([plain, missing[0]])).rejects.toMatchObject({ refusal: { kind: 'not-found' } });
  const shown = await inspectTables([plain, ...missing]);
  expect(shown.map(({ path, error }) => [path, error === null])).toEqual([
    [plain, true],
    [missing[0], false],
    [missing[1], false],
  ]);
});

test('what holds no table is passed over among others, and refused alone', async () => {
  const plain = folder.write('plain.csv', table);
  const nothings = {
    'page.html': ['<html><body><p>说明</p></body></html>', 'holds-no-tables'],
    'empty.json': ['{}', 'no-records'],
    'ddl.sql': ['CREATE TABLE t (id int);\n', 'no-inserts'],
    'note.txt': ['请查收\n', 'no-code-column'],
    'note2.txt': ['说明\n本包含企业名单\n', 'no-code-column'],
  };
  for (const [name, [text = '', kind]] of Object.entries(nothings)) {
    const file = folder.write(name, text);
    await expect(checkAll([file])).rejects.toMatchObject({ refusal: { kind } });
    const { report } = await checkAll([plain, file]);
    expect([name, report.records]).toEqual([name, 1]);
    expect(report.warnings).toContainEqual(expect.objectContaining({ code: 'no-table', file }));
  }
  const members = Object.entries(nothings).map(([name, [data = '']]) => ({ name, data }));
  const zip = folder.write('all.zip', writeZip([...members, { name: 'z.csv', data: table }]));
  const { report } = await checkAll([zip]);
  expect(report.warnings.filter(({ code }) => code === 'no-table').map(({ file }) => file)).toEqual(
    expect.arrayContaining(members.map(({ name }) => `${zip}#${name}`)),
  );
});

test('damaged members of an archive keep no others from being read', async () => {
  const zip = folder.write(
    'several.zip',
    writeZip([
      { name: 'a.csv', data: table },
      { name: 'b.xlsx', data: 'PK\u0003\u0004broken' },
      { name: 'c.csv', data: `${header}91110000710926094P,乙公司\n` },
      { name: 'd.json', data: '[{"a":' },
    ]),
  );
  await expect(checkAll([zip])).rejects.toMatchObject({
    refusal: {
      kind: 'several-damaged',
      failures: [
        { kind: 'is-broken', file: `${zip}#b.xlsx`, format: 'Excel' },
        { kind: 'bad-json', file: `${zip}#d.json` },
      ],
    },
  });
  const { report } = await checkAll([zip], { skipDamaged: true });
  expect(report.records).toBe(2);
  expect(report.warnings.map(({ code, file }) => [code, file])).toEqual([
    ['damaged-skipped', `${zip}#b.xlsx`],
    ['damaged-skipped', `${zip}#d.json`],
  ]);
});
