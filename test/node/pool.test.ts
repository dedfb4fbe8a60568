import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeFailure } from '../../src/cli/failure.ts';
import type { GroupTask } from '../../src/engine/group/gather.ts';
import { groupTasks } from '../../src/engine/group/group.ts';
import { cliMessagesFor } from '../../src/messages/cli/index.ts';
import { openPool } from '../../src/node/pool.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uscc-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const task: GroupTask = {
  isClean: true,
  isCounted: true,
  bits: 2,
  partitionCount: 0,
  slices: [],
  spill: null,
};

test.each([
  ['cannot start', 'throw new Error("no such thing");'],
  ['throws', 'export function performTasks() { throw new Error("no such thing"); }'],
  ['ends the thread', 'export function performTasks() { process.exit(7); }'],
  [
    'fails outside its task',
    'export function performTasks() { setImmediate(() => { throw new Error("no such thing"); }); return new Promise(() => {}); }',
  ],
])('a worker that %s is an error with its reason, not a hang', async (name, code) => {
  const path = join(folder, `${name.replaceAll(' ', '-')}.mjs`);
  writeFileSync(path, code);
  const pool = await openPool(0, 1, pathToFileURL(path));
  try {
    // Every task has to end: one that never does keeps the run waiting.
    const tasks = await Promise.allSettled(Array.from({ length: 5 }, () => pool.run(groupTasks, task)));
    for (const each of tasks) {
      const reason = each.status === 'rejected' ? each.reason : 'fulfilled';
      expect(reason).toMatchObject({
        name: 'UsccError',
        code: 'worker',
        message: expect.stringMatching(/no such thing|exit|thread/i),
      });
    }
  } finally {
    await pool.close();
  }
});

test('a thread that runs out of memory is an error that says so, not a hang', async () => {
  const path = join(folder, 'hungry.mjs');
  writeFileSync(
    path,
    'export function performTasks() { for (const all = []; ; ) all.push(new Array(1000).fill(all.length)); }',
  );
  // Threads that start now get no more than this.
  setFlagsFromString('--max-old-space-size=32');
  const pool = await openPool(0, 2, pathToFileURL(path));
  try {
    const tasks = await Promise.allSettled(Array.from({ length: 5 }, () => pool.run(groupTasks, task)));
    for (const each of tasks) {
      const error = each.status === 'rejected' ? each.reason : 'fulfilled';
      expect(error).toMatchObject({ name: 'UsccError', code: 'worker' });
      const { exitCode, text } = describeFailure(error, {
        lang: 'en',
        messages: cliMessagesFor('en'),
        command: 'uscc check',
        debug: false,
      });
      expect([exitCode, text]).toEqual([3, expect.stringMatching(/^uscc: error: .*memory.*\n$/)]);
    }
  } finally {
    await pool.close();
    setFlagsFromString('--max-old-space-size=0');
  }
});

test('a result is kept by nobody but its caller', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const path = join(folder, 'large.mjs');
  writeFileSync(
    path,
    'export function performTasks() { return { results: [{ entries: new Uint32Array(1 << 20) }] }; }',
  );
  const pool = await openPool(0, 1, pathToFileURL(path));
  const run = async (): Promise<WeakRef<object>> => new WeakRef(await pool.run(groupTasks, task));
  try {
    const results = await Promise.all([run(), run(), run()]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    collectGarbage();
    expect(results.map((result) => result.deref())).toEqual([undefined, undefined, undefined]);
  } finally {
    await pool.close();
  }
});
