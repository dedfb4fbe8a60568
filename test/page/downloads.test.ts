import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, type WorkBook, write } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { browserPath } from '../browser/chromium.ts';
import { makeMonthWorkbook, month } from '../cli/month-workbook.ts';
import { runUscc } from '../cli/run.ts';
import { useFolder } from '../node/check.ts';
import { check, choose, download, useChecker } from './checker.ts';

const about = { organization: '泰安市信用中心', period: '2026-11', contact: '王五 0538-1234567', due: '2026-12-10' };

/** Every cell with its value, type and look: what a workbook says, however it is packed. */
function cellsOf(bytes: Uint8Array): unknown {
  return Object.entries(read(bytes, { cellStyles: true }).Sheets).map(([name, sheet]) => [
    name,
    Object.entries(sheet).flatMap(([at, cell]) => (at.startsWith('!') ? [] : [[at, cell.v, cell.t, cell.s]])),
  ]);
}

describe.skipIf(browserPath === null)('what the page gives to take away is what the command writes', () => {
  const checker = useChecker();
  const folder = useFolder();

  test('marked tables, sheets for units, lists, the head of the report', { timeout: 240_000 }, async () => {
    const path = folder.write('11月.xlsx', makeMonthWorkbook().bytes);
    const cwd = path.replace(/[^/\\]+$/, '');
    folder.write('uscc.json', JSON.stringify({ ...about, 'unit-column': 'auto', lang: 'zh' }));
    await runUscc(
      [
        'check',
        '11月.xlsx',
        '--marked',
        'm.xlsx',
        '--send',
        'sent',
        '--out',
        'out',
        '--xlsx',
        'r.xlsx',
        '--lang',
        'zh',
      ],
      { cwd },
    );
    const expected = (...names: string[]): Uint8Array => readFileSync(join(cwd, ...names));

    const { page, complaints } = await checker.open();
    await choose(page, [path]);
    await page.click('.about-fields summary');
    for (const [name, value] of Object.entries(about)) await page.fill(`[data-key="about-${name}"]`, value);
    await check(page);

    expect(cellsOf(await download(page, '原表标注（Excel）'))).toEqual(cellsOf(expected('m.xlsx')));
    expect(cellsOf(await download(page, '清单（Excel）'))).toEqual(cellsOf(expected('out', 'lists.xlsx')));
    expect(cellsOf(await download(page, '工作簿（含纠错回传）'))).toEqual(cellsOf(expected('r.xlsx')));
    for (const [label, name] of [
      ['问题清单 CSV', 'findings.csv'],
      ['重码清单 CSV', 'duplicates.csv'],
    ] as const) {
      expect((await download(page, label)).toString()).toBe(Buffer.from(expected('out', name)).toString());
    }

    const sent = unzipSync(await download(page, '分发各单位（zip）'));
    expect(Object.keys(sent).sort()).toEqual(readdirSync(join(cwd, 'sent')).sort());
    for (const [name, bytes] of Object.entries(sent)) {
      if (name.endsWith('.xlsx')) expect([name, cellsOf(bytes)]).toEqual([name, cellsOf(expected('sent', name))]);
      else expect(Buffer.from(bytes).toString()).toBe(Buffer.from(expected('sent', name)).toString());
    }
    const html = (await download(page, '网页报告')).toString();
    for (const text of Object.values(about)) {
      expect(html).toContain(text);
      expect(await page.locator('#report #about').textContent()).toContain(text);
    }

    // Changed after the check: the report takes it at once.
    await page.fill('[data-key="about-period"]', '2026-12');
    await page.locator('[data-key="about-period"]').dispatchEvent('change');
    expect(await page.locator('#report #about').textContent()).toContain('2026-12');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('repeated records removed in the page as by the command', { timeout: 120_000 }, async () => {
    const path = folder.write('去重.xlsx', makeMonthWorkbook().bytes);
    const cwd = path.replace(/[^/\\]+$/, '');
    await runUscc(['dedup', '去重.xlsx', '-o', 'kept.xlsx', '--lang', 'zh'], { cwd });
    const { page, complaints } = await checker.open();
    await page.click('#tab-clean');
    await page.setInputFiles('#side-clean-now', [path]);
    await page.selectOption('[data-key="work-clean"]', 'dedup');
    await page.click('#work');
    await page.waitForSelector('#outcome-title');
    const [kept] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.month-outcome .action').first().click(),
    ]);
    const bytes = readFileSync(await kept.path());
    expect(cellsOf(bytes)).toEqual(cellsOf(readFileSync(join(cwd, 'kept.xlsx'))));
    // The repeated record is gone, and what stood below has moved up.
    const { rows } = makeMonthWorkbook();
    expect(read(bytes).Sheets.有限公司?.[`C${month.repeated}`]?.v).toBe(rows[month.repeated]?.[2]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test.each(['xls', 'xlsb', 'ods', 'et'])('.%s is opened, checked and marked', { timeout: 120_000 }, async (ending) => {
    const workbook: WorkBook = read(makeMonthWorkbook().bytes);
    const bookType = ending === 'et' ? 'xls' : (ending as 'xls' | 'xlsb' | 'ods');
    const path = folder.write(`台账.${ending}`, write(workbook, { type: 'buffer', bookType }) as Buffer);
    const cwd = path.replace(/[^/\\]+$/, '');
    const { page, complaints } = await checker.open();
    await choose(page, [path]);
    await check(page);
    const marked = await download(page, '原表标注（Excel）');
    await runUscc(['check', `台账.${ending}`, '--unit-column', 'auto', '--marked', `${ending}.xlsx`, '--lang', 'zh'], {
      cwd,
    });
    expect(cellsOf(marked)).toEqual(cellsOf(readFileSync(join(cwd, `${ending}.xlsx`))));
    expect(complaints).toEqual([]);
    await page.close();
  });
});
