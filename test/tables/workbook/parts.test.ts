import { expect, test } from 'vitest';
import { checkAll, useFolder } from '../../node/check.ts';
import { listWorkbookMembers, type Member, type TestWorkbook, writeRows, writeZip } from '../archives.ts';

const folder = useFolder();
const code = '91110000600037341L';
const other = '91350100M000100Y43';
const types =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/book2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';

function writeParts(change: (member: Member) => Member[], rest: Partial<TestWorkbook> = {}): string {
  const rows = writeRows([
    ['统一社会信用代码', '企业名称'],
    [code, '某甲公司'],
  ]);
  const members = listWorkbookMembers({ sheets: [{ name: 'S', rows }], ...rest }).flatMap(change);
  return folder.write('parts.xlsx', writeZip(members));
}

const rename = ({ name, data }: Member): Member => {
  const text = String(data).replaceAll('xl/workbook.xml', 'xl/book2.xml');
  const path = String(name).replace('workbook.xml', 'book2.xml');
  return { name: path, data: path === '[Content_Types].xml' ? types : text };
};

test.each<[string, (member: Member) => Member[], Partial<TestWorkbook>?]>([
  ['the workbook under another name', (member) => [rename(member)]],
  [
    'its path from where it stands',
    (member) => [rename(member)].map(({ name, data }) => ({ name, data: String(data).replace('"/xl/', '"xl/') })),
  ],
  ['found by its type alone', (member) => [rename(member)].filter(({ name }) => name !== '_rels/.rels')],
  [
    'sheets from the root',
    ({ name, data }) => [{ name, data: String(data).replace('"worksheets/', '"/xl/worksheets/') }],
  ],
  [
    'strict Open XML',
    ({ name, data }) => [
      {
        name,
        data: String(data)
          .replaceAll(
            'http://schemas.openxmlformats.org/spreadsheetml/2006/',
            'http://purl.oclc.org/ooxml/spreadsheetml/',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/',
            'http://purl.oclc.org/ooxml/officeDocument/',
          ),
      },
    ],
  ],
  [
    'elements with a prefix',
    ({ name, data }) => [{ name, data }],
    { prefix: 'x:', sheets: [{ name: 'S', rows: prefixed() }] },
  ],
])('%s', async (_, change, rest) => {
  const { report } = await checkAll([writeParts(change, rest)]);
  expect([report.records, report.counts.conforming, report.files[0]?.nameColumn]).toEqual([1, 1, '企业名称']);
});

function prefixed(): string {
  const rows = writeRows([
    ['统一社会信用代码', '企业名称'],
    [code, '某甲公司'],
  ]);
  return rows.replace(/<(\/?)(row|c|is|t)\b/g, '<$1x:$2');
}

test('rows that merged codes cover are records, and the excess is told; merged words are none', async () => {
  const rows = writeRows([
    ['统一社会信用代码', '企业名称', '许可'],
    [code, '某甲公司', '一'],
    ['', '', '二'],
    ['', '', ''],
    [other, '某乙公司', ''],
  ]);
  const merged = [...['A2:A4', 'B2:B4', 'A5:A7', 'B5:B7', 'A8:A10']].map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const note = `<row r="8"><c r="A8" t="str"><v>说明：以上数据截至月底</v></c></row>`;
  const file = writeParts(
    ({ name, data }) => [
      { name, data: String(data).replace('</sheetData>', `${note}</sheetData><mergeCells>${merged}</mergeCells>`) },
    ],
    { sheets: [{ name: 'S', rows }] },
  );
  const { report } = await checkAll([file]);
  expect([report.records, report.skippedLines, report.duplicates.repeated]).toEqual([
    6,
    1,
    { codes: 2, records: 6, excess: 4 },
  ]);
  expect(report.warnings).toContainEqual(expect.objectContaining({ code: 'merged-cells', count: 4 }));
});
