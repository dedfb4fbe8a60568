import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collect, MAIN, startUscc } from './run.ts';

/*
 * Standard output that cannot take what is printed. A full disk is an error; a reader that has gone is none, and neither is one that
 * was never there: Node puts the null device where standard output is closed, as other programs do that want nothing printed.
 */

const START = join(dirname(MAIN), 'start', 'uscc.cjs');
let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'uscc-test-'));
  writeFileSync(
    join(root, 'a.csv'),
    `统一社会信用代码,企业名称\n${Array.from({ length: 3000 }, (_, row) => `91110000600037341M,公司${row}\n`).join('')}`,
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Case = [args: string[], code: number];
const listings: Case[] = [
  [['check', 'a.csv', '--format', 'ndjson'], 1],
  [['fix', 'a.csv', '-o', '-'], 0],
  [['generate', '--rows', '20000'], 0],
];
const notes: Case[] = [
  [['check', '--help'], 0],
  [['page', '--force', '-o', 'page.html'], 0],
  [['sql', '--dialect', 'duckdb', '--table', 't', '--code-column', 'c', '-o', 'sql'], 0],
];

describe.skipIf(!existsSync('/dev/full'))('a full disk is an error', () => {
  test.each([...listings, ...notes])('%j', (args) => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [MAIN, ...args, '--lang', 'en'], {
      cwd: root,
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect([status, stderr.match(/^uscc: error: .*/gm)]).toEqual([
      3,
      [expect.stringContaining('standard output: cannot be written (no space left on the disk)')],
    ]);
  });

  test('the version, which is told before anything is loaded', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [START, '--version'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect([status, stderr]).toEqual([3, expect.stringMatching(/^uscc: ENOSPC.*\n$/)]);
  });
});

describe('a reader that has gone changes nothing', () => {
  test.each(listings)('%j', async (args, code) => {
    const child = startUscc(args, { cwd: root });
    child.stdin.end();
    const result = collect(child);
    child.stdout.destroy();
    const ended = await result;
    expect([ended.code, ended.stderr.match(/^uscc: error.*/gm)]).toEqual([code, null]);
  });
});

describe.skipIf(process.platform === 'win32')('no standard streams at all', () => {
  test('what is written to files holds nothing of what was printed', () => {
    const ways = { open: '</dev/null >printed 2>&1', closed: '<&- >&- 2>&-' };
    for (const [name, streams] of Object.entries(ways)) {
      const args = ['check', 'a.csv', '--out', name, '--annotate', `${name}.csv`, '--workers', '2'];
      const command = ['-c', `"$@" ${streams}`, 'sh', process.execPath, MAIN, ...args];
      expect(spawnSync('sh', command, { cwd: root }).status).toBe(1);
    }
    expect(readFileSync(join(root, 'closed.csv')).equals(readFileSync(join(root, 'open.csv')))).toBe(true);
    expect(readdirSync(join(root, 'closed'))).toEqual(readdirSync(join(root, 'open')));
    for (const name of ['findings.csv', 'duplicates.csv']) {
      expect(readFileSync(join(root, 'closed', name)).equals(readFileSync(join(root, 'open', name)))).toBe(true);
    }
  });
});
