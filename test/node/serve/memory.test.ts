import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { generateRegistry } from '../../../src/generate/registry.ts';
import { trials } from '../../soak/trials.ts';
import { startService, type TestService } from './service.ts';

/*
 * Everything that can be asked, as fast as it is answered, while the registry is read anew again and again. What the service holds at the
 * end is what it held when it had warmed up.
 */

const seconds = trials(15, 600);
/** The first of so many parts is for warming up. */
const parts = 10;
const moreBytes = 48 * 2 ** 20;

const folder = mkdtempSync(join(tmpdir(), 'uscc-flat-'));
const path = join(folder, 'a.csv');
afterAll(() => rmSync(folder, { recursive: true }));

async function readMetric({ ask }: TestService, name: string): Promise<number> {
  const { body } = await ask('/metrics');
  return Number(new RegExp(`^${name} (\\d+)`, 'm').exec(String(body))?.[1]);
}

test(`memory stays as it is under load (${seconds} seconds)`, { timeout: 2_000_000 }, async () => {
  const text = Buffer.concat([
    ...generateRegistry({ rows: trials(20_000, 500_000), errors: 0.05, suspects: 0.02, seed: 8 }),
  ]).toString();
  writeFileSync(path, text);
  const cells = text
    .split('\n', 3000)
    .slice(1)
    .map((line) => line.split(',')[0] ?? '');
  const service = await startService(['--registry', 'a.csv', '--index', 'index'], folder);
  const unexpected: unknown[] = [];
  let isOver = false;
  let answered = 0;
  /** Asks again and again; each question has a number of its own. */
  const repeat = async (ask: (number: number) => Promise<number>): Promise<void> => {
    for (let number = 0; !isOver; number++) {
      const status = await ask(number).catch((error: unknown) => error);
      if (status !== 200) unexpected.push(status);
      answered++;
    }
  };
  const right = cells.filter((cell) => /^[0-9A-Z]{18}$/.test(cell) && !/[IOSVZ]/.test(cell));
  const single = async (number: number) =>
    (await service.ask(`/v1/codes/${right[(number * 7) % right.length]}`)).status;
  const batch = async (number: number) =>
    (await service.post('/v1/codes', { codes: cells.slice(number % 1000, (number % 1000) + 1000) })).status;
  const apply = async (number: number) => {
    const application = { name: `测试${number}号公司`, region: '370911', category: '91' };
    const { body, status } = await service.post('/v1/applications', application);
    const { id, outcome } = body as { id: string; outcome: string };
    if (status !== 200 || outcome !== 'ok') return status;
    return (await service.post(`/v1/applications/${id}/release`, {})).status;
  };
  const asking = Promise.all([single, single, batch, apply].map(repeat));
  const residents: number[] = [];
  for (let part = 0; part < parts; part++) {
    if (part % 2 === 1) {
      utimesSync(path, new Date(), new Date());
      service.child.kill('SIGHUP');
    }
    await wait((seconds * 1000) / parts);
    residents.push(await readMetric(service, 'process_resident_memory_bytes'));
  }
  isOver = true;
  await asking;
  const switches = await readMetric(service, 'uscc_index_switches_total');
  const held = await readMetric(service, 'uscc_applications_held');
  expect(await service.end('SIGTERM')).toBe(0);
  const told = residents.map((bytes) => Math.round(bytes / 2 ** 20));
  console.info(
    `memory by parts of ${seconds / parts} s, MiB: ${told.join(' ')}; ${answered} requests, ${switches} switches`,
  );
  expect(unexpected).toEqual([]);
  expect(answered).toBeGreaterThan(parts);
  expect(held).toBe(0);
  const [warm = 0, ...later] = residents.slice(1);
  expect(Math.max(...later.slice(-3))).toBeLessThan(warm + moreBytes);
});
