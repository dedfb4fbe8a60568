import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateRegistry } from '../../src/generate/registry.ts';
import { MAIN } from '../cli/run.ts';
import { createRandom, trials } from './trials.ts';

/*
 * Runs that are killed without a word, at any moment: what they were writing is there whole, as it was before, or not at all, and the
 * next run leaves nothing of theirs.
 */

let root = '';
let temp = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'uscc-soak-'));
  temp = join(root, 'temp');
  for (const name of ['temp', 'work']) mkdirSync(join(root, name));
  const bytes = Buffer.concat([...generateRegistry({ rows: 30_000, errors: 0.01, duplicates: 0.02 })]);
  writeFileSync(join(root, 'in.csv'), bytes);
  writeFileSync(
    join(root, 'wide.csv'),
    Buffer.concat([Buffer.from('\ufeff', 'utf16le'), Buffer.from(bytes.toString(), 'utf16le')]),
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Every command that writes, and what it writes that is the same every time. */
const commands: { args: string[]; outputs: string[]; same: string[] }[] = [
  {
    args: ['generate', '--rows', '40000', '-o', 'g.csv', '--truth', 't.csv'],
    outputs: ['g.csv', 't.csv'],
    same: ['g.csv', 't.csv'],
  },
  {
    args: ['check', '../in.csv', '--out', 'report', '--xlsx', 'r.xlsx'],
    outputs: ['report', 'r.xlsx'],
    same: ['report/findings.csv', 'report/duplicates.csv'],
  },
  { args: ['check', '../wide.csv', '--html', 'r.html', '--memory', '64MiB'], outputs: ['r.html'], same: [] },
  {
    args: ['fix', '../in.csv', '-o', 'f.csv', '--log', 'l.csv'],
    outputs: ['f.csv', 'l.csv'],
    same: ['f.csv', 'l.csv'],
  },
  {
    args: ['dedup', '../in.csv', '-o', 'd.csv', '--removed', 'x.csv'],
    outputs: ['d.csv', 'x.csv'],
    same: ['d.csv', 'x.csv'],
  },
  { args: ['diff', '../in.csv', '../wide.csv', '--out', 'diff'], outputs: ['diff'], same: ['diff/problems.csv'] },
  {
    args: ['match', '../in.csv', '--against', '../wide.csv', '--out', 'match'],
    outputs: ['match'],
    same: ['match/match.csv'],
  },
  { args: ['page', '-o', 'p.html'], outputs: ['p.html'], same: ['p.html'] },
];

/** Resolves to whether it came to its end before it was killed. */
async function run(args: string[], killAfter?: number): Promise<boolean> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: join(root, 'work'),
    env: { ...process.env, TMPDIR: temp },
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  if (killAfter !== undefined) {
    await Promise.race([sleep(killAfter), ended]);
    child.kill('SIGKILL');
  }
  return (await ended) !== null;
}

function digest(name: string): string | null {
  const path = join(root, 'work', name);
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : null;
}

test.each(commands.map((each) => [each.args.slice(0, 2).join(' '), each] as const))(
  '%s, killed at any moment',
  async (_, { args, outputs, same }) => {
    const random = createRandom(args.join(' '));
    const work = (): string[] => readdirSync(join(root, 'work')).sort();
    for (const name of work()) rmSync(join(root, 'work', name), { recursive: true });
    const started = performance.now();
    expect(await run(args)).toBe(true);
    const duration = performance.now() - started;
    const whole = same.map(digest);
    expect(whole).not.toContain(null);
    for (let trial = 0; trial < trials(4, 125); trial++) {
      if (trial % 2 === 0)
        for (const name of outputs) rmSync(join(root, 'work', name), { recursive: true, force: true });
      await run(args, random() * duration * 1.1);
      for (const [index, name] of same.entries()) {
        const now = digest(name);
        if (now !== null) expect([trial, name, now]).toEqual([trial, name, whole[index]]);
      }
    }
    await run(args);
    expect(work()).toEqual([...outputs].sort());
    expect(readdirSync(temp)).toEqual([]);
  },
);
