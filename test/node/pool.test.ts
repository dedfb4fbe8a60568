import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeFailure } from '../../src/cli/failure.ts';
import type { GroupTask } from '../../src/engine/group/gather.ts';
import { groupTasks } from '../../src/engine/group/group.ts';
import { generateRegistry } from '../../src/generate/registry.ts';
import { cliMessagesFor } from '../../src/messages/cli/index.ts';
import { openPool } from '../../src/node/pool.ts';
import { startAhead } from '../../src/node/threads.ts';

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

/** Writes a module that does this with every task. */
function writeModule(name: string, onTask: string, atStart = ''): URL {
  const path = join(folder, `${name.replaceAll(' ', '-')}.mjs`);
  const imported = "import { workerData } from 'node:worker_threads';";
  writeFileSync(path, `${imported}\n${atStart}\nexport async function performTasks() { ${onTask} }\n`);
  return pathToFileURL(path);
}

test.each([
  ['cannot start', '', 'throw new Error("no such thing");'],
  ['throws', 'throw new Error("no such thing");'],
  ['says why not', 'return { failure: { code: "worker", message: "no such thing" } };'],
  ['ends the thread', 'process.exit(7);'],
  ['fails outside its task', 'setImmediate(() => { throw new Error("no such thing"); }); await new Promise(() => {});'],
])('a worker that %s is an error with its reason, not a hang', async (name, onTask, atStart = '') => {
  const pool = await openPool(0, 1, writeModule(name, onTask, atStart));
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
  const module = writeModule('hungry', 'for (const all = []; ; ) all.push(new Array(1000).fill(all.length));');
  // Threads that start now get no more than this.
  setFlagsFromString('--max-old-space-size=32');
  const pool = await openPool(0, 2, module);
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
  const answer = 'return { results: [{ entries: new Uint32Array(1 << 20) }] };';
  const pool = await openPool(0, 1, writeModule('large', answer));
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

test('threads started ahead are taken where they are as many as are wanted', async () => {
  const told = writeModule('told', 'return { results: [workerData.otherThreads] };');
  const other = writeModule('other', 'return { results: ["other"] };');
  startAhead(2, told);
  const fitting = await openPool(0, 2, other);
  expect(await fitting.run(groupTasks, task)).toBe(2);
  await fitting.close();
  startAhead(2, told);
  const fewer = await openPool(0, 1, other);
  expect(await fewer.run(groupTasks, task)).toBe('other');
  await fewer.close();
});

test.each([
  ['a wrong command line', ['--nonsense'], 2],
  ['help', ['--help'], 0],
  ['a file that is missing', ['missing.csv'], 3],
  ['a check that misses the target', [], 1],
])('the command ends, though it has started threads ahead: %s', (_, words, exitCode) => {
  const path = join(folder, 'large.csv');
  writeFileSync(path, `统一社会信用代码,名称\n${'91350211M0000XUF46,甲\n'.repeat(200_000)}`);
  const start = fileURLToPath(new URL('../../dist/command/cli/start/uscc.cjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [start, 'check', path, ...words], { timeout: 30_000 });
  expect(status).toBe(exitCode);
});

test('threads that have checked look for suspects, too', async () => {
  const { checkRegistry }: typeof import('../../src/node/registry.ts') = await import(
    pathToFileURL(join(import.meta.dirname, '../../dist/src/node/registry.js')).href
  );
  const path = join(folder, 'suspects.csv');
  writeFileSync(path, Buffer.concat([...generateRegistry({ rows: 30_000, seed: 3, suspects: 0.01 })]));
  // The first search loads its module, by which time threads that were sent away would have been replaced.
  for (let turn = 0; turn < 2; turn++) {
    const { suspects } = await checkRegistry([path], { suspect: true, workers: 2 });
    expect(Object.values(suspects?.kinds ?? {}).some((count) => count > 0)).toBe(true);
  }
});

test('threads know every kind of task, each by its name', async () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const names = files.flatMap((file) => {
    const [, name] = /: TaskKind<[^=]+= \{\s*name: '([^']+)'/.exec(readFileSync(join('src', file), 'utf8')) ?? [];
    return name ?? [];
  });
  expect(names.length).toBeGreaterThan(18);
  const pool = await openPool(0, 1, pathToFileURL('dist/workers/node.cjs'));
  try {
    for (const name of names) {
      const perform = () => Promise.reject(new Error('elsewhere'));
      // What it is asked for is no task of the kind.
      await expect(pool.run({ name, perform }, undefined)).rejects.toThrow(/undefined/);
    }
  } finally {
    await pool.close();
  }
});
