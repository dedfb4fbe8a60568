import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkRegistered } from '../../src/form/index.ts';
import { registryLookup } from '../../src/form/registry-lookup.ts';

const code = '91350100M000100Y43';
const asked: [string | undefined, string | undefined][] = [];
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push([request.url, request.headers.authorization]);
    if (request.headers.authorization === 'Bearer wrong') response.writeHead(401).end('{}');
    else response.end(JSON.stringify({ registered: true, name: request.headers.authorization ? '甲公司' : null }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/registry`;
});
afterAll(() => server.close());

test('a form asks the service, with its token, and says whose code it is', async () => {
  const named = await checkRegistered(code, { lookup: registryLookup(url, { token: 'right' }) });
  expect(named).toMatchObject({ state: 'invalid', message: expect.stringContaining('甲公司') });
  const unnamed = await checkRegistered(code, { lookup: registryLookup(`${url}/`) });
  expect(unnamed).toMatchObject({ state: 'invalid', registry: { registered: true } });
  expect(asked).toEqual([
    [`/registry/v1/codes/${code}`, 'Bearer right'],
    [`/registry/v1/codes/${code}`, undefined],
  ]);
});

test('a service that does not answer the form is a warning', async () => {
  const verdict = await checkRegistered(code, { lookup: registryLookup(url, { token: 'wrong' }) });
  expect(verdict).toMatchObject({ state: 'valid', registry: 'failed' });
});
