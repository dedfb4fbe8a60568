import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { runUscc } from '../../cli/run.ts';
import { startService, type TestService } from './service.ts';

const code = '91350100M000100Y43';
const token = 'page-token-0123456789';
const forms = 'https://forms.example';
const folder = mkdtempSync(join(tmpdir(), 'uscc-origins-'));
let service: TestService;

beforeAll(() => {
  writeFileSync(join(folder, 'a.csv'), `统一社会信用代码,企业名称\n${code},甲公司\n`);
  const tokens = JSON.stringify({ tokens: [{ name: 'page', token, rights: ['look-up', 'names'] }] });
  writeFileSync(join(folder, 'tokens.json'), tokens, { mode: 0o600 });
});
afterEach(() => service.end('SIGTERM'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Heard {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A request with headers that no client library would let through. */
function ask(path: string, headers: Record<string, string>, method = 'GET'): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const { host, port } = new URL(service.url);
    const asking = request({ host: '127.0.0.1', port, path, method, headers: { host, ...headers } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asking.on('error', reject).end();
  });
}

/** Everything that says to a browser what other sites may do. */
function permissions({ headers }: Heard): Record<string, unknown> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('access-control-')));
}

const preflight = (origin: string, more: Record<string, string> = {}) => ({
  ...{ origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization', ...more },
});

describe('on this computer, without tokens', () => {
  test('a page of a named origin may ask and read, others get nothing, whatever they call themselves', async () => {
    service = await startService(
      ['--registry', 'a.csv', '--allow-origin', forms, '--allow-origin', 'http://a.example:81/'],
      folder,
    );
    for (const origin of [forms, 'http://a.example:81']) {
      const heard = await ask(`/v1/codes/${code}`, { origin, 'sec-fetch-site': 'cross-site' });
      expect(heard).toMatchObject({ status: 200, headers: { vary: 'Origin' } });
      expect(permissions(heard)).toEqual({
        'access-control-allow-origin': origin,
        'access-control-expose-headers': 'retry-after',
      });
    }
    const tricks = [
      ...['null', '*', '', 'https://evil.example', 'http://forms.example', `${forms}:8443`, `${forms}.evil.example`],
      ...[`https://evil.example/${forms}`, `${forms}/`, `${forms},https://evil.example`, 'HTTPS://FORMS.EXAMPLE'],
      ...[
        'https://xforms.example',
        'file://',
        `${forms} `.trim().toUpperCase(),
        'http://a.example',
        'https://forms.example\\@evil',
      ],
    ];
    for (const origin of tricks) {
      for (const [method, headers] of [
        ['GET', { origin }],
        ['OPTIONS', preflight(origin)],
      ] as const) {
        const heard = await ask(`/v1/codes/${code}`, headers, method);
        expect([origin, heard.status, permissions(heard)]).toEqual([origin, 403, {}]);
        expect(heard.body).not.toContain('甲公司');
      }
    }
    // An image, a form or a script of the named origin does not say where it is from.
    expect((await ask(`/v1/codes/${code}`, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    // Another name for this computer: whoever owns that name could be asked instead of the page named.
    expect((await ask(`/v1/codes/${code}`, { origin: forms, host: 'forms.example' })).status).toBe(403);
    // What is not for asking stays on its own site.
    for (const path of ['/', '/metrics', '/health', '/openapi.json', '/v2', '/v1/../metrics']) {
      const heard = await ask(path, { origin: forms });
      expect([path, heard.status === 200, permissions(heard)]).toEqual([path, false, {}]);
    }
  });

  test('a browser is told what it may send before it does', async () => {
    service = await startService(['--registry', 'a.csv', '--allow-origin', forms], folder);
    const heard = await ask('/v1/codes', preflight(forms, { 'access-control-request-method': 'POST' }), 'OPTIONS');
    expect([heard.status, permissions(heard)]).toEqual([
      204,
      {
        'access-control-allow-origin': forms,
        'access-control-allow-methods': 'POST, OPTIONS',
        'access-control-allow-headers': 'authorization, content-type, idempotency-key',
        'access-control-expose-headers': 'retry-after',
        'access-control-max-age': '600',
      },
    ]);
    const local = preflight(forms, { 'access-control-request-private-network': 'true' });
    expect(permissions(await ask('/v1/codes', local, 'OPTIONS'))).toMatchObject({
      'access-control-allow-private-network': 'true',
    });
    const nowhere = await ask('/v1/nothing', preflight(forms), 'OPTIONS');
    expect([nowhere.status, permissions(nowhere)['access-control-allow-methods']]).toEqual([404, '']);
  });

  test('by itself it lets nobody', async () => {
    service = await startService(['--registry', 'a.csv'], folder);
    for (const origin of [forms, 'null']) {
      const heard = await ask('/v1/codes', preflight(origin), 'OPTIONS');
      expect([heard.status, permissions(heard), heard.headers.vary]).toEqual([403, {}, undefined]);
    }
  });
});

test('with tokens a page from a file may ask with one of them, and reads why it may not without', async () => {
  const args = ['--registry', 'a.csv', '--tokens', 'tokens.json', '--allow-origin', 'null'];
  service = await startService(args, folder);
  const before = await ask(`/v1/codes/${code}`, preflight('null'), 'OPTIONS');
  expect(before.status).toBe(204);
  expect(permissions(before)).toMatchObject({ 'access-control-allow-origin': 'null' });
  const readable = { 'access-control-allow-origin': 'null', 'access-control-expose-headers': 'retry-after' };
  const without = await ask(`/v1/codes/${code}`, { origin: 'null' });
  expect([without.status, permissions(without)]).toEqual([401, readable]);
  expect(without.body).not.toContain('甲公司');
  const heard = await ask(`/v1/codes/${code}`, { origin: 'null', authorization: `Bearer ${token}` });
  expect([heard.status, permissions(heard), heard.headers.vary]).toEqual([200, readable, 'Origin']);
  // Another page is answered nothing that its browser would let it read, with the token too.
  const other = await ask(`/v1/codes/${code}`, { origin: forms, authorization: `Bearer ${token}` });
  expect([permissions(other), other.headers.vary]).toEqual([{}, 'Origin']);
  const beforeOther = await ask(`/v1/codes/${code}`, preflight(forms), 'OPTIONS');
  expect(permissions(beforeOther)).toEqual({});
});

test('what is no origin is refused, and pages from files without tokens', async () => {
  service = await startService(['--registry', 'a.csv'], folder);
  const bad = ['*', 'https://*.example', 'forms.example', `${forms}/path`, 'file:///', 'ftp://forms.example', ''];
  for (const origin of [...bad, 'null']) {
    const { code: exit, stderr } = await runUscc(['serve', '--registry', 'a.csv', '--allow-origin', origin], {
      cwd: folder,
    });
    expect([origin, exit, stderr]).toEqual([origin, 2, expect.stringContaining('--allow-origin')]);
  }
});
