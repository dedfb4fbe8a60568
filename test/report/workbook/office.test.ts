import XLSX from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { isValid } from '../../../src/index.ts';
import { nodePacking } from '../../../src/node/zlib.ts';
import { conforms } from '../../../src/report/workbook/validations.ts';
import type { Suspect } from '../../../src/suspects/suspect.ts';
import { sampleReport } from '../sample.ts';
import { convertToCsv, officePath } from './office.ts';
import { makeFinding, writeWorkbook } from './write.ts';

const hostileNames = [
  '=1+1',
  '=HYPERLINK("http://example.invalid","x")',
  '@SUM(A1)',
  '+86',
  '-1',
  "'单引号",
  '<b>粗</b>&amp;"引号"',
  ' 首尾空格 ',
  '𠮷野家😀',
  'a_x0041_b',
  '00123',
  '1E5',
  '2024-01-02',
];
const codes = [
  '012345678901234567',
  '91350100M000100Y44',
  '913501001234567000',
  '9135 0100-M000100Y43',
  '000000000000000018',
];

const rowsOf = (csv: string | undefined): string[][] => parse(csv ?? '', { bom: true, relax_column_count: true });

describe.skipIf(officePath === null)('LibreOffice', () => {
  test('opens the workbook, and every cell is what it was', { timeout: 120_000 }, async () => {
    const names = [...hostileNames, ...codes.map((_, index) => `公司${index}`)];
    const findings = names.map((name, index) =>
      makeFinding({ name, line: index + 2, code: codes[index % codes.length] ?? '', unit: '=某局"<&>' }),
    );
    const records = hostileNames.map((name, index) => ({
      file: 0,
      row: index,
      line: index + 2,
      code: codes[0] ?? '',
      name,
    }));
    const suspects: Suspect[] = [{ kind: 'name', evidence: 'same-name', confidence: 0.9, records }];
    const kinds = { 'organization-code': 0, name: 1, 'near-code': 0, 'near-name': 0 };
    const report = { ...sampleReport, suspects: { kinds, commonNames: 0, crowdedGroups: 0 } };
    const sheets = await convertToCsv(await writeWorkbook({ findings, suspects, report, packing: nodePacking }));
    const tabs = ['=某局"<&>', '回传表目录', '汇总表', '疑似重码', '重错码汇总表'];
    expect([...sheets.keys()].toSorted()).toEqual(tabs.toSorted());
    const [suspectHeader = [], ...suspectRows] = rowsOf(sheets.get('疑似重码')).slice(2);
    expect(suspectRows.map((row) => row[suspectHeader.indexOf('机构名称')])).toEqual(hostileNames);
    expect(suspectRows[0]?.slice(0, 4)).toEqual(['1', '同一名称、不同代码：名称相同', '90%', codes[0]]);

    const [header = [], ...list] = rowsOf(sheets.get('重错码汇总表'));
    const column = (name: string): string[] => list.map((row) => row[header.indexOf(name)] ?? '');
    expect(column('机构名称')).toEqual(names);
    expect(column('统一社会信用代码')).toEqual(findings.map(({ code }) => code));
    expect(column('建议更正代码')).toEqual(findings.map(() => '91350100M000100Y43'));
    expect(column('行政区划')).toEqual(findings.map(() => '350100 福建省福州市'));
    expect(column('责任单位')).toEqual(findings.map(() => '=某局"<&>'));
    expect(column('行号')).toEqual(findings.map(({ line }) => String(line)));

    const summary = rowsOf(sheets.get('汇总表'));
    expect(summary.find(([label]) => label === '代码总量（合规 + 错码）')).toContain('30000');
    // 6 of 30,000.
    expect(summary.find(([label]) => label === '错码 + 多余的重码')?.slice(1, 4)).toEqual(['6', '30000', '0.02%']);
  });

  test('the rule for corrected codes tells the codes that conform from others', { timeout: 120_000 }, async () => {
    const good = ['91110000600037341L', '91350100M000100Y43', '12100000400000624D'].filter((code) => isValid(code));
    expect(good.length).toBeGreaterThan(1);
    const bad = [
      '91110000600037341M',
      '91350100M000100Y4',
      '91350100M000100Y433',
      '91350100m000100y43',
      '9135O100M000100Y43',
      '19350100M000100Y43',
    ];
    const sheet = XLSX.utils.aoa_to_sheet([...good, ...bad].map((code) => [code]));
    for (let row = 1; row <= good.length + bad.length; row++) {
      sheet[`B${row}`] = { t: 'n', f: `IFERROR(IF(${conforms(`A${row}`)},1,0),0)` };
    }
    sheet['!ref'] = `A1:B${good.length + bad.length}`;
    const workbook = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(workbook, sheet, 'codes');
    const sheets = await convertToCsv(XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    const verdicts = rowsOf(sheets.get('codes')).map(([code, verdict]) => [code, verdict]);
    expect(verdicts).toEqual([...good.map((code) => [code, '1']), ...bad.map((code) => [code, '0'])]);
  });
});
