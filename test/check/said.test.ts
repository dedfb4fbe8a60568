import { mkdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CheckOptions } from '../../src/check/options.ts';
import { UsccError } from '../../src/code/error.ts';
import { describeRefusal, type Refusal, type RefusalKind } from '../../src/messages/refusal/index.ts';
import type { WarningCode } from '../../src/messages/warning/index.ts';
import { inspectTables } from '../../src/node/inspect-tables.ts';
import { checkRegistry } from '../../src/node/registry.ts';
import { useFolder } from '../node/check.ts';
import { writeRows, writeWorkbook, writeZip } from '../tables/archives.ts';

/*
 * DESIGN 4 and 6: silence is the worst answer. The smallest input of each warning and each refusal that they ask for, by its code.
 */

type Files = Record<string, string | Uint8Array>;
interface Case {
  files: Files;
  options?: CheckOptions;
}

const code = '91350100M000100Y43';
const other = '91110000600037341L';
const text = (...lines: string[]): Files => ({ 'a.csv': `${lines.join('\n')}\n` });
const head = '统一社会信用代码,企业名称';
const row = `${code},甲公司`;
const long = Array.from({ length: 120 }, (_, at) => `${code},甲公司${at}`);
const sheet = (rows: string[][], more: object = {}): { name: string; rows: string } => ({
  name: 'S',
  rows: writeRows(rows),
  ...more,
});
const grid = [
  ['统一社会信用代码', '企业名称'],
  [code, '甲公司'],
];
const book = (...sheets: { name: string; rows: string }[]): Files => ({ 'a.xlsx': writeWorkbook({ sheets }) });
const gbk = (word: 'cut' | 'whole'): Buffer => Buffer.from(word === 'cut' ? 'bcd7c9' : 'bcd7b9abcbbe', 'hex');

const warnings: Partial<Record<WarningCode, Case>> = {
  'small-denominator': { files: text(head, row, ',乙公司') },
  'title-rows': { files: text('某市企业名单,', head, row) },
  undecodable: {
    files: {
      'a.csv': Buffer.concat([
        Buffer.from(`${head}\n${row}\n${`${other},乙\n`.repeat(200)}`),
        Buffer.from(`${code},`),
        Buffer.from([0xff]),
        Buffer.from('\n'),
      ]),
    },
    options: { encoding: 'utf-8' },
  },
  'open-quote': { files: text(head, `${code},"甲公司`, ...long) },
  'multiline-cell': { files: text(`${head},地址`, `${code},甲,"某路`, `1号`, `${other},乙",某路`, `${other},丙,某路`) },
  'cell-count': { files: text(head, `${row},多,了`, row) },
  'no-names': { files: text('统一社会信用代码', code) },
  'name-by-content': {
    files: text('统一社会信用代码,备注', `${code},福州市小店食品厂`, `${other},北京大地商贸有限公司`),
  },
  'other-code-columns': { files: text(`原统一社会信用代码,${head}`, `${other},${row}`) },
  'licence-table': {
    files: text(
      '行政相对人名称,行政相对人类别,行政相对人代码_1 (统一社会信用代码),行政许可决定文书号,许可机关',
      `甲公司,法人及非法人组织,${code},1号,某局`,
    ),
  },
  'skipped-lines': { files: text(head, row, '合计,1') },
  'escape-guessed': { files: text(`${head},地址`, `${code},"甲\\",乙公司",某路`, `${other},丙公司,某路`) },
  'cut-characters': {
    files: {
      'a.txt': Buffer.concat([
        Buffer.from('code|company_name|x\n'),
        ...[code, other].flatMap((each, at) => [
          Buffer.from(`${each}|`),
          gbk(at === 0 ? 'cut' : 'whole'),
          Buffer.from('|1\n'),
        ]),
      ]),
    },
    options: { encoding: 'gb18030' },
  },
  'mixed-encodings': {
    files: {
      'a.csv': Buffer.concat([Buffer.from(`${head}\n${row}\n${other},`), gbk('whole'), Buffer.from('\n')]),
    },
  },
  'merged-cells': {
    files: book(
      sheet([...grid, ['', '']], {
        after: '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/></mergeCells>',
      }),
    ),
  },
  'no-rows-in-table': { files: { 'a.csv': `${head}\n${row}\n`, 'b.csv': `${head}\n` } },
  'no-table': { files: { 'a.csv': `${head}\n${row}\n`, 'b.csv': 'a,b\n1,2\n' } },
  'own-workbook': {
    files: {
      'a.csv': `${head}\n${row}\n`,
      'b.csv': '编号,机构名称,统一社会信用代码,问题描述,相关主体,数据操作标识位,更正后代码\n1,甲,,,,1,\n',
    },
  },
  'damaged-skipped': {
    files: { 'a.csv': `${head}\n${row}\n`, 'b.xlsx': 'PK\u0003\u0004' },
    options: { skipDamaged: true },
  },
  'unnamed-duplicates': { files: text(head, row, `${code},`) },
  'no-units': { files: text(head, row), options: { unitColumn: 'auto' } },
  'empty-sheet': { files: book(sheet(grid), { name: 'T', rows: '' }) },
  'hidden-sheet': { files: book(sheet(grid), { ...sheet(grid, { state: 'hidden' }), name: 'T' }) },
  'sheet-without-codes': {
    files: book(sheet(grid), {
      name: 'T',
      rows: writeRows([
        ['说明', '备注'],
        ['请填报', '无'],
      ]),
    }),
  },
  'skipped-files': {
    files: {
      'a.zip': writeZip([
        { name: 'a.csv', data: `${head}\n${row}\n` },
        { name: '说明.docx', data: 'x' },
      ]),
    },
  },
  'json-scalars': { files: { 'a.json': JSON.stringify([{ 统一社会信用代码: code, 名称: '甲' }, 1]) } },
  'bulk-lines': {
    files: { 'a.ndjson': `{"index":{"_id":"1"}}\n${JSON.stringify({ 统一社会信用代码: code, 名称: '甲' })}\n` },
  },
  'object-keys': {
    files: {
      'a.json': JSON.stringify({
        0: { 统一社会信用代码: code, 名称: '甲' },
        1: { 统一社会信用代码: other, 名称: '乙' },
      }),
    },
  },
  'dropped-keys': {
    files: {
      'a.json': JSON.stringify([
        ...Array.from({ length: 1000 }, (_, at) => ({ 统一社会信用代码: code, 名称: `甲${at}` })),
        { 统一社会信用代码: other, 地址: '某路' },
      ]),
    },
  },
  'rows-elsewhere': {
    files: {
      'a.sql': `INSERT INTO t (code, name) VALUES ('${code}', '甲');\nINSERT INTO t (code, name) SELECT code, name FROM u;\n`,
    },
  },
  'formula-without-value': {
    files: book({
      name: 'S',
      rows: `${writeRows(grid)}<row r="3"><c r="A3"><f>B3</f></c><c r="B3" t="inlineStr"><is><t>乙</t></is></c></row>`,
    }),
  },
};

const refusals: Partial<Record<RefusalKind, Case>> = {
  'is-empty': { files: { 'a.csv': '' } },
  'no-rows': { files: text(head) },
  'is-binary': { files: { 'a.csv': Buffer.from('7f454c46000102030000', 'hex') } },
  'no-code-column': { files: text('a,b', '1,2') },
  'several-code-columns': { files: text('a,b', `${code},${other}`, `${other},${code}`) },
  'same-code-header': { files: text(`${head},统一社会信用代码`, `${row},${other}`) },
  'codes-elsewhere': { files: text('统一社会信用代码,企业名称', `甲公司,${code}`, `乙公司,${other}`) },
  'on-its-side': { files: text(`企业名称,甲公司`, `统一社会信用代码,${code}`, '法定代表人,张三') },
  'one-column': { files: text('编号和名称', `${code}(甲公司)`) },
  'reordered-header': { files: text(head, row, '企业名称,统一社会信用代码', `乙公司,${other}`) },
  'two-arrays': {
    files: {
      'a.json': JSON.stringify({
        a: [
          { code, name: '甲' },
          { code: other, name: '乙' },
        ],
        b: [
          { code, name: '甲' },
          { code: other, name: '乙' },
        ],
      }),
    },
  },
  'no-records': { files: { 'a.json': '{"a":1}' } },
  'own-workbook': {
    files: text('编号,机构名称,统一社会信用代码,问题描述,相关主体,数据操作标识位,更正后代码', '1,甲,,,,1,'),
  },
  'unclear-encoding': {
    files: {
      'a.csv': Buffer.concat([
        Buffer.from(`code,name\n${`${code},x\n`.repeat(20_000)}`),
        Buffer.from(`${code},\xff\xfe\xff\n`.repeat(3000), 'latin1'),
      ]),
    },
  },
  'no-inserts': { files: { 'a.sql': 'CREATE TABLE t (a text);\n' } },
  'several-damaged': { files: { 'a.xlsx': 'PK\u0003\u0004', 'b.xlsx': 'PK\u0003\u0004' } },
  'is-broken': { files: { 'a.xlsx': 'PK\u0003\u0004' } },
  'no-such-column': { files: text(head, row), options: { codeColumn: '代码' } },
  'not-read': { files: { 'a.xlsx': writeZip([{ name: 'word/document.xml', data: '<w/>' }]) } },
};

/** What every sentence must be. */
function expectWellSaid(message: string): void {
  expect(message).toMatch(/[。：）]$/);
  expect(message).not.toMatch(/[。，；：！？、]{2}|(?<!\.)\.\.(?!\.)|[?!,;:]{2}|[。！？]\.|undefined|\[object/);
  expect(message.replace(/[\w.-]*[./-][\w./-]*|uscc [a-z ]+/g, '')).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/);
}

describe('what DESIGN asks to be said is said', () => {
  const folder = useFolder();

  function write(name: string, files: Files): string[] {
    mkdirSync(folder.path(name), { recursive: true });
    return Object.entries(files).map(([file, data]) => folder.write(`${name}/${file}`, data));
  }

  test.each(Object.entries(warnings))('warning %s', async (wanted, { files, options }) => {
    const paths = write(`warning-${wanted}`, files);
    const report = await checkRegistry(paths, { lang: 'zh', ...options });
    const codes = report.warnings.map((warning) => warning.code);
    expect(codes).toContain(wanted);
    for (const { message } of report.warnings) expectWellSaid(message.replaceAll(folder.path(''), ''));
    const inspected = (await inspectTables(paths, { lang: 'zh', ...options })).flatMap((table) => table.warnings);
    // What a check says of how a table is read, inspecting it says too; these are about counts.
    const ofCounts = ['small-denominator', 'unnamed-duplicates', 'no-units'];
    if (!ofCounts.includes(wanted) && wanted !== 'damaged-skipped')
      expect(inspected.map((warning) => warning.code)).toContain(wanted);
  });

  test.each(Object.entries(refusals))('refusal %s', async (wanted, { files, options }) => {
    const paths = write(`refusal-${wanted}`, files);
    const error: unknown = await checkRegistry(paths, { lang: 'zh', ...options }).catch((thrown: unknown) => thrown);
    if (!(error instanceof UsccError)) throw error;
    expect([error.code, error.refusal?.kind]).toEqual(['input', wanted]);
    expectWellSaid(error.message.replaceAll(folder.path(''), ''));
    expect(describeRefusal(error.refusal as Refusal, { lang: 'zh', face: 'page' })).not.toMatch(/--[a-z]/);
  });
});
