import { describe, expect, test } from 'vitest';
import { checkAll, listErroneous, useFolder } from '../node/check.ts';
import { listWorkbookMembers, writeRows, writeWorkbook, writeZip } from './archives.ts';

const folder = useFolder();
const valid = '91110000600037341L';
const other = '91350100M000100Y43';
const header = '<row r="1"><c r="A1" t="str"><v>统一社会信用代码</v></c><c r="B1" t="str"><v>企业名称</v></c></row>';

/** A workbook of one sheet: a header, and cells of the code column as they stand in its XML. */
function writeCodes(cells: string[], rest: Partial<Parameters<typeof writeWorkbook>[0]> = {}): string {
  const rows = cells.map((cell, index) => `<row r="${index + 2}">${cell}</row>`).join('');
  return folder.write('codes.xlsx', writeWorkbook({ sheets: [{ name: 'S', rows: header + rows }], ...rest }));
}

describe('numbers in the code column', () => {
  test.each([
    // Excel has kept 15 digits.
    ['9.13501001234567E+17', '913501001234567000', 'check-digit'],
    ['913501001234567000', '913501001234567000', 'check-digit'],
    // A double, by another program.
    ['9.1350100123456781E17', '913501001234567808', 'check-digit'],
    // Digits that a program has written are not rounded by us.
    ['913501001234567812', '913501001234567812', 'check-digit'],
    ['9.13E+25', '9.13e+25', 'spreadsheet-notation'],
    ['123456', '123456', 'length'],
    ['123456.0', '123456', 'length'],
    ['0.1', '0.1', 'length'],
    ['-5', '-5', 'length'],
    ['1E3', '1000', 'length'],
  ])('%s', async (source, code, issue) => {
    expect(await listErroneous(writeCodes([`<c><v>${source}</v></c>`, `<c t="str"><v>${valid}</v></c>`]))).toEqual([
      [code, issue],
    ]);
  });

  test('rounded ones are told as such', async () => {
    const { findings } = await checkAll(
      [writeCodes(['<c><v>9.13501001234567E+17</v></c>', '<c><v>9.1350100123456781E17</v></c>'])],
      {
        codeColumn: 1,
      },
    );
    expect(findings.map(({ issue }) => issue)).toEqual([
      expect.objectContaining({ code: 'check-digit' }),
      expect.objectContaining({ code: 'check-digit' }),
    ]);
  });

  test('formats: dates, zeros in front', async () => {
    const formats = [14, 22, 164, 165, 166, 167, 2, 20];
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="165" formatCode="000000000000000"/><numFmt numFmtId="166" formatCode="0.00E+00"/><numFmt numFmtId="167" formatCode="[Red]General&quot;d&quot;"/></numFmts><cellXfs>${formats.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
    const cell = (style: number, value: string): string => `<c s="${style}"><v>${value}</v></c>`;
    const cells = [
      cell(0, '45000'),
      cell(1, '45000.5'),
      cell(2, '45000'),
      cell(3, '110000012345678'),
      cell(3, '45000'),
      cell(4, '45000'),
      cell(5, '45000'),
      cell(6, '45000'),
      cell(7, '0.75'),
      cell(0, '9.13501001234567E+17'),
    ];
    expect((await listErroneous(writeCodes(cells, { styles }), { codeColumn: 1 })).map(([code]) => code)).toEqual([
      '2023-03-15',
      '2023-03-15 12:00:00',
      '2023-03-15',
      '110000012345678',
      '000000000045000',
      '45000',
      '45000',
      '45000',
      '18:00:00',
      '913501001234567000',
    ]);
    expect((await listErroneous(writeCodes([cell(0, '0')], { styles, is1904: true }), { codeColumn: 1 }))[0]?.[0]).toBe(
      '1904-01-01',
    );
  });
});

describe('cells', () => {
  test('of every kind', async () => {
    const strings =
      '<si><t>甲&amp;乙,"丙"</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">91110000</t></r><r><t>600037341L</t></r><rPh sb="0" eb="1"><t>ピン</t></rPh></si><si><t/></si><si><t>_x0041_b_x005F_x0041_&#10;c</t></si>';
    const rows = [
      '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>0</v></c></row>',
      '<row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="s"><v>2</v></c></row>',
      '<row r="4"><c r="A4" t="e"><v>#N/A</v></c><c r="B4" t="s"><v>3</v></c></row>',
      `<row r="5"><c r="A5" t="str"><f>CONCAT("9","1")</f><v>${other}</v></c><c r="B5" t="inlineStr"><is><r><t>丁</t></r><r><t>戊</t></r></is></c></row>`,
      '<row r="7"><c r="A7"><f>1+1</f></c><c r="B7" t="d"><v>2023-01-02T00:00:00</v></c></row>',
      `<row r="8"><c r="A8" t="str"><v><![CDATA[${valid}]]></v></c><!-- <c> --><c r="B8" t="str"><v>己</v></c></row>`,
    ].join('\n  ');
    const path = folder.write('kinds.xlsx', writeWorkbook({ sheets: [{ name: 'S', rows: header + rows }], strings }));
    const { report, findings, duplicates } = await checkAll([path]);
    expect(report.counts).toEqual({ conforming: 3, erroneous: 1, unconverted: 0, missing: 2 });
    expect(findings.map(({ row, line, code, name }) => [row, line, code, name])).toEqual([
      [2, 3, 'TRUE', ''],
      [3, 4, '#N/A', 'Ab_x0041_ c'],
      [5, 7, '', '2023-01-02T00:00:00'],
    ]);
    expect(duplicates.map(({ row, line, name }) => [row, line, name])).toEqual([
      [1, 2, '甲&乙,"丙"'],
      [6, 8, '己'],
    ]);
    expect(report.warnings.map(({ code, count }) => [code, count])).toContainEqual(['formula-without-value', 1]);
  });

  test('elements with a prefix, attributes in single quotes, no references', async () => {
    const rows = `<x:row><x:c t='str'><x:v>统一社会信用代码</x:v></x:c></x:row><x:row><x:c/><x:c t='str'><x:v>x</x:v></x:c></x:row><x:row spans='1:1' r='9'><x:c t='str'><x:v>${valid}</x:v></x:c></x:row>`;
    const path = folder.write('prefix.xlsx', writeWorkbook({ sheets: [{ name: 'S', rows }], prefix: 'x:' }));
    const { report, findings } = await checkAll([path]);
    expect(report.counts).toMatchObject({ conforming: 1, missing: 1 });
    expect(findings.map(({ line }) => line)).toEqual([2]);
  });

  test('rows of empty cells are blank rows; rows that are not there are nothing', async () => {
    const rows = `${header}<row r="3"><c r="A3" s="1"/><c r="B3" s="1"/></row><row r="5"><c r="A5" t="str"><v>${valid}</v></c></row><row r="1048576"><c r="B1048576" s="1"/></row>`;
    const path = folder.write('blank.xlsx', writeWorkbook({ sheets: [{ name: 'S', rows }] }));
    const { report } = await checkAll([path]);
    expect([report.records, report.blankRows]).toEqual([1, 2]);
  });

  test('a cell far to the right does not widen every row', async () => {
    const rows = `${header}<row r="2"><c r="A2" t="str"><v>${valid}</v></c><c r="XFD2"><v>1</v></c></row><row r="3"><c r="A3" t="str"><v>${other}</v></c></row>`;
    const { report } = await checkAll([folder.write('wide.xlsx', writeWorkbook({ sheets: [{ name: 'S', rows }] }))]);
    expect(report.counts.conforming).toBe(2);
  });
});

describe('sheets', () => {
  const table = (code: string): string =>
    writeRows([
      ['统一社会信用代码', '企业名称'],
      [code, '甲'],
    ]);
  const path = (): string =>
    folder.write(
      'several.xlsx',
      writeWorkbook({
        sheets: [
          { name: '一月', rows: table(valid) },
          { name: '说明', rows: writeRows([['填写说明'], ['按证照填写']]) },
          { name: '空', rows: '' },
          { name: '二月', rows: table(valid) },
          { name: '字典', rows: table(other), state: 'hidden' },
        ],
      }),
    );

  test('each is a table of its own, duplicates go across', async () => {
    const { report, duplicates } = await checkAll([path()]);
    expect(report.files.map((file) => file.path.replace(/.*#/, ''))).toEqual(['一月', '二月']);
    expect(duplicates.map(({ file, row }) => [file, row])).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect(report.warnings.map(({ code, file }) => [code, file?.replace(/.*#/, '')])).toEqual([
      ['hidden-sheet', '字典'],
      ['empty-sheet', '空'],
      ['sheet-without-codes', '说明'],
    ]);
  });

  test('one by name or number, hidden ones too', async () => {
    expect((await checkAll([path()], { sheet: '字典' })).report.files).toMatchObject([{ records: 1 }]);
    expect((await checkAll([path()], { sheet: 4 })).report.files[0]?.path).toMatch(/#二月$/);
    await expect(checkAll([path()], { sheet: '三月' })).rejects.toThrowError(/no sheet 三月.*1 一月, 2 说明/);
    await expect(checkAll([path()], { sheet: 9 })).rejects.toThrowError(/no sheet 9/);
    await expect(checkAll([path()], { sheet: 2 })).rejects.toThrowError(/codeColumn/);
  });

  test('none with rows', async () => {
    const empty = folder.write('empty.xlsx', writeWorkbook({ sheets: [{ name: 'S', rows: '' }] }));
    await expect(checkAll([empty])).rejects.toThrowError(/no sheet holds any rows/);
  });

  test('merged titles above the header', async () => {
    const rows = writeRows([
      ['某市统一社会信用代码登记表', '', ''],
      ['填报单位：甲局', '', '2023-07-01'],
      ['序号', '统一社会信用代码', '企业名称'],
      ['1', valid, '甲'],
      ['2', `${valid}X`, '乙'],
    ]);
    const { report, findings } = await checkAll([
      folder.write('titles.xlsx', writeWorkbook({ sheets: [{ name: 'S', rows }] })),
    ]);
    expect(report.counts).toMatchObject({ conforming: 1, erroneous: 1 });
    expect(findings.map(({ row, line }) => [row, line])).toEqual([[2, 5]]);
    expect(report.warnings).toContainEqual(expect.objectContaining({ code: 'title-rows', count: 2 }));
  });
});

describe('hostile or broken', () => {
  const sheet = { name: 'S', rows: header };
  test.each<[string, () => Buffer, RegExp]>([
    [
      'a document type in a sheet',
      () => writeWorkbook({ sheets: [sheet], prolog: '<!DOCTYPE x [<!ENTITY a "b">]>' }),
      /document type/,
    ],
    [
      'a document type in the workbook',
      () =>
        writeZip(
          listWorkbookMembers({ sheets: [sheet] }).map((part) =>
            part.name === 'xl/workbook.xml'
              ? { ...part, data: `<!DOCTYPE x [<!ENTITY a "b">]>${part.data.toString().replace(/^.*\?>\r\n/, '')}` }
              : part,
          ),
        ),
      /document type/,
    ],
    [
      'a string that is not there',
      () => writeWorkbook({ sheets: [{ name: 'S', rows: '<row><c t="s"><v>7</v></c></row>' }] }),
      /shared string 7/,
    ],
    [
      'a string of a strange number',
      () => writeWorkbook({ sheets: [{ name: 'S', rows: '<row><c t="s"><v>-1</v></c></row>' }], strings: '<si/>' }),
      /shared string NaN/,
    ],
    [
      'rows that go back',
      () => writeWorkbook({ sheets: [{ name: 'S', rows: '<row r="5"/><row r="4"/>' }] }),
      /row 4 after row 5/,
    ],
    [
      'a row beyond the last',
      () => writeWorkbook({ sheets: [{ name: 'S', rows: '<row r="99999999"/>' }] }),
      /row 99999999/,
    ],
    [
      'a column beyond the last',
      () => writeWorkbook({ sheets: [{ name: 'S', rows: '<row><c r="XFE1"><v>1</v></c></row>' }] }),
      /column/,
    ],
    [
      'columns that go back',
      () => writeWorkbook({ sheets: [{ name: 'S', rows: '<row><c r="B1"/><c r="A1"/></row>' }] }),
      /column/,
    ],
    [
      'a part that is missing',
      () => writeZip(listWorkbookMembers({ sheets: [sheet] }).filter(({ name }) => !name.includes('sheet1'))),
      /sheet1\.xml is missing/,
    ],
    [
      'XML that is cut off',
      () => writeWorkbook({ sheets: [{ name: 'S', rows: `${header}<row r="2"><c` }] }),
      /a tag within a tag/,
    ],
  ])('%s', async (_, data, message) => {
    await expect(checkAll([folder.write('bad.xlsx', data())])).rejects.toThrowError(message);
  });

  test('a workbook cut off at any place is an error, never fewer rows', async () => {
    const whole = writeWorkbook({ sheets: [{ name: 'S', rows: writeRows([['统一社会信用代码'], [valid], [other]]) }] });
    for (let length = 1; length < whole.length; length += 13) {
      const path = folder.write('cut.xlsx', whole.subarray(0, length));
      await expect(checkAll([path]), `${length} bytes`).rejects.toMatchObject({ code: 'input' });
    }
  });

  test('a byte changed in the packed sheet is found', async () => {
    const whole = writeWorkbook({ sheets: [{ name: 'S', rows: writeRows([['统一社会信用代码'], [valid], [other]]) }] });
    const at = whole.indexOf('xl/worksheets/sheet1.xml') + 60;
    for (let index = at; index < at + 40; index += 3) {
      const changed = Buffer.from(whole);
      changed[index] = (changed[index] ?? 0) ^ 0x10;
      await expect(checkAll([folder.write('changed.xlsx', changed)]), `byte ${index}`).rejects.toMatchObject({
        code: 'input',
      });
    }
  });
});
