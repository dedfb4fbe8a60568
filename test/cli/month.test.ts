import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils, type WorkBook, write } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convertToCsv, officePath } from '../report/workbook/office.ts';
import { makeMonthWorkbook, month } from './month-workbook.ts';
import { runUscc } from './run.ts';

const python = process.env.USCC_PYTHON ?? 'python3';
const hasOpenpyxl = spawnSync(python, ['-c', 'import openpyxl']).status === 0;

/** A month as a county clerk plays it: from a workbook to workbooks. */
let root = '';
const { bytes, rows } = makeMonthWorkbook();

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'uscc-month-'));
  writeFileSync(join(root, '11月.xlsx'), bytes);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ code: number | null; stdout: string }> {
  const { code, stdout, stderr } = await runUscc([...args, '--lang', 'zh'], { cwd: root });
  expect(stderr).toBe('');
  return { code, stdout };
}

function open(name: string): WorkBook {
  return read(readFileSync(join(root, name)), { cellStyles: true, cellNF: true, cellFormula: true });
}

function readPart(path: string, part: string): string {
  return new TextDecoder().decode(unzipSync(readFileSync(path))[part]);
}

const codeAt = (row: number): string => String(rows[row - 1]?.[2]);

/** Every cell of 有限公司 that was not meant to change is what it was: value, type and number format. */
function expectKept(workbook: WorkBook, changed: string[], rowOf: (row: number) => number | null): void {
  const before = read(bytes, { cellStyles: true, cellNF: true, cellFormula: true }).Sheets.有限公司 ?? {};
  const after = workbook.Sheets.有限公司 ?? {};
  for (let row = 1; row <= month.foot; row++) {
    const moved = rowOf(row);
    if (moved === null) continue;
    for (const column of 'ABCDEF') {
      const [old, now] = [before[`${column}${row}`], after[`${column}${moved}`]];
      if (changed.includes(`${column}${row}`)) continue;
      expect([column, row, now?.v, now?.t, now?.z]).toEqual([column, row, old?.v, old?.t, old?.z]);
    }
  }
  expect(after['!merges']?.map((range) => utils.encode_range(range)).sort()).toEqual(['A1:F1', 'A2:F2']);
  expect(after['!cols']?.slice(0, 6).map((column) => Math.round(column?.wch ?? 0))).toEqual([6, 32, 24, 22, 14, 16]);
}

describe('a month from workbook to workbook', () => {
  test('check --marked: the clerk’s own file, its bad cells coloured, reasons on the right', async () => {
    const { code } = await run('check', '11月.xlsx', '--unit-column', 'auto', '--marked', 'marked.xlsx');
    expect(code).toBe(1);
    const workbook = open('marked.xlsx');
    expect(workbook.SheetNames).toEqual(['有限公司', '个体工商户']);
    expectKept(workbook, [], (row) => row);
    const sheet = workbook.Sheets.有限公司 ?? {};
    expect(sheet[`G${month.header}`]?.v).toBe('核查说明');
    const marked = [month.badCheck, month.missing, month.repeatedOf, month.repeated, month.conflictOf, month.conflict];
    for (let row = month.first; row <= month.last; row++) {
      const isMarked = marked.includes(row);
      expect([row, sheet[`G${row}`] !== undefined, sheet[`C${row}`]?.s?.patternType === 'solid']).toEqual([
        row,
        isMarked,
        isMarked,
      ]);
    }
    expect(sheet[`H${month.badCheck}`]).toMatchObject({ t: 's', v: expect.stringMatching(/^\d{18}$/) });
    expect(sheet[`G${month.conflict}`]?.v).toContain(`第 ${month.conflictOf} 行`);
    expect(sheet[`G${month.conflictOf}`]?.v).toContain(`第 ${month.conflict} 行`);
  });

  test('check --send: a workbook a unit, the counterpart of a shared code, sums that tie', async () => {
    const { stdout } = await run(
      ...['check', '11月.xlsx', '--unit-column', 'auto', '--send', '分发', '--due', '2026-12-10'],
    );
    expect(stdout).toContain('问题 3 个 = 错码 1 + 多余的重码 2');
    const folder = join(root, '分发');
    const sheets = readdirSync(folder).filter((name) => name.endsWith('-重错码回传表.xlsx'));
    const unitOf = (row: number): string => String(rows[row - 1]?.[3]);
    const listed = [month.badCheck, month.missing, month.repeatedOf, month.repeated, month.conflictOf, month.conflict];
    // The foot line is no record of a unit.
    const concerned = new Set(listed.map(unitOf));
    for (const unit of concerned) {
      const name = `${unit}-重错码回传表.xlsx`;
      expect(sheets).toContain(name);
      const sheet = read(readFileSync(join(folder, name))).Sheets.回传表 ?? {};
      const lines = utils.sheet_to_json(sheet, { header: 1 }) as unknown[][];
      expect(lines[0]?.length).toBeLessThanOrEqual(9);
      expect(String(lines[1]?.[0])).toContain('2026-12-10');
      const body = lines.slice(6);
      const own = listed.filter((row) => unitOf(row) === unit).sort((a, b) => a - b);
      expect(body.map((line) => line[1]).sort()).toEqual(own.map((row) => `「有限公司」第 ${row} 行`).sort());
      const conflict = body.find((line) => line[1] === `「有限公司」第 ${month.conflict} 行`);
      if (conflict !== undefined) {
        expect(conflict[4]).toContain(String(rows[month.conflictOf - 1]?.[1]));
        expect(conflict[4]).toContain(`${unitOf(month.conflictOf)}，「有限公司」第 ${month.conflictOf} 行`);
      }
      const part = readPart(join(folder, name), 'xl/worksheets/sheet1.xml');
      expect(part).toContain('paperSize="9" orientation="landscape"');
      expect(part).toContain(`<oddHeader>&amp;L ${unit}&amp;R 回传期限：2026-12-10</oddHeader>`);
    }
    const index = utils.sheet_to_json(read(readFileSync(join(folder, '目录.xlsx'))).Sheets.回传表目录 ?? {}, {
      header: 1,
    });
    const total = (index as unknown[][]).at(-1);
    expect(total?.slice(1, 3)).toEqual([
      '合计',
      (index as unknown[][]).slice(0, -1).reduce((sum, line) => sum + (typeof line[2] === 'number' ? line[2] : 0), 0),
    ]);
    expect(readFileSync(join(folder, '送达说明.md'), 'utf8')).toContain('2026-12-10');
    // Sent again: what was there is replaced.
    await run('check', '11月.xlsx', '--unit-column', 'auto', '--send', '分发');
  });

  test('fix: what is certain is put right in place, and listed', async () => {
    await run('fix', '11月.xlsx', '-o', 'fixed.xlsx');
    const workbook = open('fixed.xlsx');
    expect(workbook.SheetNames).toEqual(['有限公司', '个体工商户', '改动说明']);
    const changed = [month.spaced, month.lower];
    expectKept(
      workbook,
      changed.map((row) => `C${row}`),
      (row) => row,
    );
    const sheet = workbook.Sheets.有限公司 ?? {};
    for (const row of changed) {
      const right = codeAt(row).normalize('NFKC').replaceAll(' ', '');
      expect(sheet[`C${row}`]).toMatchObject({ t: 's', v: right });
      expect(sheet[`C${row}`]?.s?.patternType).toBe('solid');
    }
    const list = utils.sheet_to_json(workbook.Sheets.改动说明 ?? {}, { header: 1 }) as unknown[][];
    expect(list.slice(2).map((line) => line.slice(0, 3))).toEqual(
      changed.map((row) => ['有限公司', row, expect.stringContaining(`「${codeAt(row)}」`)]),
    );
  });

  test('dedup: repeated rows go, what stands below moves up with its ranges', async () => {
    await run('dedup', '11月.xlsx', '--sheet', '有限公司', '-o', 'kept.xlsx');
    const workbook = open('kept.xlsx');
    expectKept(workbook, [], (row) => (row === month.repeated ? null : row < month.repeated ? row : row - 1));
    const sheet = workbook.Sheets.有限公司 ?? {};
    expect(sheet['!autofilter']?.ref).toBe(`A${month.header}:F${month.last - 1}`);
    expect(sheet[`F${month.foot - 1}`]?.f).toBe(`SUM(F${month.first}:F${month.last - 1})`);
    const list = utils.sheet_to_json(workbook.Sheets.改动说明 ?? {}, { header: 1 }) as unknown[][];
    expect(list.slice(2)).toEqual([
      [
        ...['有限公司', month.repeated, `「${codeAt(month.repeated)}」${rows[month.repeated - 1]?.[1]}`],
        ...[expect.any(String), `有限公司 第 ${month.repeatedOf} 行`],
      ],
    ]);
  });

  test('dedup --removed and --conflicts-file: workbooks of the rows as they were, every cell text', async () => {
    const conflicts = ['--conflicts', 'separate', '--conflicts-file', 'conflicts.xlsx'];
    await run(
      ...['dedup', '11月.xlsx', '--sheet', '有限公司', '-o', 'rest.xlsx', '--removed', 'removed.xlsx'],
      ...conflicts,
    );
    const lines = (name: string, tab: string) =>
      utils.sheet_to_json(open(name).Sheets[tab] ?? {}, { header: 1 }) as unknown[][];
    const [head, ...removed] = lines('removed.xlsx', '去掉的行');
    expect(head?.slice(0, 9)).toEqual([
      ...['文件', '记录', '行', '原因', '保留的文件', '保留的记录'],
      ...(rows[month.header - 1]?.slice(0, 3) ?? []),
    ]);
    expect(removed.map((line) => [line[2], line[3], line[8]])).toEqual([
      [String(month.repeated), '重复记录', codeAt(month.repeated)],
    ]);
    const separated = lines('conflicts.xlsx', '一码多赋的行').slice(1);
    expect(separated.map((line) => [line[3], line[6]])).toEqual(
      [month.conflictOf, month.conflict].map((row) => [String(row), codeAt(row)]),
    );
  });

  test('dedup: what a merged cell says stays when its top row goes', async () => {
    const sheet = utils.aoa_to_sheet([
      ['企业名称', '统一社会信用代码', '登记机关'],
      ['甲公司', codeAt(month.first), '甲局'],
      ['甲公司', codeAt(month.first), '乙局'],
      ['乙公司', codeAt(month.first + 1), ''],
      ['丙公司', codeAt(month.first + 2), ''],
    ]);
    sheet['!merges'] = [utils.decode_range('C3:C5')];
    const workbook = utils.book_new();
    utils.book_append_sheet(workbook, sheet, '名单');
    writeFileSync(join(root, 'merged.xlsx'), write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    await run('dedup', 'merged.xlsx', '-o', 'merged-kept.xlsx');
    const kept = open('merged-kept.xlsx').Sheets.名单 ?? {};
    expect(kept['!merges']?.map((range) => utils.encode_range(range))).toEqual(['C3:C4']);
    expect(['A3', 'C2', 'C3'].map((name) => kept[name]?.v)).toEqual(['乙公司', '甲局', '乙局']);
  });

  test('match: the table, and what the registry has on the right', async () => {
    const registry = rows.slice(month.header - 1, month.last).filter((_, at) => at % 2 === 0 || at === 0);
    writeFileSync(join(root, 'registry.csv'), registry.map((row) => row.slice(0, 3).join(',')).join('\n'));
    await run('match', '11月.xlsx', '--against', 'registry.csv', '-o', 'matched.xlsx');
    const workbook = open('matched.xlsx');
    expectKept(workbook, [], (row) => row);
    const sheet = workbook.Sheets.有限公司 ?? {};
    expect(sheet[`G${month.header}`]?.v).toBe('比对结果');
    for (const row of [month.first + 1, month.first + 3]) {
      expect([sheet[`G${row}`]?.v, sheet[`H${row}`]?.v, sheet[`H${row}`]?.t]).toEqual(['已登记', codeAt(row), 's']);
    }
    expect(sheet[`G${month.first}`]?.v).toBe('未登记');
  });

  test('diff --xlsx, --html: what was corrected, units that add up, numbers that tie', async () => {
    await run('fix', '11月.xlsx', '-o', '12月.xlsx');
    await run('dedup', '12月.xlsx', '--sheet', '有限公司', '-o', '12月去重.xlsx');
    await run(
      ...['diff', '11月.xlsx', '12月去重.xlsx', '--unit-column', 'auto', '--xlsx', 'diff.xlsx', '--html', 'diff.html'],
    );
    const { stdout } = await run('diff', '11月.xlsx', '12月去重.xlsx', '--unit-column', 'auto', '--format', 'json');
    const report = JSON.parse(stdout);
    for (const side of ['old', 'new'] as const) {
      const problems = report.byUnit.reduce(
        (sum: number, row: Record<typeof side, { problems: number }>) => sum + row[side].problems,
        0,
      );
      expect(problems).toBe(report[side].rates.literal.numerator);
    }
    // The repeated record is the one problem that went.
    expect(report.problems.duplicate).toMatchObject({ resolved: 1, remaining: 1 });
    expect(report.correctionRate).toMatchObject({ numerator: 1 });
    expect(report.outcomes).toEqual({ corrected: 1, gone: 0, unknown: 0 });
    const workbook = open('diff.xlsx');
    const problems = utils.sheet_to_json(workbook.Sheets.问题 ?? {}) as Record<string, string>[];
    const resolved = problems.filter(({ 状态 }) => 状态 === '已解决');
    expect(new Set(resolved.map(({ 统一社会信用代码: code }) => code))).toEqual(new Set([codeAt(month.repeated)]));
    expect(readFileSync(join(root, 'diff.html'), 'utf8')).toContain(codeAt(month.repeated));
  });

  test('tables that were no workbook become one, every cell as text', async () => {
    const lines = rows.slice(month.header - 1, month.last).map((row) => row.slice(0, 3).join(','));
    writeFileSync(join(root, '11月.csv'), lines.join('\r\n'));
    await run('fix', '11月.csv', '-o', 'from-csv.xlsx');
    const sheet = open('from-csv.xlsx').Sheets['11月'] ?? {};
    for (let row = month.first; row <= month.last; row++) {
      const at = row - month.header + 1;
      const right = codeAt(row).normalize('NFKC').replaceAll(' ', '');
      if (right !== '') expect(sheet[`C${at}`]).toMatchObject({ t: 's', v: right });
    }
  });

  /** Every workbook of the month. */
  const listWorkbooks = (): string[] =>
    readdirSync(root, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.xlsx'));
  const copies = ['marked.xlsx', 'fixed.xlsx', 'kept.xlsx', 'matched.xlsx', 'from-csv.xlsx'];
  const isWhole = (row: number): boolean => /^\d{18}$/.test(codeAt(row)) && row !== month.repeated;

  test.skipIf(officePath === null)(
    'LibreOffice opens every workbook of the month, and reads the same codes',
    { timeout: 400_000 },
    async () => {
      await run('check', '11月.xlsx', '--unit-column', 'auto', '--out', '报告', '--xlsx', 'report.xlsx');
      const names = listWorkbooks();
      expect(names).toEqual(expect.arrayContaining([...copies, 'report.xlsx', 'removed.xlsx', 'diff.xlsx']));
      expect(names.filter((name) => name.startsWith('分发')).length).toBeGreaterThan(1);
      for (const name of names) {
        const sheets = await convertToCsv(readFileSync(join(root, name)));
        const all = [...sheets.values()].join('\n');
        // A code that became a number is shown with an exponent, or with zeros for its last digits.
        expect([name, /\d[.,]?\d*E\+\d/.test(all)]).toEqual([name, false]);
        if (!copies.includes(name)) continue;
        const text = sheets.get(name === 'from-csv.xlsx' ? '11月' : '有限公司') ?? '';
        for (let row = month.first; row <= month.last; row++) {
          if (isWhole(row)) expect([name, text]).toEqual([name, expect.stringContaining(codeAt(row))]);
        }
      }
    },
  );

  test.skipIf(!hasOpenpyxl)(
    `openpyxl opens every workbook of the month${hasOpenpyxl ? '' : ' (skipped: python3 has no openpyxl)'}`,
    () => {
      const script =
        'import sys,json,openpyxl\nprint(json.dumps({f:[[[[c.value,c.data_type] for c in r] for r in s.iter_rows()] for s in openpyxl.load_workbook(f)] for f in sys.argv[1:]},default=str))';
      const text = execFileSync(python, ['-c', script, ...listWorkbooks()], { cwd: root, maxBuffer: 1 << 28 });
      const books = JSON.parse(text.toString()) as Record<string, [string | number | null, string][][][]>;
      for (const [name, sheets] of Object.entries(books)) {
        const cells = sheets.flat(2);
        // No cell holds a number that a spreadsheet program would round.
        expect([name, cells.filter(([value, type]) => type === 'n' && Number(value) > 1e15)]).toEqual([name, []]);
        if (!copies.includes(name)) continue;
        const texts = new Set(cells.filter(([, type]) => type === 's').map(([value]) => value));
        for (let row = month.first; row <= month.last; row++) if (isWhole(row)) expect(texts).toContain(codeAt(row));
      }
    },
  );
});
