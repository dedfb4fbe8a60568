import { expect, test } from 'vitest';
import { inspectTables } from '../../src/node/inspect-tables.ts';
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
