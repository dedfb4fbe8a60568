import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNewest } from '../../../src/node/serve/index-folder.ts';
import { type RunningService, serveRegistry } from '../../../src/node/serve/serve-registry.ts';
import { runUscc } from '../../cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'uscc-slow-'));
let service: RunningService;

beforeAll(async () => {
  writeFileSync(join(folder, 'a.csv'), '统一社会信用代码,企业名称\n91350100M000100Y43,甲公司\n');
  await runUscc(['serve', '--registry', 'a.csv', '--index', 'index', '--build-only'], { cwd: folder });
  const index = await openNewest(join(folder, 'index'));
  if (index === null) throw new Error('there is no index');
  service = await serveRegistry({
    ...{
      index,
      folder: join(folder, 'index'),
      host: '127.0.0.1',
      port: 0,
      clients: null,
      origins: new Set<string>(),
      blocks: [],
      ledger: null,
    },
    ...{ isReplica: false, version: '0', log: () => {}, fail: () => {}, reportDamage: () => {} },
    limits: { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 100 },
  });
}, 60_000);
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true });
});

/** What a client hears that sends so much and then waits, until its connection is closed. */
function sendAndWait(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1', () => socket.write(text));
    let heard = '';
    socket.setEncoding('utf8').on('data', (part: string) => {
      heard += part;
    });
    socket.on('close', () => resolve(heard)).on('error', reject);
  });
}

test('a client that stops in its headers or its body is told so and let go, and others are answered meanwhile', async () => {
  const { host } = new URL(service.url);
  const head = `POST /v1/codes HTTP/1.1\r\nHost: ${host}\r\n`;
  const slow = [
    sendAndWait(head),
    sendAndWait(`${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"codes"`),
  ];
  expect((await fetch(new URL('/health', service.url))).status).toBe(200);
  for (const heard of await Promise.all(slow)) {
    expect(heard).toMatch(/^HTTP\/1\.1 408 /);
    expect(heard).not.toMatch(/at |node_modules|Error/);
  }
});
