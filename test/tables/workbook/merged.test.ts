import { expect, test } from 'vitest';
import { checkAll, useFolder } from '../../node/check.ts';
import { writeRows, writeWorkbook } from '../archives.ts';

const folder = useFolder();
const codes = ['91110000600037341L', '91110108551385082Q', '91440300708461136T'];

const check = (rows: string[][], after = ''): ReturnType<typeof checkAll> =>
  checkAll([folder.write('merged.xlsx', writeWorkbook({ sheets: [{ name: 'S', rows: writeRows(rows), after }] }))]);

test('the range of a sheet, or of a filter, merges nothing: an empty first cell is empty', async () => {
  const { report } = await check([
    ['统一社会信用代码', '企业名称'],
    [codes[0] ?? '', '甲公司'],
    ['', '乙公司'],
    ['', '丙公司'],
  ]);
  expect(report.counts).toEqual({ conforming: 1, erroneous: 0, unconverted: 0, missing: 2 });
  expect(report.skippedLines).toBe(0);
});

test('a merged code holds for the rows that it covers, and the warning tells how many repeat it', async () => {
  const merge = (range: string): string => `<mergeCell ref="${range}"/>`;
  const { report } = await check(
    [
      ['统一社会信用代码', '企业名称', '股东'],
      [codes[0] ?? '', '甲公司', '张三'],
      ['', '', '李四'],
      [codes[1] ?? '', '乙公司', '王五'],
      ['', '丙公司', ''],
    ],
    `<mergeCells count="2">${merge('A2:A3')}${merge('B2:B3')}</mergeCells>`,
  );
  expect(report.counts).toEqual({ conforming: 3, erroneous: 0, unconverted: 0, missing: 1 });
  expect(report.duplicates).toMatchObject({ codes: 1, excess: 1, repeated: { codes: 1, excess: 1 } });
  expect(report.warnings).toContainEqual(expect.objectContaining({ code: 'merged-cells', count: 1 }));
});
