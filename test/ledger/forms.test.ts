import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillForm } from '../../src/ledger/form/fill-form.ts';
import { findFormHeader } from '../../src/ledger/form/returned-sheet.ts';
import { ledgerFormMessagesFor } from '../../src/messages/ledger-form/index.ts';
import { openLedger } from '../../src/node/ledger/ledger.ts';
import { nodePacking } from '../../src/node/zlib.ts';
import { addRow, openSheet } from '../../src/write/workbook/sheet.ts';
import { findFormat } from '../../src/write/workbook/styles.ts';
import { createWorkbook } from '../../src/write/workbook/workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'uscc-forms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hasOffice = spawnSync('soffice', ['--version']).status === 0;
if (!hasOffice) console.warn('LibreOffice (soffice) is not installed: returned forms are not re-saved by it here.');

const register = `企业名称,统一社会信用代码,登记机关
甲公司,91350100M000100Y44,甲局
乙公司,12345,甲局
丙公司,91350100M000100Y43,甲局
丁公司,91350100M000100Y43,乙局
`;

async function openWithProblems(name: string): ReturnType<typeof openLedger> {
  const path = join(folder, 'register.csv');
  writeFileSync(path, register);
  const ledger = await openLedger(join(folder, name), { creates: true });
  await ledger.record([path], { period: '2026-11', asOf: '2026-11-20', agree: () => true });
  return ledger;
}

/** Lets LibreOffice save a file as another format. */
function resave(file: string, format: string): string {
  const out = join(folder, format);
  mkdirSync(out, { recursive: true });
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  // CSV in UTF-8, whatever the locale is.
  const filter = format === 'csv' ? 'csv:Text - txt - csv (StarCalc):44,34,76,1' : format;
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', out, file], { stdio: 'ignore' });
  return join(out, (file.split('/').at(-1) ?? '').replace(/\.[a-z]+$/, `.${format}`));
}

/** Fills answers into a form as a person would: by the number in its row. */
function fillIn(file: string, answers: Record<string, [flag: string, code: string]>): void {
  const parts = unzipSync(readFileSync(file));
  const path = 'xl/worksheets/sheet1.xml';
  let xml = strFromU8(parts[path] ?? new Uint8Array());
  const shared = [...strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array()).matchAll(/<si>.*?<\/si>/g)].map(
    String,
  );
  for (const [number, [flag, code]] of Object.entries(answers)) {
    xml = xml.replace(/<row r="(\d+)"[^>]*>.*?<\/row>/g, (row, at: string) => {
      const index = shared.findIndex((text) => text.includes(number));
      const isRow =
        row.includes(`>${number}<`) ||
        (index >= 0 && row.includes(`<c r="A${at}" s="`) && row.includes(`<v>${index}</v>`));
      if (!isRow) return row;
      const cell = (column: string, text: string): void => {
        row = row.replace(
          new RegExp(`<c r="${column}${at}" s="(\\d+)"/>`),
          (_, style: string) => `<c r="${column}${at}" s="${style}" t="inlineStr"><is><t>${text}</t></is></c>`,
        );
      };
      if (flag !== '') cell('H', flag);
      if (code !== '') cell('I', code);
      return row;
    });
  }
  writeFileSync(file, zipSync({ ...parts, [path]: strToU8(xml) }));
}

describe('return forms', () => {
  it.each(['zh', 'en'] as const)('have headers that are known when they come back (%s)', (lang) => {
    const { counterpart, ...columns } = ledgerFormMessagesFor(lang).columns;
    const header = findFormHeader([[counterpart, ...Object.values(columns)]], ['flag']);
    const places = Object.keys(columns).map((role, at) => [role, at + 1]);
    expect(header?.columns).toEqual(Object.fromEntries(places));
  });

  it('go out one a unit, with counterparts, and come back', async () => {
    const ledger = await openWithProblems('a.db');
    const out = join(folder, 'a');
    const { files } = await ledger.send({ out, due: '2026-12-10', contact: '张三', asOf: '2026-11-21' });
    expect(files.map(({ unit, problems }) => [unit, problems])).toEqual([
      ['甲局', 3],
      ['乙局', 1],
    ]);
    expect(readdirSync(out).sort()).toEqual(['乙局.xlsx', '甲局.xlsx'].sort());
    fillIn(join(out, '甲局.xlsx'), {
      'P-000001': ['0', '91350100M000100Y43'],
      'P-000002': ['1', ''],
      'P-000003': ['2', ''],
    });
    const back = await ledger.collect([join(out, '甲局.xlsx'), join(out, '乙局.xlsx')], { asOf: '2026-11-25' });
    // The code given to P-000001 is that of another entity.
    expect(back.refused.map(({ number, reason }) => [number, reason])).toEqual([['P-000001', 'code-taken']]);
    expect(back.accepted.map(({ problem }) => problem.id).sort()).toEqual([2, 3]);
    expect(back.missing.map(({ id }) => id)).toEqual([4]);
    ledger.close();
  });

  it('are overdue from the day after the one they were due', async () => {
    const ledger = await openWithProblems('due.db');
    await ledger.send({ out: join(folder, 'due'), due: '2026-12-10', asOf: '2026-11-21' });
    const overdueOn = (asOf: string) => ledger.status({ asOf }).problems.overdue;
    expect(['2026-12-09', '2026-12-10', '2026-12-11'].map(overdueOn)).toEqual([0, 0, 4]);
    ledger.close();
  });

  it.runIf(hasOffice).each(['xlsx', 'xls', 'ods', 'csv'])(
    'saved by LibreOffice as %s are read back',
    { timeout: 120_000 },
    async (format) => {
      const ledger = await openWithProblems(`${format}.db`);
      const out = join(folder, `out-${format}`);
      await ledger.send({ out, asOf: '2026-11-21' });
      const form = join(out, '甲局.xlsx');
      fillIn(form, { 'P-000001': ['1', ''], 'P-000002': ['7', ''], 'P-000003': ['2', ''] });
      const back = await ledger.collect([resave(form, format)], { asOf: '2026-11-25' });
      expect(back.accepted.map(({ problem }) => problem.id).sort()).toEqual([1, 3]);
      expect(back.refused.map(({ number, reason, row }) => [number, reason, row])).toEqual([
        ['P-000002', 'flag-invalid', 6],
      ]);
      ledger.close();
    },
  );

  it('with rows sorted, columns moved, rows added and deleted are read by their numbers', async () => {
    const ledger = await openWithProblems('moved.db');
    await ledger.send({ out: join(folder, 'moved'), asOf: '2026-11-21' });
    const path = join(folder, 'moved.csv');
    writeFileSync(
      path,
      '更正后代码,备注,数据操作标识位,统一社会信用代码,编号,机构名称\n,外省机构已占用,2,91350100M000100Y43,P-000003,丙公司\n,,1,,P-000099,别家公司\n,,1,91350100M000100Y44,P-000001,甲公司\n,,1,12345,P-000004,乙公司\n',
    );
    const back = await ledger.collect([path], { asOf: '2026-11-25' });
    expect(back.accepted.map(({ problem, isOutside }) => [problem.id, isOutside])).toEqual([
      [3, true],
      [1, false],
    ]);
    // A number we never gave, and one that has slipped to another row.
    expect(back.refused.map(({ number, reason }) => [number, reason])).toEqual([
      ['P-000099', 'unknown-problem'],
      ['P-000004', 'unknown-problem'],
    ]);
    expect(back.missing.map(({ id }) => id)).toEqual([2]);
    ledger.close();
  });

  it('without a column of numbers are read by code and name', async () => {
    const ledger = await openWithProblems('plain.db');
    const path = join(folder, 'plain.csv');
    writeFileSync(
      path,
      '机构名称,统一社会信用代码,数据操作标识位,更正后代码\n（甲公司）,91350100M000100Y44,1,\n丙公司,91350100M000100Y43,2,\n',
    );
    const back = await ledger.collect([path], { asOf: '2026-11-25' });
    expect(back.accepted.map(({ problem }) => problem.id)).toEqual([1, 3]);
    ledger.close();
  });
});

/** A form as a centre gives it out: a title, a header, two blank rows, a foot. */
async function makeTemplate(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const encoder = new TextEncoder();
  const workbook = createWorkbook(
    async (chunk) => void chunks.push(typeof chunk === 'string' ? encoder.encode(chunk) : chunk.slice()),
    nodePacking,
    'zh',
    { cut: '' },
    'return',
  );
  const layout = { widths: [30, 22, 10, 22, 12], headerRow: 2, isRepeated: true, hasFilter: false, isFirst: true };
  const sheet = openSheet(workbook.names.claim('纠错回传表'), layout, workbook);
  const [text, fill] = [findFormat('text'), findFormat('fill')];
  addRow(sheet, ['某市纠错回传表', null, null, null, null], [1, 1, 1, 1, 1]);
  addRow(sheet, ['机构名称', '统一社会信用代码', '数据操作标识位', '更正后代码', '登记机关'], [7, 7, 7, 7, 7], 30);
  addRow(sheet, [null, null, null, null, null], [text, text, fill, fill, text], 21);
  addRow(sheet, [null, null, null, null, null], [text, text, fill, fill, text], 21);
  addRow(sheet, ['填表人：', null, null, '审核：', null], [0, 0, 0, 0, 0]);
  sheet.merges.push('A1:E1', 'A5:C5');
  const rule = {
    column: 2,
    kind: 'list' as const,
    formula: '"0,1,2"',
    isStrict: true,
    title: '',
    prompt: '',
    error: '',
  };
  await workbook.add(sheet, { group: 'summary', order: 0 }, [rule]);
  await workbook.end();
  return Buffer.concat(chunks);
}

describe("a form of the user's own", () => {
  let template: Uint8Array;
  beforeAll(async () => {
    template = await makeTemplate();
  });
  const fill = (count: number) =>
    fillForm(
      template,
      Array.from({ length: count }, (_, at) => ({
        name: `公司${at}`,
        code: `CODE${at}`,
        unit: '甲局',
        number: `P-${at}`,
      })),
    );
  const sheetOf = (bytes: Uint8Array): string =>
    strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());

  it('is filled under its headers, and nothing else in it changes', () => {
    const filled = fill(2) as Uint8Array;
    const [before, after] = [unzipSync(template), unzipSync(filled)];
    for (const [path, part] of Object.entries(before)) {
      if (path !== 'xl/worksheets/sheet1.xml')
        expect(Buffer.compare(after[path] ?? new Uint8Array(), part), path).toBe(0);
    }
    const cells = (xml: string): string => xml.replace(/<sheetData>.*<\/sheetData>/s, '');
    expect(cells(sheetOf(filled))).toBe(cells(sheetOf(template)));
    expect(sheetOf(filled)).toContain(
      `<c r="A3" s="${findFormat('text')}" t="inlineStr"><is><t xml:space="preserve">公司0</t></is></c>`,
    );
    // What the unit is to fill in stays blank, in its style.
    expect(sheetOf(filled)).toContain(`<c r="C4" s="${findFormat('fill')}"/>`);
  });

  it('grows where its blank rows do not suffice: the foot, merged cells and rules move along', () => {
    const xml = sheetOf(fill(5) as Uint8Array);
    expect(xml).toMatch(/<row r="8"[^>]*>.*填表人|<row r="8"/s);
    expect(xml).toContain('<mergeCell ref="A8:C8"/>');
    expect(xml).toContain('<mergeCell ref="A1:E1"/>');
    expect(xml).toMatch(/<dataValidation [^>]*sqref="C3:C8"/);
    expect(xml).toMatch(
      /<row r="7" ht="21" customHeight="1"><c r="A7" s="\d+" t="inlineStr"><is><t xml:space="preserve">公司4</,
    );
  });

  it('that is none is refused', () => {
    expect(fillForm(strToU8('no zip'), [])).toMatchObject({ kind: 'not-xlsx' });
    expect(fillForm(zipSync({ 'a.txt': strToU8('x') }), [])).toMatchObject({ kind: 'not-xlsx' });
  });
});
