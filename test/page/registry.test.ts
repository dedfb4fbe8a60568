import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAddress } from '../../src/page/registry/address.ts';
import { browserPath } from '../browser/chromium.ts';
import { findBarriers } from '../browser/visitor.ts';
import { useFolder } from '../node/check.ts';
import { startService, type TestService } from '../node/serve/service.ts';
import { useChecker } from './checker.ts';

const code = '91350100M000100Y43';
/** Made up; all its checks are right. */
const identity = '11010519491231002X';
const token = 'page-token-0123456789';
const pictures = process.env.USCC_SCREENSHOTS;

test('an address is taken as it is typed, and nothing that no policy can name', () => {
  expect(readAddress(' Registry.Example ')).toBe('https://registry.example/');
  expect(readAddress('http://10.1.2.3:8732')).toBe('http://10.1.2.3:8732/');
  expect(readAddress('https://registry.example/a/b')).toBe('https://registry.example/a/b/');
  const bad = ['', 'https://', 'javascript:alert(1)', 'file:///etc', 'https://*', 'https://a:b@c.example/'];
  for (const text of [...bad, 'https://[::1]/', 'https://a.example/?x', "https://a;script-src'", 'https://a,b/']) {
    expect([text, readAddress(text)]).toEqual([text, null]);
  }
});

describe.skipIf(browserPath === null)('a page from a file and a registry', () => {
  const checker = useChecker();
  const folder = useFolder();
  let service: TestService;

  beforeAll(async () => {
    const registry = folder.write('a.csv', `统一社会信用代码,企业名称\n${code},甲公司\n91350100M000100Y51,乙公司\n`);
    const client = { name: 'page', token, rights: ['look-up', 'names'] };
    const tokens = join(dirname(registry), 'tokens.json');
    writeFileSync(tokens, JSON.stringify({ tokens: [client] }), { mode: 0o600 });
    const args = ['--registry', registry, '--tokens', tokens, '--allow-origin', 'null'];
    service = await startService(args, dirname(registry));
  }, 60_000);
  afterAll(() => service.end('SIGTERM'));

  /** How often the service was asked for anything, this question aside. */
  const countRequests = async (): Promise<number> => {
    const { body } = await service.ask('/metrics', { headers: { authorization: `Bearer ${token}` } });
    const counts = [...String(body).matchAll(/^uscc_requests_total\{route="(?!\/metrics)[^\n]* (\d+)$/gm)];
    return counts.reduce((sum, [, count]) => sum + Number(count), 0);
  };
  /** What comes of asking an address from the page itself, and from a worker of it. */
  const reach = (page: Page, url: string): Promise<string[]> =>
    page.evaluate(async (address) => {
      const ask = `fetch(${JSON.stringify(address)}, { method: 'POST', mode: 'no-cors' }).then(() => 'reached', () => 'refused')`;
      const script = `${ask}.then(postMessage)`;
      const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
      const [own, other] = await Promise.all([
        fetch(address, { method: 'POST', mode: 'no-cors' }).then(
          () => 'reached',
          () => 'refused',
        ),
        new Promise<string>((resolve) => {
          worker.onmessage = ({ data }) => resolve(String(data));
        }),
      ]);
      return [own, other];
    }, url);

  async function look(page: Page, name: string): Promise<void> {
    if (pictures !== undefined) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `page-${name}.png`), fullPage: true });
    }
    expect(await findBarriers(page), name).toEqual([]);
  }

  /** The window that the page opens for an address. */
  async function connect(page: Page, address: string): Promise<Page> {
    await page.locator('#tab-codes').click();
    await page.locator('.registry summary').click();
    await page.locator('#registry-address').fill(address);
    const opening = page.context().waitForEvent('page');
    await page.locator('#registry-address').press('Enter');
    const opened = await opening;
    await opened.locator('#ask-registry').waitFor();
    return opened;
  }

  test('an ordinary window reaches nothing, whatever stands in it', async () => {
    const before = await countRequests();
    const ends = ['', '#en', '#registry=https://*', '#registry=', '#registry=javascript:alert(1)', '#registry=%zz'];
    for (const hash of [...ends, `#registry=${encodeURIComponent(service.url.replace('//', '//a:b@'))}`]) {
      const { page } = await checker.open({}, hash);
      expect([hash, await reach(page, service.url)]).toEqual([hash, ['refused', 'refused']]);
      expect(await page.locator('#choose').count()).toBe(1);
      await page.close();
    }
    expect(await countRequests()).toBe(before);
  });

  test.each(['zh', 'en'])('%s: a window of its own asks when it is told to, and takes no files', async (lang) => {
    const { page } = await checker.open({}, `#${lang}`);
    await page.locator('#tab-codes').click();
    await page.locator('.registry summary').click();
    await look(page, `registry-connect-${lang}`);
    await page.locator('#registry-address').fill('https://[::1]/');
    await page.locator('#registry-address').press('Enter');
    expect(await page.locator('#registry-error').textContent()).toContain('https://registry.example/');
    await page.locator('.registry summary').click();
    const before = await countRequests();
    const opened = await connect(page, service.url);
    expect(await opened.locator('.privacy').textContent()).toContain(service.url);
    expect(await opened.locator('html').getAttribute('lang')).toBe(lang === 'zh' ? 'zh-CN' : 'en');
    expect(await opened.locator('input[type=file], [role=tab]').count()).toBe(0);
    await opened.locator('#codes').fill(`${code}\n91350100M000100Y44\n${identity}\n91110000600037341L`);
    await opened.waitForTimeout(300);
    expect(await countRequests()).toBe(before);
    await opened.locator('#ask-registry').click();
    // Without a token, in the words of the service.
    const state = opened.locator('.registry-state');
    await expect.poll(() => state.textContent()).toContain('Authorization: Bearer');
    await opened.locator('#registry-token').fill(token);
    await opened.locator('#codes').press('Control+Enter');
    await expect.poll(() => opened.locator('.registry-facts').count()).toBe(3);
    const shown = await opened.locator('.verdict-card').allInnerTexts();
    expect(shown[0]).toContain(lang === 'zh' ? '已登记：甲公司' : 'Registered: 甲公司');
    expect(shown[1]).toContain(lang === 'zh' ? '可能是 91350100M000100Y43 甲公司' : 'May be 91350100M000100Y43 甲公司');
    expect(shown[3]).toContain(lang === 'zh' ? '未登记' : 'Not registered');
    await look(opened, `registry-asked-${lang}`);
    // A resident ID number is not sent.
    const { body } = await service.ask('/metrics', { headers: { authorization: `Bearer ${token}` } });
    expect(Number(/^uscc_codes_total (\d+)$/m.exec(String(body))?.[1]) % 3).toBe(0);
    // The other language keeps the answers; nothing of them outlives the window.
    await opened.locator('.language').click();
    expect(await opened.locator('.registry-facts').count()).toBe(3);
    await opened.reload();
    expect(await opened.locator('#registry-token').inputValue()).toBe('');
    expect(await opened.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
    // It still reaches nothing else, and another address is another window.
    const other = createServer((_, response) => response.end('reached'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
    expect(await reach(opened, elsewhere)).toEqual(['refused', 'refused']);
    await opened.evaluate(() => {
      location.hash = '#zh';
    });
    await opened.locator('#choose').waitFor();
    expect(await reach(opened, service.url)).toEqual(['refused', 'refused']);
    other.close();
    await opened.close();
    await page.close();
  });

  test('a service that does not let pages from files ask, or is not there, is told of plainly', async () => {
    const { page } = await checker.open();
    for (const address of ['http://127.0.0.1:9/', pathToFileURL(checker.path()).href]) {
      if (address.startsWith('file:')) {
        await page.locator('#registry-address').fill(address);
        await page.locator('#registry-address').press('Enter');
        expect(await page.locator('#registry-error').textContent()).not.toBe('');
        continue;
      }
      const opened = await connect(page, address);
      await opened.locator('#codes').fill(code);
      await opened.locator('#ask-registry').click();
      await expect.poll(() => opened.locator('.registry-state').textContent()).toContain('--allow-origin null');
      expect(await opened.locator('.registry-facts').count()).toBe(0);
      await opened.close();
    }
    await page.close();
  });
});
