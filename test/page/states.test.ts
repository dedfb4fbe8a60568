import { mkdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browserPath } from '../browser/chromium.ts';
import { findBarriers } from '../browser/visitor.ts';
import { generateAll } from '../generate/read.ts';
import { checkAll, useFolder } from '../node/check.ts';
import { type Checker, check, choose, download, readReport, useChecker } from './checker.ts';

const sample = fileURLToPath(new URL('../../fixtures/registry-sample.csv', import.meta.url));
/** USCC_SCREENSHOTS=folder keeps the pictures. */
const pictures = process.env.USCC_SCREENSHOTS;

describe.skipIf(browserPath === null)('the page from a file', () => {
  const checker = useChecker();
  const folder = useFolder();

  /** A look at a state: a picture where wanted, and nothing that axe finds wrong. */
  async function look({ page }: Checker, name: string): Promise<void> {
    if (pictures !== undefined) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `page-${name}.png`), fullPage: true });
    }
    expect(await findBarriers(page), name).toEqual([]);
  }

  async function makeLarge(): Promise<string> {
    const { bytes } = generateAll({ rows: 200_000, seed: 5, errors: 0.01 });
    return folder.write('large.csv', bytes);
  }

  test('is one file of at most 2 MB', () => {
    expect(statSync(checker.path()).size).toBeLessThanOrEqual(2_000_000);
  });

  const settings = [
    { lang: 'zh', colorScheme: 'light', width: 1200 },
    { lang: 'en', colorScheme: 'dark', width: 1200 },
    { lang: 'en', colorScheme: 'light', width: 390 },
    { lang: 'zh', colorScheme: 'dark', width: 390 },
  ] as const;

  test.each(settings)(
    '$lang, $colorScheme, $width pixels: every state, without barriers or requests',
    async (setting) => {
      const { lang, colorScheme, width } = setting;
      const options = { colorScheme, viewport: { width, height: 860 } };
      const opened = await checker.open(options, lang === 'en' ? '#en' : '');
      const { page, complaints } = opened;
      const name = (state: string): string => `${state}-${lang}-${colorScheme}-${width}`;
      await look(opened, name('empty'));
      await choose(page, [sample, folder.write('empty.csv', ''), folder.write('plain.csv', 'a,b\n1,2\n3,4\n')]);
      await look(opened, name('problems'));
      expect(await page.locator('#start').isDisabled()).toBe(true);
      for (const _ of [1, 2]) await page.locator('.has-problem').first().getByRole('button').click();
      await look(opened, name('columns'));
      await check(page);
      await look(opened, name('done'));
      // The page has no flags: what the engine says of them is said in its own words.
      expect((await page.locator('#panel').allInnerTexts()).join()).not.toMatch(/--[a-z]/);
      await page.locator('#tab-codes').click();
      await page
        .locator('#codes')
        .fill('91350100M000100Y43\n91350100M000100Y44\n9135O100M000100Y43\n11010519491231002X\n802100433');
      await look(opened, name('codes'));
      for (const word of await page.locator('.code-verdict').all()) expect(await word.isVisible()).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  test('another definition, target and language apply without a new run', async () => {
    const { page, complaints } = await checker.open();
    await choose(page, [sample]);
    await check(page);
    const { report } = await checkAll([sample], { lang: 'zh' });
    const figure = (): Promise<string | null> => page.locator('.answer-facts dd').first().textContent();
    expect(await figure()).toBe(String(report.rates.literal.numerator));
    await page.locator('[data-key=definition]').selectOption('with-unconverted');
    expect(await figure()).toBe(String(report.rates['with-unconverted'].numerator));
    await page.locator('#target').fill('很低');
    await page.locator('#target').press('Tab');
    expect(await page.locator('#target').getAttribute('aria-invalid')).toBe('true');
    await page.locator('#target').fill('50%');
    await page.locator('#target').press('Tab');
    expect(await page.locator('.stamp').textContent()).toContain('达标');
    expect((await readReport(page)).target).toMatchObject({ value: 0.5, definition: 'with-unconverted', met: true });
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await figure()).toBe(String(report.rates['with-unconverted'].numerator));
    const english = await checkAll([sample], { lang: 'en' });
    expect((await readReport(page)).warnings.map(({ message }) => message)).toEqual(
      english.report.warnings.map(({ message }) => message.replaceAll(sample, 'registry-sample.csv')),
    );
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('downloads are complete', async () => {
    const { bytes } = generateAll({ rows: 20_000, seed: 2, errors: 0.5, duplicates: 0.1 });
    const path = folder.write('many.csv', bytes);
    const { page, complaints } = await checker.open();
    await choose(page, [path]);
    await check(page);
    const { findings, duplicates } = await checkAll([path]);
    const lines = (text: Buffer): number => text.toString().split('\r\n').length - 2;
    const noted = findings.reduce(
      (sum, { issue, notes }) => sum + Number(issue !== null) + Number(notes.includes('authority-category')),
      0,
    );
    expect(lines(await download(page, '问题清单 CSV'))).toBe(noted);
    expect(lines(await download(page, '重码清单 CSV'))).toBe(duplicates.length);
    expect((await download(page, '网页报告')).toString()).toContain('</html>');
    expect((await download(page, /工作簿/)).subarray(0, 2).toString()).toBe('PK');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('a download that fails says so, and can be tried again', async () => {
    const { page } = await checker.open();
    await choose(page, [folder.write('few.csv', generateAll({ rows: 20, seed: 2 }).bytes)]);
    await check(page);
    await page.evaluate(() => {
      const create = URL.createObjectURL;
      URL.createObjectURL = () => {
        URL.createObjectURL = create;
        throw new Error('out of memory');
      };
    });
    const button = page.getByRole('button', { name: '问题清单 CSV' });
    await button.click();
    const failure = page.locator('.result-bar > [role=alert]');
    await failure.getByText('findings.csv 没有生成。').waitFor();
    expect(await failure.textContent()).toContain('out of memory');
    expect(await button.isEnabled()).toBe(true);
    expect((await download(page, '问题清单 CSV')).length).toBeGreaterThan(10);
    expect(await failure.textContent()).toBe('');
    await page.close();
  });

  test('a column, an encoding and a header that were found wrong can be changed', async () => {
    const rows = ['甲公司,91350100M000100Y43,无', '乙公司,91350100M000100Y44,无'].join('\n');
    const { page } = await checker.open();
    await choose(page, [folder.write('odd.csv', `名称,编号,备注\n${rows}\n`)]);
    await page.getByLabel('代码列').selectOption({ label: '备注' });
    await expect.poll(() => page.locator('.preview th.is-code').textContent()).toContain('备注');
    await page.getByLabel('代码列').selectOption({ label: '编号' });
    await page.getByLabel('名称列').selectOption({ label: '名称' });
    await page.getByLabel('负责单位列').selectOption({ label: '备注' });
    await expect.poll(() => page.locator('.preview th.is-unit').count()).toBe(1);
    await check(page);
    const report = await readReport(page);
    expect(report.files[0]).toMatchObject({ codeColumn: '编号', nameColumn: '名称', unitColumn: '备注' });
    expect(report.counts).toMatchObject({ conforming: 1, erroneous: 1 });
    await page.close();
  });

  test('a change that is made before an earlier one is answered counts too', async () => {
    const { page } = await checker.open();
    await choose(page, [folder.write('quick.csv', '名称,编号,备注\n甲公司,91350100M000100Y43,无\n')]);
    await page.locator('.table-card .fields').evaluate((fields) => {
      for (const [key, value] of [
        ['nameColumn', '1'],
        ['unitColumn', '3'],
      ] as const) {
        const select = fields.querySelector<HTMLSelectElement>(`[data-key$="${key}"]`);
        if (select === null) throw new Error(key);
        select.value = value;
        select.dispatchEvent(new Event('change'));
      }
    });
    await expect.poll(() => page.locator('.preview th.is-unit').count()).toBe(1);
    await check(page);
    const [file] = (await readReport(page)).files;
    expect(file).toMatchObject({ nameColumn: '名称', unitColumn: '备注' });
    await page.close();
  });

  test('a check can be cancelled, from the keyboard too, and started again', async () => {
    const path = await makeLarge();
    const { page, complaints } = await checker.open();
    await choose(page, [path]);
    for (const how of ['button', 'key'] as const) {
      await page.locator('#start').click();
      if (how === 'button') await page.locator('#cancel').click();
      else await page.keyboard.press('Escape');
      await page.getByText('已取消').waitFor();
    }
    await check(page);
    expect((await readReport(page)).records).toBe(200_000);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('a check that fails says why, and leads back', async () => {
    const opened = await checker.open();
    const { page } = opened;
    // Latin letters with accents after a beginning in ASCII: neither encoding. What is smaller is read whole before the check.
    const good = '91350100M000100Y43,甲\n'.repeat(200_000);
    const bytes = Buffer.concat([
      Buffer.from(`code,name\n${good}`),
      Buffer.from('91350100M000100Y43,\xff\xfe\xff\n'.repeat(4000), 'latin1'),
    ]);
    await choose(page, [folder.write('unclear.csv', bytes)]);
    await page.locator('#start').click();
    await page.locator('#failure-title').waitFor();
    await look(opened, 'failed');
    expect(await page.locator('.failure').textContent()).not.toContain('--');
    expect(await page.locator('#failure-title').evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: '返回修改' }).click();
    expect(await page.locator('#start').isEnabled()).toBe(true);
    await page.close();
  });

  test('what is too large is told beforehand, with the command to use', async () => {
    const opened = await checker.open();
    const { page } = opened;
    await page.addInitScript(() => Object.defineProperty(navigator, 'deviceMemory', { value: 0.25 }));
    await page.reload();
    // A file of 8 GB that takes no space: rows, then a hole.
    const path = folder.write('huge.csv', `统一社会信用代码\n${'91350100M000100Y43\n'.repeat(20_000)}`);
    truncateSync(path, 8e9);
    await choose(page, [path]);
    expect(await page.locator('.start-row .problem').textContent()).toContain('超过本机浏览器能核查的');
    expect(await page.locator('.command').textContent()).toBe('uscc check huge.csv --out 核查报告');
    expect(await page.locator('#start').isDisabled()).toBe(true);
    await look(opened, 'too-large');
    await page.close();
  });

  test('works from the keyboard alone', async () => {
    const { page } = await checker.open();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('tab-files');
    await moveTo(page, 'ArrowRight', 'tab-codes');
    await page.keyboard.press('Tab');
    await page.keyboard.type('91350100M000100Y44');
    expect(await page.locator('.verdict-card').textContent()).toContain('第 18 位');
    expect(await page.locator('.code-verdict').textContent()).toContain('错码');
    await page.locator('#tab-codes').focus();
    await moveTo(page, 'ArrowLeft', 'tab-files');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('choose');
    await page.close();
  });
});

/** Goes from tab to tab; there are fewer than ten. */
async function moveTo(page: Page, key: 'ArrowLeft' | 'ArrowRight', tab: string): Promise<void> {
  for (let step = 0; step < 10 && (await focused(page)) !== tab; step++) await page.keyboard.press(key);
  expect(await focused(page)).toBe(tab);
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.id ?? '');
}
