import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers } from '../browser/browsers.ts';
import { type Site, serveFolders } from '../browser/site.ts';
import type { TestBrowser } from '../browser/tab.ts';
import { buildPages } from '../form/build-pages.ts';
import type { Held } from './pages/held.ts';

const code = '91350100M000100Y43';
const cases = [
  ...['plain/element', 'plain/attached', 'plain/ungrouped'],
  ...['react/element', 'react/attached', 'react/normalizing', 'react/strict', 'react/ungrouped'],
  ...['vue/element', 'vue/bound', 'vue/attached', 'vue/ungrouped'],
  ...['ant-design/attached', 'element-plus/attached'],
];

const built = mkdtempSync(join(tmpdir(), 'uscc-state-'));
let site: Site;

beforeAll(async () => {
  if (browsers.every(({ start }) => start === null)) return;
  await buildPages(built, fileURLToPath(new URL('pages', import.meta.url)));
  site = await serveFolders([built]);
}, 180_000);

afterAll(async () => {
  await site?.close();
  rmSync(built, { recursive: true, force: true });
});

describe.each(browsers)('the verdict as state, in $name', ({ name, start }) => {
  let browser: TestBrowser;

  beforeAll(async () => {
    if (start !== null) browser = await start();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
  });

  it.skipIf(start === null)('is the browser that it says', () => {
    const [, version = ''] = / (\d+)/.exec(name) ?? [];
    expect(browser.version).toMatch(new RegExp(`^${version}`));
  });

  it.skipIf(start === null).each(cases)('%s: typed, edited in the middle, undone, submitted, reset', async (kind) => {
    const tab = await browser.open();
    const input = `(document.querySelector('#code').shadowRoot?.querySelector('input') ?? document.querySelector('#code'))`;
    const held = async (): Promise<Held> => {
      const { value, ...rest } = await tab.evaluate<Held>('({ ...window.held })');
      return { ...rest, value: value.replace(/ /g, '') };
    };
    const shown = async () => (await tab.evaluate<string>(`${input}.value`)).replace(/ /g, '');
    const caret = `${input}.value.slice(0, ${input}.selectionStart).replace(/ /g, '').length`;

    await tab.goto(`${site.url}/index.html?case=${kind}`);
    await tab.evaluate(
      `new Promise((done) => { const wait = () => document.querySelector('#code') ? done() : setTimeout(wait, 20); wait(); })`,
    );
    await tab.click('#code');
    await tab.type(code);
    await expect.poll(held).toMatchObject({ value: code, verdict: 'valid' });
    expect(await shown()).toBe(code);

    // After the eighth character; the same place whether there are spaces before it.
    await tab.evaluate(
      `(() => { const at = ${input}.value.includes(' ') ? 10 : 8; ${input}.setSelectionRange(at, at); })()`,
    );
    await tab.press('Backspace');
    await tab.type('5');
    await expect.poll(held).toMatchObject({ value: '91350105M000100Y43', verdict: 'invalid' });
    expect(await shown()).toBe('91350105M000100Y43');
    expect(await tab.evaluate(caret)).toBe(8);

    for (let step = 0; step < 4 && (await shown()) !== code; step++) await tab.press('Control+z');
    await expect.poll(held).toMatchObject({ value: code, verdict: 'valid' });
    expect(await shown()).toBe(code);

    await tab.press('Enter');
    await expect.poll(() => tab.evaluate(`document.querySelector('#saved').textContent`)).toBe(`已保存 ${code}`);

    await tab.click('#reset');
    await expect.poll(held).toMatchObject({ value: '' });
    await expect.poll(shown).toBe('');
    expect((await held()).renders).toBeLessThan(120);
    await tab.close();
  });
});
