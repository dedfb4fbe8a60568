import { CFB, utils, write } from '@e965/xlsx';
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

/** A workbook whose number is written with a format of its own, and the same where it does not say what that format is. */
function writeWithFormat(z: string): { told: Buffer; untold: Buffer } {
  const book = utils.book_new();
  const rows = [
    ['统一社会信用代码', '企业名称'],
    [{ t: 'n', v: 913501001234567, z }, '甲'],
  ];
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'S');
  const told = write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
  const container = CFB.read(told, { type: 'buffer' });
  const stream = CFB.find(container, '/Workbook');
  if (stream === null) throw new Error('no stream');
  const content = Buffer.from(stream.content as Uint8Array);
  const formatRecord = 0x41e;
  const ignoredRecord = 0x1ff0;
  for (let at = 0; at + 4 <= content.length; at += 4 + content.readUInt16LE(at + 2)) {
    if (content.readUInt16LE(at) === formatRecord) content.writeUInt16LE(ignoredRecord, at);
  }
  stream.content = content;
  return { told, untold: Buffer.from(CFB.write(container, { type: 'buffer' }) as Uint8Array) };
}

test('a workbook is read alike whatever was read before it: formats of another do not stay', async () => {
  const { told, untold } = writeWithFormat('000000000000000000');
  const codesOf = async (bytes: Buffer) =>
    (await checkAll([folder.write('b.xls', bytes)])).findings.map(({ code }) => code);
  const alone = await codesOf(untold);
  expect(alone).toEqual(['913501001234567']);
  expect(await codesOf(told)).toEqual(['000913501001234567']);
  expect(await codesOf(untold)).toEqual(alone);
});
