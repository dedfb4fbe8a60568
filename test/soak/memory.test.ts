import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MAIN } from '../cli/run.ts';
import { trials } from './trials.ts';

/*
 * One code on every record, and records that all are wrong: whatever is written of them, and whatever they come to in a ledger, memory stays within what was given and 350 MB.
 */

const givenBytes = 256 * 2 ** 20;
const mostBytes = givenBytes + 350e6;
let root = '';

function writeTable(name: string, rows: number, lineOf: (row: number) => string): void {
  const file = openSync(join(root, name), 'w');
  writeSync(file, '统一社会信用代码,企业名称\n');
  for (let first = 0; first < rows; first += 10_000) {
    const count = Math.min(10_000, rows - first);
    writeSync(file, Array.from({ length: count }, (_, index) => `${lineOf(first + index)}\n`).join(''));
  }
  closeSync(file);
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'uscc-test-'));
  const rows = trials(200_000, 5_000_000);
  writeTable('one.csv', rows, (row) => `91350100M000100Y43,公司${row % 1000}有限公司`);
  writeTable('same.csv', rows, () => '91350100M000100Y43,公司有限公司');
  const problems = trials(20_000, 1_000_000);
  writeTable('problems.csv', problems, (row) => `91350100M${String(row).padStart(8, '0')}Y,公司${row}`);
  writeTable('holders.csv', problems, (row) => `91350100M000100Y43,公司${row}有限公司`);
  writeTable('wrong.csv', trials(100_000, 2_000_000), (row) => `91350100M${String(row).padStart(8, '0')}Y,公司${row}`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each([
  [['check', 'one.csv']],
  [['check', 'one.csv', '--out', 'one']],
  [['check', 'one.csv', '--suspect']],
  [['check', 'wrong.csv', '--out', 'wrong']],
  [['dedup', 'same.csv', '-o', 'kept.csv', '--removed', 'removed.csv']],
  [['ledger', 'record', 'problems.csv', '--period', '2026-10', '--yes']],
  [['ledger', 'record', 'problems.csv', '--period', '2026-11', '--yes']],
  [['ledger', 'record', 'holders.csv', '--period', '2026-12', '--yes']],
])('%s', { timeout: trials(240_000, 7_200_000) }, (args) => {
  const tellPeak = 'process.on("exit",()=>process._rawDebug("peak kB "+process.resourceUsage().maxRSS))';
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${tellPeak}`, MAIN, ...args, '--memory', '256MiB'],
    { cwd: root, encoding: 'utf8' },
  );
  expect([0, 1]).toContain(status);
  const peakBytes = Number(/peak kB (\d+)/.exec(stderr)?.[1]) * 1024;
  expect(peakBytes).toBeGreaterThan(0);
  expect(peakBytes).toBeLessThan(mostBytes);
});
