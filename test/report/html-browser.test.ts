import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, startBrowser } from '../browser/chromium.ts';
import { findBarriers, type Visit, visit } from '../browser/visitor.ts';
import { hostile, makeFindings, makeHostileReport, writePage } from './html-data.ts';
import { sampleDuplicates, sampleFindings, sampleReport } from './sample.ts';

/** USCC_SCREENSHOTS=folder keeps the pictures. */
const pictures = process.env.USCC_SCREENSHOTS;

describe.skipIf(browserPath === null)('a report opened from a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'uscc-html-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(text: string, options: BrowserContextOptions = {}): Promise<Visit> {
    const path = join(folder, `${crypto.randomUUID()}.html`);
    writeFileSync(path, text);
    const url = pathToFileURL(path).href;
    const { page, complaints } = await visit(browser, url, options);
    // The page itself is no request of the page.
    return { page, complaints: complaints.filter((complaint) => complaint !== `fetched ${url}`) };
  }

  const rowsOf = (page: Page) => page.locator('.rows tbody tr[aria-rowindex]');
  const statusOf = (page: Page): Promise<string | null> => page.getByRole('status').textContent();

  it('loads nothing, says nothing on the console, and shows the findings', async () => {
    const { page, complaints } = await open(await writePage(sampleReport, sampleFindings, sampleDuplicates));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('统一社会信用代码重错码核查报告');
    expect(await rowsOf(page).count()).toBe(3);
    expect(await page.locator('.rows table').getAttribute('aria-rowcount')).toBe('4');
    await page.getByRole('button', { name: '校验码错误' }).click();
    const detail = page.getByRole('region', { name: '详情' });
    expect(await detail.textContent()).toContain('第 18 位是 4，按前 17 位算应为 3');
    expect(await detail.locator('mark').textContent()).toBe('4');
    expect(await detail.locator('ins').textContent()).toBe('3');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows hostile cells as text', async () => {
    for (const text of hostile) {
      const findings = sampleFindings.map((finding) => ({
        ...finding,
        name: text,
        code: text,
        normalized: text,
        unit: text,
      }));
      const twins = sampleDuplicates.map((record) => ({ ...record, name: text, unit: text }));
      const { page, complaints } = await open(await writePage(makeHostileReport(text), findings, twins));
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => dialogs.push(dialog.message()));
      await rowsOf(page).first().getByRole('button').click();
      expect(await page.locator('img, [onmouseover], [onerror]').count(), text).toBe(0);
      expect(await page.evaluate(() => document.scripts.length), text).toBe(1);
      expect([...complaints, ...dialogs], text).toEqual([]);
      await page.close();
    }
  });

  it('holds 100,000 findings, of which only those in sight are in the page', async () => {
    const { page, complaints } = await open(await writePage(sampleReport, makeFindings(100_010), []));
    expect(await statusOf(page)).toBe('共 100,000 条');
    expect(await page.locator('#findings .sentence').textContent()).toContain('共 100,010 条，本页收录 100,000 条');
    expect(await rowsOf(page).count()).toBeLessThan(100);

    await page.getByLabel('搜索').fill('第4321号');
    await expect.poll(() => statusOf(page)).toBe('1 条，共 100,000 条');
    expect(await rowsOf(page).textContent()).toContain('第4321号有限公司');
    // Spaces as the page shows them.
    await page.getByLabel('搜索').fill('9 1 370900 00000300 x');
    await expect.poll(() => statusOf(page)).toBe('1 条，共 100,000 条');
    await page.getByRole('button', { name: '清除条件' }).click();
    await page.getByLabel('程度').selectOption({ label: '未换码、缺码 (9,991)' });
    expect(await statusOf(page)).toBe('9,991 条，共 100,000 条');
    await page.getByRole('combobox', { name: '单位', exact: true }).selectOption('市审批局');
    await page.getByRole('combobox', { name: '文件', exact: true }).selectOption({ index: 1 });
    // Rows 9, 19, … are missing; every fourth is the bureau's; those are odd, and so in the second file.
    expect(await statusOf(page)).toBe('没有符合条件的记录。');
    await page.getByRole('button', { name: '清除条件' }).click();

    await page.getByRole('columnheader', { name: '位置' }).getByRole('button').click();
    await page.getByRole('columnheader', { name: '位置' }).getByRole('button').click();
    expect(await page.getByRole('columnheader', { name: '位置' }).getAttribute('aria-sort')).toBe('descending');
    // By file, then by row; row 100,010 has no code and was left out.
    expect(await rowsOf(page).first().textContent()).toContain('行county/b.txt');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each(['zh', 'en'] as const)('shows row numbers of millions whole, %s', async (lang) => {
    const far = makeFindings(40).map((finding) => ({ ...finding, row: finding.row + 9_999_900 }));
    const { page } = await open(await writePage(sampleReport, far, [], lang));
    const cut = await page.locator('.rows tbody .cell-place').evaluateAll((cells) =>
      cells.map((cell) => {
        const number = document.createRange();
        number.selectNodeContents(cell.querySelector('.row-number') ?? cell);
        return number.getBoundingClientRect().right > cell.getBoundingClientRect().right;
      }),
    );
    expect(cut.length).toBeGreaterThan(5);
    expect(cut).not.toContain(true);
    await page.close();
  });

  it('works from the keyboard', async () => {
    const { page } = await open(await writePage(sampleReport, makeFindings(500), []));
    const focused = (): Promise<string | undefined> =>
      page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex') ?? undefined);
    await page.locator('.rows').focus();
    for (let column = 0; column < 9; column++) await page.keyboard.press('Tab');
    expect(await focused()).toBe('2');
    for (let row = 0; row < 40; row++) await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('42');
    await page.keyboard.press('End');
    expect(await focused()).toBe('501');
    await page.keyboard.press('Enter');
    expect(await page.locator('tr[aria-current]').getAttribute('aria-rowindex')).toBe('501');
    expect(await page.getByRole('region', { name: '详情' }).textContent()).toContain('（记录 500）');
    await page.close();
  });

  it('gives the rows shown as CSV: a byte order mark, and no cell that a spreadsheet would run', async () => {
    const formula = sampleFindings.map((finding) => ({ ...finding, name: '=1+1' }));
    const { page } = await open(await writePage(sampleReport, formula, []));
    await page.getByLabel('程度').selectOption('error');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('问题清单.csv');
    const text = readFileSync((await download.path()) ?? '', 'utf8');
    expect(text.startsWith('\ufefffile,row,line,severity,issue,code,')).toBe(true);
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
    expect(rows.map(({ row, issue, name }) => [row, issue, name])).toEqual([
      ['12', 'check-digit', "'=1+1"],
      ['12', 'authority-category', "'=1+1"],
    ]);
    await page.close();
  });

  it('copies the rows shown, as cells of text', async () => {
    const { page } = await open(await writePage(sampleReport, sampleFindings, []), {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('button', { name: '复制' }).click();
    await expect.poll(() => statusOf(page)).toBe('已复制 3 条，可粘贴到表格');
    const [text, sheet] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string): Promise<string> => (await (await item?.getType(type))?.text()) ?? '';
      return [await read('text/plain'), await read('text/html')];
    });
    expect(text?.split('\r\n').map((line) => line.split('\t')[2])).toEqual([
      '代码',
      '9935 0100M000100Y44',
      "'=无",
      '91350211M00013FA1N',
    ]);
    expect(sheet).toContain('99350100M000100Y43');
    await page.close();
  });

  it('prints on A4: a plain table with its head on every page', async () => {
    const { page } = await open(await writePage(sampleReport, makeFindings(1000), sampleDuplicates));
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(5);
    expect(pages).toBeLessThan(60);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.printed tbody').count()).toBe(1000);
    expect(await page.locator('.cover .signatures').isVisible()).toBe(true);
    // The lines to sign stand on the first page: A4 without its margins is 182 × 263 mm.
    await page.setViewportSize({ width: 688, height: 994 });
    const end = await page
      .locator('.cover .signatures')
      .evaluate((lines) => lines.getBoundingClientRect().bottom + scrollY);
    expect(end).toBeLessThan(994);
    const [reason, sheet] = await page.evaluate(() => [
      document.querySelector('.printed .reason')?.getBoundingClientRect().width ?? 0,
      document.querySelector('.printed')?.getBoundingClientRect().width ?? 0,
    ]);
    expect(reason).toBeGreaterThan(0);
    expect(reason).toBeLessThanOrEqual(sheet ?? 0);
    expect(await page.locator('.printed thead').evaluate((head) => getComputedStyle(head).display)).toBe(
      'table-header-group',
    );
    expect(await page.locator('.toolbar').isVisible()).toBe(false);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await page.locator('.printed').count()).toBe(0);
    await page.close();
  });

  it('prints what is folded up, and says where it stops', async () => {
    const { page } = await open(await writePage(sampleReport, makeFindings(5003), sampleDuplicates));
    await page.emulateMedia({ media: 'print' });
    const folded = await page.locator('details:not([open])').count();
    expect(folded).toBeGreaterThan(0);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('details:not([open])').count()).toBe(0);
    expect(await page.locator('.printed').textContent()).toContain('打印了 5,003 条中的前 5,000 条。');
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await page.locator('details:not([open])').count()).toBe(folded);
    await page.close();
  });

  const looks = (['zh', 'en'] as const).flatMap((lang) =>
    (['light', 'dark'] as const).flatMap((colorScheme) => [1280, 390].map((width) => ({ lang, colorScheme, width }))),
  );
  it.each(looks)(
    'has no barriers that axe knows: $lang, $colorScheme, $width',
    async ({ lang, colorScheme, width }) => {
      const report = { ...makeHostileReport('市审批局'), byRegion: makeRegions() };
      const text = await writePage(report, makeFindings(300), sampleDuplicates, lang);
      const { page, complaints } = await open(text, { colorScheme, viewport: { width, height: 900 } });
      await rowsOf(page).nth(1).getByRole('button').click();
      for (const summary of await page.locator('summary').all()) await summary.click();
      if (pictures !== undefined) {
        mkdirSync(pictures, { recursive: true });
        await page.screenshot({ path: join(pictures, `report-${lang}-${colorScheme}-${width}.png`), fullPage: true });
      }
      expect(await findBarriers(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );
});

/** Provinces of every shade. */
function makeRegions(): typeof sampleReport.byRegion {
  return ['110000', '310000', '370100', '440000', '510000'].map((region, index) => {
    const problems = index === 0 ? 0 : 10 ** index * 5;
    const counts = { conforming: 1_000_000 - problems, erroneous: problems, unconverted: 0, missing: 0, excess: 0 };
    return { region, name: '某省某市', records: 1_000_000, ...counts, problems, rate: problems / 1_000_000 };
  });
}
