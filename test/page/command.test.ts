import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { servePage } from '../../src/node/serve-page.ts';
import { browserPath, startBrowser } from '../browser/chromium.ts';
import { runUscc, startUscc } from '../cli/run.ts';
import { useFolder } from '../node/check.ts';
import { check, choose, readReport } from './checker.ts';

const folder = useFolder();
const shipped = fileURLToPath(new URL('../../dist/uscc-checker.html', import.meta.url));

test('writes the page that is shipped, and replaces a file only when told to', async () => {
  const path = folder.path('checker.html');
  expect((await runUscc(['page', '-o', path])).code).toBe(0);
  expect(readFileSync(path, 'utf8')).toBe(readFileSync(shipped, 'utf8'));
  writeFileSync(path, 'mine');
  expect(await runUscc(['page', '-o', path])).toMatchObject({ code: 3, stdout: '' });
  expect(readFileSync(path, 'utf8')).toBe('mine');
  expect((await runUscc(['page', '-o', path, '--force'])).code).toBe(0);
  expect(readFileSync(path, 'utf8')).toBe(readFileSync(shipped, 'utf8'));
});

test('ports and flags that make no sense are refused', async () => {
  for (const args of [
    ['--serve', '70000'],
    ['--serve', 'x'],
    ['--serve', '0', '-o', 'x.html'],
  ]) {
    expect((await runUscc(['page', ...args])).code).toBe(2);
  }
});

test('serves one path to this computer under its own name, until it is told to end', async () => {
  const server = await servePage(readFileSync(shipped, 'utf8'), 0);
  const { port } = new URL(server.url);
  const ask = (path: string, options: { method?: string; host?: string } = {}) =>
    new Promise<{ status: number | undefined; headers: Record<string, unknown> }>((resolve, reject) => {
      const headers = { host: options.host ?? `127.0.0.1:${port}` };
      request({ host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers }, (answer) => {
        answer.resume();
        resolve({ status: answer.statusCode, headers: answer.headers });
      })
        .on('error', reject)
        .end();
    });
  const { status, headers } = await ask('/');
  expect(status).toBe(200);
  expect(headers['content-security-policy']).toMatch(
    /default-src 'none'.*connect-src https: http:.*frame-ancestors 'none'/,
  );
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect((await ask('/../package.json')).status).toBe(404);
  expect((await ask('/', { method: 'POST' })).status).toBe(405);
  expect((await ask('/', { host: 'attacker.example' })).status).toBe(403);
  await server.close();
  await expect(ask('/')).rejects.toThrow();
});

test.skipIf(browserPath === null)('works when it is served, with shared memory', async () => {
  const child = startUscc(['page', '--serve', '0']);
  const url = await new Promise<string>((resolve) =>
    child.stdout.on('data', (data) => resolve(/http:\S+/.exec(String(data))?.[0] ?? '')),
  );
  const browser = await startBrowser();
  const page = await browser.newPage();
  await page.goto(url);
  const rows = '91350100M000100Y43,甲公司\n'.repeat(200_000);
  await choose(page, [folder.write('same.csv', `统一社会信用代码,企业名称\n${rows}`)]);
  await check(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(await readReport(page)).toMatchObject({ records: 200_000, duplicates: { codes: 1, excess: 199_999 } });
  await browser.close();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});
