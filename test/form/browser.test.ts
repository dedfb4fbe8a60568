import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, startBrowser } from '../browser/chromium.ts';
import { type Site, serveFolders } from '../browser/site.ts';
import { findBarriers, visit } from '../browser/visitor.ts';
import { buildPages } from './build-pages.ts';

const code = '91350100M000100Y43';
const missing = '请填写统一社会信用代码';
const pictures = process.env.USCC_SCREENSHOTS;

/** Whether the form checks while typing, as well as on blur. */
const examples: [string, { live: boolean }][] = [
  ['react-hook-form', { live: false }],
  ['tanstack-form', { live: false }],
  ['ant-design', { live: true }],
  ['vee-validate', { live: false }],
  ['element-plus', { live: true }],
];

describe.skipIf(browserPath === null).each(examples)('the example for %s, in a browser', (name, { live }) => {
  const open = async (scheme: 'light' | 'dark' = 'light') => {
    const { browser, site } = await shared();
    const visited = await visit(browser, `${site.url}/index.html?example=${name}`, { colorScheme: scheme });
    const { page } = visited;
    const field = page.getByRole('textbox', { name: '统一社会信用代码' });
    await field.waitFor();
    return {
      ...visited,
      field,
      save: page.getByRole('button', { name: /保\s?存/ }),
      text: async () => (await page.locator('main').textContent()) ?? '',
    };
  };

  it('is filled in, corrected and submitted by pointer and keys', async () => {
    const { page, complaints, field, save, text } = await open();
    await save.click();
    await expect.poll(text).toContain(missing);

    await field.pressSequentially('91350100M0');
    await settle(page);
    if (live) expect(await text()).not.toContain('现为 10 位');
    await field.blur();
    await expect.poll(text).toContain('现为 10 位，少 8 位');

    await field.fill('9135 0100 m000 100y 44');
    await field.blur();
    await expect.poll(text).toContain('第 18 位应为 3，现为 4');
    await save.click();
    await settle(page);
    expect((await text()).split('第 18 位应为 3').length).toBe(2);
    expect(await text()).not.toContain('已保存');
    if (pictures !== undefined) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    }

    await field.press('End');
    await field.press('Backspace');
    await field.press('3');
    await save.click();
    await expect.poll(text).toContain(`已保存 ${code}`);
    await expect.poll(text).not.toContain('应为');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('is filled in by keyboard alone, without barriers that axe knows', async () => {
    const { page, complaints, field, text } = await open();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.insertText('９１３５O１００Ｍ０００１００Ｙ４３');
    await page.keyboard.press('Tab');
    await expect.poll(text).toContain('第 5 位应为 0，现为“O”');
    await settle(page);
    expect(await findBarriers(page)).toEqual([]);
    // Element Plus says it with the message alone.
    if (name !== 'element-plus') expect(await field.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(code);
    await page.keyboard.press('Enter');
    await expect.poll(text).toContain(`已保存 ${code}`);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe.skipIf(browserPath === null)('notes on a warningOnly rule of Ant Design', () => {
  it('are shown and do not stop the form', async () => {
    const { browser, site } = await shared();
    const { page } = await visit(browser, `${site.url}/index.html?example=ant-design`);
    const field = page.getByRole('textbox', { name: '统一社会信用代码' });
    await field.fill('B9370900123456796A');
    await field.blur();
    await expect
      .poll(() => page.locator('.ant-form-item-explain-warning').textContent())
      .toContain('第 1–2 位不在已知的');
    await field.press('Enter');
    await expect.poll(() => page.locator('#saved').textContent()).toBe('已保存 B9370900123456796A');
    await page.close();
  });
});

interface Shared {
  browser: Browser;
  site: Site;
}

const built = mkdtempSync(join(tmpdir(), 'uscc-form-'));
let running: Promise<Shared> | null = null;

beforeAll(async () => {
  if (browserPath !== null) await shared();
}, 180_000);

afterAll(async () => {
  const { browser, site } = (await running) ?? {};
  await browser?.close();
  await site?.close();
  rmSync(built, { recursive: true, force: true });
});

/** One bundle, one browser for all examples. */
function shared(): Promise<Shared> {
  running ??= buildPages(built).then(async () => ({
    browser: await startBrowser(),
    site: await serveFolders([built]),
  }));
  return running;
}

/** Frameworks validate a turn or two after an event. */
async function settle(page: { waitForTimeout(milliseconds: number): Promise<void> }): Promise<void> {
  await page.waitForTimeout(150);
}
