import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateRegistry } from '../../src/generate/registry.ts';

const command = new URL('../../dist/command/cli/main.cjs', import.meta.url).pathname;
let folder: string;
let temp: string;
let input: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uscc-test-'));
  temp = join(folder, 'temp');
  mkdirSync(temp);
  input = join(folder, 'a.csv');
  // UTF-16 has to be spooled, and takes long enough to be interrupted.
  const options = { rows: 200_000, errors: 0.01, duplicates: 0.01, encoding: 'utf-16le' } as const;
  writeFileSync(input, Buffer.concat([...generateRegistry(options)]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  code: number | null;
  stderr: string;
}

function start(args: string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [command, 'check', ...args, '--lang', 'en'], {
    env: { ...process.env, TMPDIR: temp },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, stderr })));
  return { child, ended };
}

describe('a run that is killed', () => {
  test.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
    'by %s leaves no half report, and nothing after the next',
    async (signal) => {
      const out = join(folder, `out-${signal}`);
      for (const delay of [150, 300, 600]) {
        const { child, ended } = start([input, '--out', out]);
        await sleep(delay);
        child.kill(signal);
        const { code } = await ended;
        const isThere = readdirSync(folder).includes(`out-${signal}`);
        if (code === 130) {
          expect(isThere).toBe(false);
          expect(readdirSync(temp)).toEqual([]);
          expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
        }
        if (isThere) {
          expect(readdirSync(out).sort()).toEqual([
            'duplicates.csv',
            'findings.csv',
            'lists.xlsx',
            'report.html',
            'summary.json',
          ]);
          rmSync(out, { recursive: true });
        }
      }
      const { code } = await start([input, '--out', out]).ended;
      expect(code).toBe(1);
      expect(readdirSync(temp)).toEqual([]);
      expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    },
  );
});

describe('a file that changes while it is read', () => {
  test.each([
    ['shrinks', (path: string) => truncateSync(path, 1_000_000)],
    ['grows', (path: string) => appendFileSync(path, 'x')],
  ])('and %s is an error, not a wrong count', async (_, change) => {
    const path = join(folder, 'changing.csv');
    writeFileSync(path, Buffer.concat([...generateRegistry({ rows: 400_000 })]));
    const { child, ended } = start([path]);
    // Not before it is open, not after it is read: while the child is stopped nothing can be missed.
    await sleep(250);
    child.kill('SIGSTOP');
    change(path);
    child.kill('SIGCONT');
    const { code, stderr } = await ended;
    // On a fast machine the run may have been over, on a slow one not begun.
    if (code === 0) return;
    expect(code).toBe(3);
    expect(stderr).toMatch(/changing\.csv: the file changed while it was read|\.csv/);
  });
});
