import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readLog } from '../../../src/node/serve/application-log.ts';
import { startService } from './service.ts';

const folder = mkdtempSync(join(tmpdir(), 'uscc-log-'));
const path = join(folder, 'index', 'applications.log');
afterAll(() => rmSync(folder, { recursive: true }));

async function applyFor(names: string[]): Promise<{ outcomes: unknown[]; errors: string }> {
  const service = await startService(['--registry', 'a.csv', '--index', 'index'], folder);
  const outcomes: unknown[] = [];
  for (const name of names) {
    const { body } = await service.post('/v1/applications', { name, region: '370911', category: '91' });
    outcomes.push((body as { outcome: unknown }).outcome);
  }
  await service.end('SIGKILL');
  return { outcomes, errors: service.errors() };
}

test('a damaged line is told of, all is put aside, and what stands around it holds', async () => {
  writeFileSync(join(folder, 'a.csv'), '统一社会信用代码,企业名称\n91350100M000100Y43,甲公司\n');
  const names = ['乙公司', '丙公司', '丁公司'];
  expect((await applyFor(names)).outcomes).toEqual(['ok', 'ok', 'ok']);
  const whole = readFileSync(path, 'utf8');
  const damaged = whole.replace('丙公司', '丙公同');
  writeFileSync(path, damaged);
  expect(readLog(join(folder, 'index')).damagedLines).toEqual([2]);
  const after = await applyFor(names);
  // Only what stood in the damaged line is unknown.
  expect(after.outcomes).toEqual(['duplicate', 'ok', 'duplicate']);
  expect(after.errors).toMatch(/applications\.log\.damaged-1/);
  const kept = readdirSync(join(folder, 'index')).filter((name) => name.includes('damaged'));
  expect(kept.map((name) => readFileSync(join(folder, 'index', name), 'utf8'))).toEqual([damaged]);
  // Told once: the log is whole again.
  const again = await applyFor(names);
  expect([again.outcomes, again.errors.includes('damaged')]).toEqual([['duplicate', 'duplicate', 'duplicate'], false]);
});

test('half of a last line is dropped without a word: it was not answered', async () => {
  writeFileSync(path, `${readFileSync(path, 'utf8')}1a2b3c4d {"op":"ans`);
  const { outcomes, errors } = await applyFor(['乙公司', '戊公司']);
  expect([outcomes, errors.includes('damaged')]).toEqual([['duplicate', 'ok'], false]);
});
