import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browserPath } from '../browser/chromium.ts';
import { makeMonthWorkbook, month } from '../cli/month-workbook.ts';
import { runUscc } from '../cli/run.ts';
import { useFolder } from '../node/check.ts';
import { useChecker } from './checker.ts';

describe.skipIf(browserPath === null)('the work of a month in the page is that of the command', () => {
  const checker = useChecker();
  const folder = useFolder();

  async function work(page: Page, tab: string, sides: Record<string, string>): Promise<Buffer> {
    await page.click(`#tab-${tab}`);
    for (const [side, path] of Object.entries(sides)) await page.setInputFiles(`#side-${tab}-${side}`, [path]);
    await page.click('#work');
    await page.waitForSelector('#outcome-title');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.month-outcome .action').first().click(),
    ]);
    return readFile(await download.path());
  }

  const cellsOf = (bytes: Buffer): unknown =>
    Object.entries(read(bytes).Sheets).map(([name, sheet]) => [
      name,
      Object.entries(sheet).flatMap(([at, cell]) => (at.startsWith('!') ? [] : [[at, cell.v, cell.t]])),
    ]);

  test('put right, two months compared, a list against a registry', { timeout: 120_000 }, async () => {
    const { bytes, rows } = makeMonthWorkbook();
    const path = folder.write('11月.xlsx', bytes);
    const cwd = path.replace(/[^/\\]+$/, '');
    writeFileSync(
      join(cwd, 'registry.csv'),
      rows
        .slice(month.header - 1, month.last)
        .map((row) => row.slice(0, 3).join(','))
        .join('\n'),
    );
    const { page, complaints } = await checker.open();
    const output = async (name: string, ...args: string[]): Promise<unknown> => {
      await runUscc([...args, '--lang', 'zh'], { cwd });
      return cellsOf(await readFile(join(cwd, name)));
    };
    const fixed = await work(page, 'clean', { now: path });
    expect(cellsOf(fixed)).toEqual(await output('fixed.xlsx', 'fix', '11月.xlsx', '-o', 'fixed.xlsx'));
    const matched = await work(page, 'match', { now: path, old: join(cwd, 'registry.csv') });
    const against = ['--against', 'registry.csv', '-o', 'matched.xlsx'];
    expect(cellsOf(matched)).toEqual(await output('matched.xlsx', 'match', '11月.xlsx', ...against));
    const later = folder.write('12月.xlsx', fixed);
    const compared = await work(page, 'compare', { old: path, now: later });
    const args = ['diff', '11月.xlsx', '12月.xlsx', '--unit-column', 'auto', '--xlsx', 'diff.xlsx'];
    expect(cellsOf(compared)).toEqual(await output('diff.xlsx', ...args));
    expect(complaints).toEqual([]);
  });

  test('licences, with a registry and without', { timeout: 120_000 }, async () => {
    const path = folder.write('许可.csv', '');
    const cwd = path.replace(/[^/\\]+$/, '');
    const make = ['generate', '--rows', '400', '--errors', '20%'];
    await runUscc([...make, '--kind', 'licences', '-o', '许可.csv'], { cwd });
    await runUscc([...make, '-o', '登记.csv'], { cwd });
    const { page, complaints } = await checker.open();
    const both: Record<string, string> = { now: path, old: join(cwd, '登记.csv') };
    for (const sides of [{ now: path }, both]) {
      const judged = await work(page, 'licences', sides);
      const against = 'old' in sides ? ['--against', '登记.csv'] : [];
      const { stdout } = await runUscc(['licences', '许可.csv', ...against, '--xlsx', 'judged.xlsx', '--lang', 'zh'], {
        cwd,
      });
      expect(cellsOf(judged)).toEqual(cellsOf(await readFile(join(cwd, 'judged.xlsx'))));
      const verdict = await page.locator('.month-outcome .lead-line').textContent();
      expect(stdout).toContain(verdict);
    }
    expect(complaints).toEqual([]);
  });
});
