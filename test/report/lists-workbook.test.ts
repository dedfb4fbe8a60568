import { read, utils } from '@e965/xlsx';
import { expect, test } from 'vitest';
import type { Finding } from '../../src/check/findings/finding.ts';
import { createListsWriter } from '../../src/report/lists/lists-workbook.ts';
import { defaultLimits } from '../../src/write/workbook/limits.ts';
import { sampleDuplicates, sampleFindings, sampleReport } from './sample.ts';

const codes = ['913501001234567893', '9.1350100123E+17', '012345678901234567'];

async function write(findings: Finding[], rowsPerSheet = defaultLimits.rowsPerSheet) {
  const chunks: Uint8Array[] = [];
  const writer = createListsWriter(
    async (chunk) => void chunks.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk.slice()),
    { files: ['登记.xlsx#有限公司', 'b.csv'], sheets: ['有限公司', null], lang: 'zh', notes: false },
    undefined,
    { ...defaultLimits, rowsPerSheet },
  );
  for (const finding of findings) await writer.addFindings([finding]);
  await writer.addDuplicates(sampleDuplicates);
  await writer.finish(sampleReport);
  return read(Buffer.concat(chunks));
}

test('lists.xlsx: codes are text, places are sheet and row', async () => {
  const [first] = sampleFindings as [Finding];
  const workbook = await write(
    codes.map((code, index) => ({ ...first, code, normalized: code, suggestion: code, file: index % 2 })),
  );
  expect(workbook.SheetNames).toEqual(['问题清单', '重码清单']);
  const sheet = workbook.Sheets.问题清单 ?? {};
  const header = (utils.sheet_to_json(sheet, { header: 1 }) as string[][])[0] ?? [];
  const cellOf = (column: string, row: number) => sheet[utils.encode_cell({ c: header.indexOf(column), r: row })];
  const issueRows = [1, 3, 5];
  for (const [index, row] of issueRows.entries()) {
    for (const column of ['统一社会信用代码', '规范化后']) {
      expect(cellOf(column, row)).toMatchObject({ t: 's', v: codes[index] });
    }
    expect(cellOf('建议更正代码', row)).toMatchObject({ t: 's', v: codes[index] });
    expect(cellOf('行', row)).toMatchObject({ t: 'n', v: first.line });
    expect(cellOf('记录', row)).toMatchObject({ t: 'n', v: first.row });
    expect(cellOf('文件', row)?.v).toBe(index % 2 === 0 ? '登记.xlsx' : 'b.csv');
    expect(cellOf('工作表', row)?.v).toBe(index % 2 === 0 ? '有限公司' : undefined);
  }
  const duplicates = utils.sheet_to_json(workbook.Sheets.重码清单 ?? {}) as Record<string, unknown>[];
  expect(duplicates.map((row) => row.统一社会信用代码)).toEqual(sampleDuplicates.map(({ code }) => code));
});

test('lists.xlsx: what does not fit a sheet goes on on the next', async () => {
  const [first] = sampleFindings as [Finding];
  const many = Array.from({ length: 7 }, (_, index) => ({ ...first, notes: [], row: index + 1 }));
  const workbook = await write(many, 4);
  expect(workbook.SheetNames.filter((name) => name.startsWith('问题清单'))).toEqual([
    '问题清单',
    '问题清单 (2)',
    '问题清单 (3)',
  ]);
  const rows = workbook.SheetNames.filter((name) => name.startsWith('问题清单')).flatMap((name) =>
    utils.sheet_to_json(workbook.Sheets[name] ?? {}),
  ) as Record<string, number>[];
  expect(rows.map((row) => row.序号)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});
