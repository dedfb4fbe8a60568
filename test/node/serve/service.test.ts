import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { runUscc } from '../../cli/run.ts';
import { startService, type TestService } from './service.ts';

const code = '91350100M000100Y43';
/** Made up; all its checks are right. */
const identity = '11010519491231002X';
const table = `统一社会信用代码,企业名称\n${code},甲公司\n91110000600037341L,乙公司\n`;
const secret = { full: 'full-token-0123456789', plain: 'plain-token-012345678' };

const folder = mkdtempSync(join(tmpdir(), 'uscc-serve-'));
let service: TestService;

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text, { mode: 0o600 });
}

beforeAll(() => {
  write('a.csv', table);
  const tokens = [
    { name: 'counter', token: secret.full, rights: ['look-up', 'names', 'apply'] },
    { name: 'forms', token: secret.plain, rights: ['look-up'], requestsPerSecond: 5 },
  ];
  write('tokens.json', JSON.stringify({ tokens }));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A request as no client library would send it. */
function askRaw(path: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(service.url);
    const asking = request({ host: '127.0.0.1', port, path, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    asking.on('error', reject).end();
  });
}

describe('on this computer', () => {
  beforeAll(async () => {
    service = await startService(['--registry', 'a.csv', '--index', 'local'], folder);
  });

  test('a code is answered as validate --against answers it, however it is written', async () => {
    const spellings = [code, ' 9135-0100 m000100y43', '91350100M000100Y44', identity, '无'];
    const { stdout } = await runUscc(['validate', ...spellings, '--format', 'json', '--against', 'a.csv'], {
      cwd: folder,
    });
    const { body } = await service.post('/v1/codes', { codes: spellings });
    expect((body as { answers: unknown[] }).answers).toMatchObject(JSON.parse(stdout));
    const brief = await service.post('/v1/codes', { codes: spellings, brief: true });
    const shown = (body as { answers: Record<string, unknown>[] }).answers.map(
      ({ normalized, partition, registered, name, registry }) => {
        const { organization } = registry as { organization: { taken: boolean } | null };
        return { normalized, partition, registered, name, organizationTaken: organization?.taken ?? null };
      },
    );
    expect(brief.body).toEqual({ answers: shown });
    const single = await service.ask(`/v1/codes/${code}`);
    expect(single).toMatchObject({ status: 200, body: { registered: true, name: '甲公司' } });
    expect(single.body).toEqual((body as { answers: unknown[] }).answers[0]);
  });

  test('other methods, addresses and bodies are told what is wrong', async () => {
    expect((await service.ask(`/v1/codes/${code}`, { method: 'HEAD' })).status).toBe(200);
    const options = await service.ask('/v1/codes', { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'POST, OPTIONS']);
    expect(options.headers.get('access-control-allow-origin')).toBeNull();
    expect((await service.ask('/v1/codes', { method: 'DELETE' })).status).toBe(405);
    expect(await service.post('/v1/codes', '{"codes":[')).toMatchObject({
      status: 400,
      body: { error: { code: 'bad-json' } },
    });
    expect((await service.post('/v1/codes', { codes: [1] })).status).toBe(400);
    expect((await service.post('/v1/codes', '{}', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await service.post('/v1/codes', { codes: new Array(10_001).fill('') })).status).toBe(413);
    expect((await service.post('/v1/codes', { codes: [], more: 'x'.repeat(1 << 20) })).status).toBe(413);
    const missing = await service.post('/v1/applications', { name: ' ', region: '37', extra: 1 });
    expect(missing).toMatchObject({ status: 422, body: { error: { code: 'bad-fields' } } });
    expect((missing.body as { error: { fields: unknown[] } }).error.fields).toEqual([
      { field: 'extra', fault: 'unknown' },
      { field: 'name', fault: 'missing' },
      { field: 'region', fault: 'format' },
      { field: 'category', fault: 'missing' },
    ]);
  });

  test('no path leads anywhere else, and what is no code is not written down', async () => {
    const paths = [
      '/../../etc/passwd',
      '/v1/codes/..%2f..%2fetc%2fpasswd',
      '/v1/codes/%00',
      '//evil',
      '/v1/codes/%E5%85%AC',
      '/v1/codes/%zz',
    ];
    for (const path of paths) expect([400, 404]).toContain((await askRaw(path, {})).status);
    await service.ask(`/v1/codes/${identity}`);
    await service.ask('/v1/codes/secretsecretsecret');
    await expect.poll(() => service.errors()).toContain('110105********002X');
    expect(service.errors()).not.toMatch(/19491231|passwd|secret|甲公司/);
  });

  test('web pages of others get no answer', async () => {
    const { host, port } = new URL(service.url);
    expect((await askRaw(`/v1/codes/${code}`, { host })).status).toBe(200);
    expect((await askRaw(`/v1/codes/${code}`, { host, origin: `http://${host}` })).status).toBe(200);
    const others: Record<string, string>[] = [
      { host: `evil.example:${port}` },
      { host, origin: 'http://evil.example' },
      { host, origin: 'null' },
      { host, 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of others) expect((await askRaw(`/v1/codes/${code}`, headers)).status).toBe(403);
  });

  test('a request that never ends holds up nobody', async () => {
    const { port } = new URL(service.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => {});
    socket.write(
      `POST /v1/codes HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
    );
    expect((await service.ask('/health')).status).toBe(200);
    socket.destroy();
  });

  test('the page asks nobody else, metrics and the description are there', async () => {
    const page = await service.ask('/');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect((await service.ask('/metrics')).body).toMatch(/^uscc_records 2$/m);
    expect((await service.ask('/openapi.json')).body).toMatchObject({ openapi: '3.1.0' });
  });

  test('a second process does not take applications from the same folder; it ends as it is told to', async () => {
    const second = await runUscc(['serve', '--registry', 'a.csv', '--index', 'local'], { cwd: folder });
    expect([second.code, second.stderr]).toEqual([3, expect.stringContaining('--replica')]);
    expect(await service.end('SIGTERM')).toBe(0);
    expect(readdirSync(join(folder, 'local')).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });
});

describe('with tokens', () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  afterEach(() => expect(service.errors()).not.toMatch(/full-token|plain-token/));

  test('beyond this computer it does not start without them', async () => {
    const { code: exit, stderr } = await runUscc(['serve', '--registry', 'a.csv', '--host', '0.0.0.0'], {
      cwd: folder,
    });
    expect([exit, stderr]).toEqual([2, expect.stringContaining('--tokens')]);
  });

  test('each may do what it has the right to', async () => {
    service = await startService(['--registry', 'a.csv', '--index', 'tokens', '--tokens', 'tokens.json'], folder);
    const ask = (token: string) => service.ask(`/v1/codes/${code}`, { headers: bearer(token) });
    for (const wrong of ['', 'x', `${secret.full}x`]) {
      expect(await ask(wrong)).toMatchObject({ status: 401, body: { error: { code: 'unauthorized' } } });
    }
    expect((await ask(secret.full)).body).toMatchObject({ name: '甲公司' });
    const plain = await ask(secret.plain);
    expect(plain.body).toMatchObject({ registered: true, name: null });
    expect(JSON.stringify(plain.body)).not.toContain('甲公司');
    const application = { name: '甲公司', region: '350100', category: '91' };
    expect((await service.post('/v1/applications', application, bearer(secret.plain))).status).toBe(403);
    expect((await service.post('/v1/applications', application, bearer(secret.full))).body).toMatchObject({
      outcome: 'suspected',
      evidence: [{ id: 'same-name', text: { zh: `同一区划已有同名主体：${code} 甲公司。` } }],
    });
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await ask(secret.plain)).status));
    expect(statuses).toContain(429);
    expect(await service.end('SIGINT')).toBe(130);
  });
});

test('five indexes take over under requests; a damaged one is built anew; a replica follows', {
  timeout: 300_000,
}, async () => {
  service = await startService(['--registry', 'a.csv', '--index', 'switch', '--watch'], folder);
  const replica = await startService(['--replica', '--index', 'switch'], folder);
  expect((await replica.post('/v1/applications', {})).status).toBe(421);
  const failures: unknown[] = [];
  let isOver = false;
  let answered = 0;
  const ask = async (): Promise<void> => {
    while (!isOver) {
      const { status, body } = await service
        .ask(`/v1/codes/${code}`)
        .catch((error: unknown) => ({ status: 0, body: error }));
      if (status !== 200) failures.push(body);
      answered++;
    }
  };
  const asking = Promise.all([ask(), ask(), ask(), ask()]);
  for (const [round, name] of ['丙公司', '丁公司', '戊公司', '己公司', '庚公司'].entries()) {
    write('next.csv', `${table}91350203M0001FUE2P,${name}${'x'.repeat(round)}\n`);
    renameSync(join(folder, 'next.csv'), join(folder, 'a.csv'));
    // The first is noticed, the others are asked for.
    if (round > 0) service.child.kill('SIGHUP');
    const nameOf = async (one: TestService) =>
      ((await one.ask('/v1/codes/91350203M0001FUE2P')).body as { name: unknown }).name;
    await expect.poll(() => nameOf(service), { timeout: 60_000 }).toBe(`${name}${'x'.repeat(round)}`);
    await expect.poll(() => nameOf(replica), { timeout: 60_000 }).toBe(`${name}${'x'.repeat(round)}`);
  }
  isOver = true;
  await asking;
  expect(failures).toEqual([]);
  expect(answered).toBeGreaterThan(100);
  expect((await service.ask('/metrics')).body).toMatch(/^uscc_index_switches_total 5$/m);
  await Promise.all([service.end('SIGTERM'), replica.end('SIGTERM')]);
  const [name = ''] = readdirSync(join(folder, 'switch')).filter((each) => each.endsWith('.index'));
  writeFileSync(join(folder, 'switch', name), 'USCCIDX1 no longer what it was');
  service = await startService(['--registry', 'a.csv', '--index', 'switch'], folder);
  expect((await service.ask('/health')).body).toMatchObject({ records: 3 });
  await service.end('SIGTERM');
});
