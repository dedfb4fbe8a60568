import { utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { checkAll, useFolder } from '../node/check.ts';

const folder = useFolder();

test('.xls, with the library that is optional', async () => {
  const workbook = utils.book_new();
  const rows = [
    ['某市登记表'],
    ['统一社会信用代码', '企业名称', '日期'],
    ['91110000600037341L', '甲', { t: 'n', v: 45000, z: 'yyyy/m/d' }],
    [],
    [913501001234567000, '乙'],
    [9.1350100123456781e17, true],
    ['91110000600037341L', '丙'],
  ];
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), '数据');
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([['说明'], ['按证照填写']]), '说明');
  const bytes = write(workbook, { type: 'buffer', bookType: 'biff8' }) as Buffer;
  const { report, findings, duplicates } = await checkAll([folder.write('a.xls', bytes)]);
  expect(findings.map(({ row, line, code, name }) => [row, line, code, name])).toEqual([
    [2, 5, '913501001234567000', '乙'],
    [3, 6, '913501001234567808', 'TRUE'],
  ]);
  expect(duplicates.map(({ line, name }) => [line, name])).toEqual([
    [3, '甲'],
    [7, '丙'],
  ]);
  expect(report.warnings.map(({ code }) => code)).toEqual(['sheet-without-codes', 'title-rows']);
  for (const length of [600, 1500, bytes.length - 600]) {
    await expect(checkAll([folder.write('cut.xls', bytes.subarray(0, length))])).rejects.toMatchObject({
      code: 'input',
    });
  }
});
