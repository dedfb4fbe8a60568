import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from 'rolldown/experimental';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers } from '../browser/browsers.ts';
import type { Tab, TestBrowser } from '../browser/tab.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const file = `${root}dist/uscc-checker.html`;
const folder = mkdtempSync(join(tmpdir(), 'uscc-old-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the first script of the page', () => {
  const text = readFileSync(`${root}src/page/too-old.js`, 'utf8');

  it('needs nothing that Internet Explorer lacks', () => {
    const code = text.slice(text.indexOf('*/'));
    expect(code).not.toMatch(/=>|`|\b(?:const|let|class|async)\b|\?\.|\?\?|\.\.\./);
    expect(transformSync('too-old.js', text, { target: 'es2015' }).errors).toEqual([]);
  });

  /** An engine of long ago: what the script asks for, and a page of hand-made elements. */
  function run(globals: Record<string, unknown>, started: boolean): { shown: string; isTooOld: boolean } {
    const attributes = new Map<string, string>();
    const shown: { innerHTML: string }[] = [];
    const document = {
      documentElement: {
        setAttribute: (name: string, value: string) => attributes.set(name, value),
        getAttribute: (name: string) => attributes.get(name),
      },
      getElementById: () => shown[0],
      createElement: () => ({ innerHTML: '', setAttribute() {} }),
      body: { firstChild: null, insertBefore: (box: { innerHTML: string }) => shown.unshift(box) },
    };
    const window: { onload?: () => void } = {};
    const all: Record<string, unknown> = { ...modern, ...globals, document, window };
    new Function(...Object.keys(all), text)(...Object.values(all));
    if (started) attributes.set('data-started', 'yes');
    window.onload?.();
    return { shown: shown.map(({ innerHTML }) => innerHTML).join(), isTooOld: attributes.has('data-too-old') };
  }

  const modern = {
    Array: { prototype: { findLast() {} } },
    Object: { hasOwn() {} },
    structuredClone() {},
    WebAssembly: {},
    Blob: Object.assign(() => {}, { prototype: { arrayBuffer() {} } }),
  };

  it.each([
    ['Array.prototype.findLast', { Array: { prototype: {} } }],
    ['Object.hasOwn', { Object: {} }],
    ['structuredClone', { structuredClone: undefined }],
    ['WebAssembly', { WebAssembly: undefined }],
    ['Blob.prototype.arrayBuffer', { Blob: Object.assign(() => {}, { prototype: {} }) }],
  ])('says so in both languages without %s', (_, globals) => {
    const { shown, isTooOld } = run(globals, true);
    expect(isTooOld).toBe(true);
    expect(shown).toContain('浏览器版本太旧');
    expect(shown).toContain('This browser is too old');
  });

  it('says so where the second script has not begun, and else nothing', () => {
    expect(run({}, false).shown).toContain('浏览器版本太旧');
    expect(run({}, true)).toEqual({ shown: '', isTooOld: false });
  });
});

const rows = '统一社会信用代码,名称\n91350100M000100Y43,福州甲公司\n91350100M000100Y44,福州乙公司\n';

describe.each(browsers)('the page, in $name', ({ start }) => {
  let browser: TestBrowser;
  let tab: Tab;

  beforeAll(async () => {
    if (start === null) return;
    browser = await start();
    tab = await browser.open();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
  });

  const text = (): Promise<string> => tab.evaluate<string>('document.body.innerText');

  it.skipIf(start === null)('opens from a file, and checks one', async () => {
    expect(existsSync(file)).toBe(true);
    await tab.goto(pathToFileURL(file).href);
    await expect.poll(text).toContain('选择');
    expect(await text()).not.toContain('太旧');
    // What a person does with the file chooser.
    await tab.evaluate(`(() => {
      const input = document.querySelector('input[type=file]');
      const files = new DataTransfer();
      files.items.add(new File([${JSON.stringify(rows)}], 'export.csv'));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
    const has = (id: string) => () => tab.evaluate<boolean>(`document.querySelector('${id}') !== null`);
    await expect.poll(has('#start'), { timeout: 20_000 }).toBe(true);
    await tab.evaluate(`document.querySelector('#start').click()`);
    await expect.poll(has('#result-title'), { timeout: 20_000 }).toBe(true);
    expect(await text()).toContain('91350100M000100Y44');
  });

  it.skipIf(start === null)('says that the browser is too old where the script cannot be read', async () => {
    const html = readFileSync(file, 'utf8');
    const at = html.lastIndexOf('<script>') + '<script>'.length;
    const broken = join(folder, 'broken.html');
    writeFileSync(broken, `${html.slice(0, at)}let = of the future;${html.slice(at)}`);
    await tab.goto(pathToFileURL(broken).href);
    await expect.poll(text).toContain('浏览器版本太旧，无法打开本页');
    expect(await text()).toContain('This browser is too old for this page');
  });
});
