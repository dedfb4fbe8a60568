import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { dropLock, lockPath, takeLock } from '../../../src/node/serve/lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'uscc-lock-'));
const path = lockPath(folder);
beforeEach(() => rmSync(path, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

function hold(holder: object): void {
  writeFileSync(path, JSON.stringify({ host: hostname(), started: null, ...holder }));
}

test('a lock is taken once, and given back', () => {
  expect(takeLock(folder)).toBeNull();
  // Another process asks: this one is alive.
  const { pid, started } = JSON.parse(readFileSync(path, 'utf8')) as { pid: number; started: string | null };
  expect(pid).toBe(process.pid);
  hold({ pid: process.ppid, started: null });
  expect(takeLock(folder)).toBe(process.ppid);
  dropLock(folder);
  expect(existsSync(path)).toBe(false);
  expect(started === null).toBe(process.platform !== 'linux');
});

test('that of a process that ended is taken over', () => {
  hold({ pid: spawnSync(process.execPath, ['-e', '0']).pid });
  expect(takeLock(folder)).toBeNull();
  writeFileSync(path, 'cut');
  expect(takeLock(folder)).toBeNull();
});

test('that of a process whose number another has now is taken over', () => {
  if (process.platform === 'linux') {
    // As the system has it: this process's parent is alive, but did not start then.
    hold({ pid: process.ppid, started: '1' });
    expect(takeLock(folder)).toBeNull();
  }
  hold({ pid: process.ppid });
  // From before this computer was started.
  utimesSync(path, new Date(0), new Date(0));
  expect(takeLock(folder)).toBeNull();
});

test('that of another computer is kept', () => {
  hold({ pid: 1, host: 'another.example' });
  expect(takeLock(folder)).toBe(1);
});
