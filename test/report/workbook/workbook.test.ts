import { crc32 } from 'node:zlib';
import XLSX from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { UnitRow } from '../../../src/check/report.ts';
import { nodePacking } from '../../../src/node/zlib.ts';
import type { Suspect } from '../../../src/suspects/suspect.ts';
import { defaultLimits } from '../../../src/write/workbook/limits.ts';
import { plainPacking } from '../../../src/write/workbook/packing.ts';
import { sampleDuplicates, sampleFindings, sampleReport } from '../sample.ts';
import { makeFinding, readParts, writeWorkbook } from './write.ts';

const halfCharacter = /\p{Cs}/u;

const readWorkbook = (workbook: Buffer): XLSX.WorkBook =>
  XLSX.read(workbook, { type: 'buffer', cellNF: true, cellStyles: true });
const rowsOf = (workbook: XLSX.WorkBook, sheet: string): (string | number | null)[][] =>
  XLSX.utils.sheet_to_json(workbook.Sheets[sheet] ?? {}, { header: 1, defval: null, raw: true });

function checkWellFormed(workbook: Buffer): void {
  for (const [path, xml] of readParts(workbook)) {
    const parser = new SaxesParser({ xmlns: true, fileName: path });
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(xml).close();
  }
}

/** CRC-32 by path, from the central directory (APPNOTE 4.3.12). */
function readChecksums(archive: Buffer): Map<string, number> {
  const checksums = new Map<string, number>();
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    checksums.set(archive.toString('utf8', at + 46, at + 46 + name), archive.readUInt32LE(at + 16));
    at += 46 + name + extra + comment;
  }
  return checksums;
}

describe('sheets', () => {
  test.each(['zh', 'en'] as const)('the sample in %s', async (lang) => {
    const bytes = await writeWorkbook({ findings: sampleFindings, duplicates: sampleDuplicates, lang });
    checkWellFormed(bytes);
    const workbook = readWorkbook(bytes);
    expect(workbook.SheetNames).toEqual(
      lang === 'zh'
        ? ['汇总表', '重错码汇总表', '回传表目录', '9 工商（市场监管）', '无法识别部门']
        : ['Summary', 'Problems', 'Return sheets', '9 工商（市场监管）', 'Authority unclear'],
    );
    // Two findings are no problems: pilot-era, and a note.
    expect(rowsOf(workbook, workbook.SheetNames[1] ?? '')).toHaveLength(1 + 2 + sampleDuplicates.length);
  });

  test('suspects have a sheet only when they were looked for, in the order they come', async () => {
    const record = { file: 1, row: 4, line: 5, code: '91350100M000100Y43', name: '甲公司' };
    const suspects: Suspect[] = ([0.9, 0.75] as const).map((confidence) => ({
      ...{ kind: 'near-name', evidence: 'brackets', confidence },
      records: [record, { ...record, line: 9, name: '甲 公司' }],
    }));
    const kinds = { 'organization-code': 0, name: 0, 'near-code': 0, 'near-name': 2 };
    const report = { ...sampleReport, suspects: { kinds, commonNames: 0, crowdedGroups: 0 } };
    const workbook = readWorkbook(
      await writeWorkbook({ suspects, report, findings: [makeFinding({ unit: '疑似重码' })] }),
    );
    expect(workbook.SheetNames.slice(1, 3)).toEqual(['重错码汇总表', '疑似重码']);
    expect(rowsOf(workbook, '疑似重码').slice(3)).toEqual(
      [0, 1].flatMap((group) => {
        const why = '名称写法不同、疑为同一主体：只差括号';
        const start = [group + 1, why, group === 0 ? '90%' : '75%', record.code];
        return [
          [...start, '甲公司', 'county/b.txt', null, 5, null],
          [...start, '甲 公司', 'county/b.txt', null, 9, null],
        ];
      }),
    );
    expect(rowsOf(workbook, '汇总表')).toContainEqual(expect.arrayContaining(['名称写法不同、疑为同一主体', 2]));
    const none = readWorkbook(await writeWorkbook({ report, suspects: [] }));
    expect(rowsOf(none, '疑似重码')).toHaveLength(3);
    expect(readWorkbook(await writeWorkbook({})).SheetNames).not.toContain('疑似重码');
  });

  test.each([
    ['JavaScript', plainPacking],
    ['zlib', nodePacking],
  ])('many pieces packed by %s: every part is what its checksum says', async (_, packing) => {
    const findings = Array.from({ length: 1500 }, (_, index) => makeFinding({ line: index, name: `公司${index}` }));
    const bytes = await writeWorkbook({ findings, packing });
    const checksums = readChecksums(bytes);
    const parts = Object.entries(unzipSync(bytes));
    expect(parts.map(([path]) => path)).toContain('xl/sharedStrings.xml');
    for (const [path, bytes] of parts) expect([path, checksums.get(path)]).toEqual([path, crc32(bytes)]);
  });

  test('rows are as high as their longest text', async () => {
    // 200 Chinese letters are 400 digits wide: 16 lines of the 25.5 that a column of 28 has, 15 points each.
    const findings = [makeFinding({ name: '长'.repeat(200) }), makeFinding({ name: '短' })];
    const parts = readParts(await writeWorkbook({ findings }));
    const heights = [...parts].flatMap(([path, xml]) =>
      path.includes('sheets/') && xml.includes('长长') ? [xml] : [],
    );
    expect(heights).toHaveLength(2);
    for (const xml of heights) expect(xml).toMatch(/ht="243" customHeight="1">(?:(?!<row).)*长长/);
    for (const xml of heights) expect(xml).not.toMatch(/ht="243" customHeight="1">(?:(?!<row).)*短/);
  });

  test('every problem is in the list and on the sheet of its unit', async () => {
    const findings = ['甲局', '乙局', '甲局', '', '?'].map((unit, index) => makeFinding({ unit, line: index + 2 }));
    const duplicates = sampleDuplicates.map((record) => ({ ...record, unit: '乙局' }));
    const workbook = readWorkbook(await writeWorkbook({ findings, duplicates }));
    expect(workbook.SheetNames.slice(3)).toEqual(['乙局', '甲局', '未注明单位']);
    const [header = [], ...rows] = rowsOf(workbook, '乙局').slice(3);
    expect(header).toEqual(
      '序号 来源文件 行号 机构名称 统一社会信用代码 问题类型 问题描述 建议更正代码 行政区划 数据操作标识位 更正后代码 备注'.split(
        ' ',
      ),
    );
    expect(rows.map((row) => [row[0], row[2], row[5]])).toEqual([
      [1, 3, '错码：校验码错误'],
      [2, 6, '重码：一码多赋'],
      [3, 4, '重码：一码多赋'],
      [4, 3, '重码：重复记录'],
      [5, 10, '重码：重复记录'],
      [6, 12, '重码：重复记录'],
    ]);
    expect(rowsOf(workbook, '回传表目录').slice(5)).toEqual([
      [1, '乙局', 6, 1, 0, 0, 5, '乙局'],
      [2, '甲局', 2, 2, 0, 0, 0, '甲局'],
      [3, '未注明单位', 2, 2, 0, 0, 0, '未注明单位'],
      [null, '合计', 10, 5, 0, 0, 5, null],
    ]);
    expect(workbook.Sheets.回传表目录?.H6?.l?.Target).toBe("#'乙局'!A1");
  });

  test('nothing to list: no sheets to send out', async () => {
    const workbook = readWorkbook(await writeWorkbook({}));
    expect(workbook.SheetNames).toEqual(['汇总表', '重错码汇总表']);
    expect(rowsOf(workbook, '重错码汇总表')).toHaveLength(1);
  });

  test('the summary holds numbers', async () => {
    const unit: UnitRow = {
      unit: '甲局',
      conversion: 0.75,
      records: 4,
      conforming: 3,
      erroneous: 0,
      unconverted: 1,
      missing: 0,
      excess: 0,
      problems: 0,
      rate: 0,
    };
    const sheet =
      readWorkbook(await writeWorkbook({ report: { ...sampleReport, byUnit: [unit] } })).Sheets.汇总表 ?? {};
    const find = (text: string): number =>
      XLSX.utils.decode_cell(Object.keys(sheet).find((name) => sheet[name]?.v === text) ?? '').r + 1;
    const region = find('山东省泰安市');
    expect(sheet[`B${region}`]).toMatchObject({ t: 's', v: '370900' });
    expect(sheet[`I${region}`]).toMatchObject({ t: 'n', v: 5 });
    expect(sheet[`J${region}`]).toMatchObject({ t: 'n', v: 5 / 29_999, z: '0.0000%' });
    expect(sheet[`B${find('甲局')}`]).toMatchObject({ t: 'n', v: 0.75, z: '0.0000%' });
  });

  test('a rate just below the target does not read as the target', async () => {
    const rate = { numerator: 99_999, denominator: 1_000_000_000, value: 0.000099999 };
    const report = { ...sampleReport, rates: { ...sampleReport.rates, literal: rate } };
    const sheet = readWorkbook(await writeWorkbook({ report })).Sheets.汇总表 ?? {};
    const cell = Object.values(sheet).find((each) => each?.v === 0.000099999);
    expect(cell?.w).toBe('0.0099999%');
  });
});

describe('cells', () => {
  test('are text, to the character, and never a formula', async () => {
    const names = ['=1+1', '\u0007铃\u001b[31m', 'a_x0041_b', '行\n换', '\t制表', '回\r车', '\ufffe', ' ', '<&>"'];
    const bytes = await writeWorkbook({
      findings: names.map((name) => makeFinding({ name, code: '012345678901234567' })),
    });
    checkWellFormed(bytes);
    for (const [path, xml] of readParts(bytes)) if (path.includes('worksheets')) expect(xml).not.toContain('<f>');
    const sheet = readWorkbook(bytes).Sheets.重错码汇总表 ?? {};
    const texts = names.map((_, index) => sheet[`D${index + 2}`]?.v);
    expect(texts).toEqual(names);
    expect(sheet.E2).toMatchObject({ t: 's', v: '012345678901234567', z: '@' });
  });

  test('half characters and text beyond the limit of a cell', async () => {
    const names = ['半\ud842', '\udfb7个', '长'.repeat(40_000), `${'a'.repeat(32_767 - 12)}𠮷`.padEnd(40_000, 'b')];
    const bytes = await writeWorkbook({ findings: names.map((name) => makeFinding({ name })) });
    checkWellFormed(bytes);
    const sheet = readWorkbook(bytes).Sheets.重错码汇总表 ?? {};
    expect(sheet.D2?.v).toBe('半\ufffd');
    expect(sheet.D3?.v).toBe('\ufffd个');
    expect(String(sheet.D4?.v)).toHaveLength(32_767);
    expect(String(sheet.D4?.v)).toMatch(/^长+…（过长，已截断）$/);
    expect(String(sheet.D5?.v).length).toBeLessThanOrEqual(32_767);
    expect(String(sheet.D5?.v)).not.toMatch(halfCharacter);
  });
});

test('what people fill in: a list, a rule, and open cells', async () => {
  const findings = [makeFinding({ unit: '甲局' }), makeFinding({ unit: '甲局' })];
  const parts = readParts(await writeWorkbook({ findings }));
  const xml =
    [...parts].find(([path, text]) => path.includes('worksheets') && text.includes('dataValidation'))?.[1] ?? '';
  const rules = [...xml.matchAll(/<dataValidation ([^>]*)><formula1>([^<]*)</g)].map(
    ([, attributes = '', formula]) => ({
      formula,
      attributes: Object.fromEntries(
        [...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
      ),
    }),
  );
  expect(rules).toHaveLength(2);
  expect(rules[0]).toMatchObject({
    formula: '&quot;0,1,2&quot;',
    attributes: { type: 'list', errorStyle: 'stop', sqref: 'J5:J6' },
  });
  expect(rules[0]?.attributes.prompt).toContain('0 新赋码；1 删除；2 保持原码不变');
  expect(rules[1]).toMatchObject({ attributes: { type: 'custom', errorStyle: 'warning', sqref: 'K5:K6' } });
  for (const { formula = '', attributes } of rules) {
    // Excel's own limits.
    expect(formula.length).toBeLessThan(255);
    expect(attributes.promptTitle?.length).toBeLessThanOrEqual(32);
    expect(attributes.error?.length).toBeLessThanOrEqual(225);
    expect(attributes.prompt?.length).toBeLessThanOrEqual(255);
  }
  const open = [...(parts.get('xl/styles.xml') ?? '').matchAll(/<xf .*?<\/xf>/g)].map(([xf]) =>
    xf.includes('locked="0"'),
  );
  const isOpen = (cell: string): boolean => open[Number(xml.match(new RegExp(`r="${cell}" s="(\\d+)"`))?.[1])] ?? false;
  expect(['J5', 'K6', 'L5'].map(isOpen)).toEqual([true, true, true]);
  expect(['A5', 'E5', 'H6'].map(isOpen)).toEqual([false, false, false]);
});

describe('size', () => {
  test('a full sheet goes on on the next', async () => {
    const findings = Array.from({ length: 25 }, (_, index) => makeFinding({ unit: '甲局', line: index + 2 }));
    const bytes = await writeWorkbook({ findings, limits: { ...defaultLimits, rowsPerSheet: 10 } });
    checkWellFormed(bytes);
    const workbook = readWorkbook(bytes);
    expect(workbook.SheetNames).toEqual([
      '汇总表',
      '重错码汇总表',
      '重错码汇总表 (2)',
      '重错码汇总表 (3)',
      '回传表目录',
      ...['甲局', '甲局 (2)', '甲局 (3)', '甲局 (4)', '甲局 (5)'],
    ]);
    const listed = workbook.SheetNames.slice(1, 4).flatMap((name) => rowsOf(workbook, name).slice(1));
    expect(listed.map((row) => row[0])).toEqual(findings.map((_, index) => index + 1));
    const returned = workbook.SheetNames.slice(5).flatMap((name) => rowsOf(workbook, name).slice(4));
    expect(returned.map((row) => row[2])).toEqual(findings.map(({ line }) => line));
    expect(
      rowsOf(workbook, '回传表目录')
        .slice(5, -1)
        .map((row) => row[7]),
    ).toEqual(workbook.SheetNames.slice(5));
  });

  test('beyond the memory for rows, sheets are written early and nothing is lost', async () => {
    const findings = Array.from({ length: 5000 }, (_, index) =>
      makeFinding({ unit: `局${index % 3}`, line: index + 2 }),
    );
    const bytes = await writeWorkbook({ findings, limits: { ...defaultLimits, heldBytes: 300_000 } });
    const workbook = readWorkbook(bytes);
    expect(workbook.SheetNames.length).toBeGreaterThan(6);
    const lists = workbook.SheetNames.filter((name) => name.startsWith('重错码汇总表'));
    expect(lists.flatMap((name) => rowsOf(workbook, name).slice(1)).map((row) => row[2])).toEqual(
      findings.map(({ line }) => line),
    );
    const units = workbook.SheetNames.filter((name) => name.startsWith('局'));
    const lines = units.flatMap((name) => rowsOf(workbook, name).slice(4)).map((row) => Number(row[2]));
    expect(lines.toSorted((a, b) => a - b)).toEqual(findings.map(({ line }) => line));
  });

  test('hundreds of units: 200 sheets, and one for the rest with a column of units', async () => {
    const findings = Array.from({ length: 500 }, (_, index) =>
      makeFinding({ unit: `某某省某某市某某县第${index}号行政审批服务局登记分局[分]/*?:\\` }),
    );
    const bytes = await writeWorkbook({ findings });
    checkWellFormed(bytes);
    const workbook = readWorkbook(bytes);
    expect(workbook.SheetNames).toHaveLength(3 + 200 + 1);
    expect(workbook.SheetNames.at(-1)).toBe('其他单位');
    const [header = [], ...others] = rowsOf(workbook, '其他单位').slice(4);
    expect(header[1]).toBe('责任单位');
    expect(others.map((row) => row[1])).toEqual(findings.slice(200).map(({ unit }) => unit));
  });
});

test('names of sheets are as Excel wants them, whatever units are called', async () => {
  const units = [
    '甲/局',
    '甲\\局',
    '甲:局',
    'ABC',
    'abc',
    "'引号'",
    'History',
    '汇总表',
    '',
    '\u0001',
    '长'.repeat(40),
    `${'长'.repeat(40)}2`,
    `${'a'.repeat(30)}😀`,
  ];
  const { SheetNames } = readWorkbook(await writeWorkbook({ findings: units.map((unit) => makeFinding({ unit })) }));
  expect(SheetNames).toHaveLength(3 + units.length);
  expect(new Set(SheetNames.map((name) => name.toLowerCase())).size).toBe(SheetNames.length);
  for (const name of SheetNames) {
    expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
    expect(name).not.toMatch(/^'|'$|^history$/i);
    expect(name).not.toMatch(halfCharacter);
  }
});
