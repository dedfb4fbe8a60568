import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateRegistry } from '../../src/generate/registry.ts';
import { MAIN } from '../cli/run.ts';
import { writeRows, writeWorkbook } from '../tables/archives.ts';
import { createRandom, trials } from './trials.ts';

/*
 * Runs that are killed without a word, at any moment: what they were writing is there whole, as it was before, or not at all, and the
 * next run leaves nothing of theirs.
 */

let root = '';
let temp = '';
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'uscc-soak-'));
  temp = join(root, 'temp');
  for (const name of ['temp', 'work']) mkdirSync(join(root, name));
  const bytes = Buffer.concat([...generateRegistry({ rows: 30_000, errors: 0.01, duplicates: 0.02 })]);
  writeFileSync(join(root, 'in.csv'), bytes);
  writeFileSync(
    join(root, 'wide.csv'),
    Buffer.concat([Buffer.from('\ufeff', 'utf16le'), Buffer.from(bytes.toString(), 'utf16le')]),
  );
  writeOthers(
    bytes
      .toString()
      .split(/\r?\n/)
      .filter((line) => !line.includes('"'))
      .slice(0, 6000),
  );
  await run(['ledger', 'record', '../units.csv', '--period', '2026-10', '--ledger', '../l.db', '--unit-column', '3']);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A workbook, units, and permits, of the same records. */
function writeOthers(lines: string[]): void {
  const rows = lines.flatMap((line) => {
    const [code, name] = line.split(',');
    return code === undefined || name === undefined ? [] : [[code, name]];
  });
  const [header = [], ...records] = rows;
  writeFileSync(join(root, 'book.xlsx'), writeWorkbook({ sheets: [{ name: 'S', rows: writeRows(rows) }] }));
  const withUnits = records.map((cells, at) => [...cells, `${at % 40}局`]);
  const table = [[...header, '登记机关'], ...withUnits];
  writeFileSync(join(root, 'units.csv'), table.map((cells) => cells.join(',')).join('\n'));
  const columns = ['行政相对人代码_1 (统一社会信用代码)', '行政相对人名称', '许可机关'];
  writeFileSync(join(root, 'licences.csv'), [columns, ...withUnits].map((cells) => cells.join(',')).join('\n'));
}

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
  { args: ['check', '../in.csv', '--annotate', 'a.csv'], outputs: ['a.csv'], same: ['a.csv'] },
  { args: ['check', '../wide.csv', '--annotate', 'a.parquet'], outputs: ['a.parquet'], same: ['a.parquet'] },
  { args: ['check', '../book.xlsx', '--marked', 'm.xlsx'], outputs: ['m.xlsx'], same: [] },
  { args: ['check', '../units.csv', '--unit-column', '3', '--send', 'send'], outputs: ['send'], same: [] },
  { args: ['fix', '../book.xlsx', '-o', 'fixed.xlsx'], outputs: ['fixed.xlsx'], same: [] },
  { args: ['dedup', '../book.xlsx', '-o', 'kept.xlsx'], outputs: ['kept.xlsx'], same: [] },
  { args: ['match', '../book.xlsx', '--against', '../in.csv', '-o', 'm.xlsx'], outputs: ['m.xlsx'], same: [] },
  {
    args: ['diff', '../in.csv', '../units.csv', '--html', 'd.html', '--xlsx', 'd.xlsx'],
    outputs: ['d.html', 'd.xlsx'],
    same: [],
  },
  {
    args: ['licences', '../licences.csv', '--out', 'lic', '--html', 'l.html', '--xlsx', 'l.xlsx', '--send', 'sent'],
    outputs: ['l.html', 'l.xlsx', 'lic', 'sent'],
    same: ['lic/findings.csv'],
  },
  { args: ['ledger', 'send', '--ledger', '../l.db', '--out', 'send'], outputs: ['send'], same: [] },
  {
    args: ['ledger', 'status', '--ledger', '../l.db', '--html', 's.html', '--xlsx', 's.xlsx'],
    outputs: ['s.html', 's.xlsx'],
    same: [],
  },
  { args: ['sql', '--dialect', 'duckdb', '--table', 't', '--code-column', 'c', '-o', 'q'], outputs: ['q'], same: [] },
  { args: ['serve', '--registry', '../in.csv', '--index', 'index', '--build-only'], outputs: ['index'], same: [] },
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
    for (let trial = 0; trial < trials(2, 60); trial++) {
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
