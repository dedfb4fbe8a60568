import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { MAIN } from '../../cli/run.ts';

/* Root may write everything, so that as root the command runs as somebody else. */

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
const prefix = isRoot ? asNobody : [];
const canRun = process.platform !== 'win32' && spawn([process.execPath, MAIN, '--version']).status === 0;
if (!canRun)
  process.stderr.write('skipped: the command cannot be run as an ordinary user here (Windows, or no setpriv)\n');

const root = mkdtempSync(join(tmpdir(), 'uscc-test-'));
if (isRoot) chownSync(root, nobody, nobody);
afterAll(() => rmSync(root, { recursive: true, force: true }));

function spawn(command: string[]) {
  const [program = '', ...args] = [...prefix, ...command];
  const env = { PATH: process.env.PATH ?? '', LC_ALL: 'en_US.UTF-8' };
  return spawnSync(program, args, { encoding: 'utf8', cwd: tmpdir(), env });
}

/** A file of the user who runs the command. */
function write(name: string, text: string, mode: number): string {
  const path = join(root, name);
  writeFileSync(path, text);
  if (isRoot) chownSync(path, nobody, nobody);
  chmodSync(path, mode);
  return path;
}

test.skipIf(!canRun).each([
  ['check', '--html'],
  ['check', '--xlsx'],
  ['check', '--annotate'],
  ['fix', '-o'],
  ['dedup', '-o'],
])('uscc %s %s onto a file without the right to write is refused, and the file stays', (command, flag) => {
  const table = write('in.csv', '统一社会信用代码,企业名称\n91350100m000100y43,甲公司\n', 0o644);
  const name = flag === '--xlsx' ? 'kept.xlsx' : flag === '--html' ? 'kept.html' : 'kept.csv';
  const kept = write(name, 'mine', 0o444);
  const { status, stderr } = spawn([process.execPath, MAIN, command, table, flag, kept]);
  expect([status, stderr]).toEqual([3, expect.stringContaining('permission denied')]);
  expect(stderr).toContain(kept);
  expect(readFileSync(kept, 'utf8')).toBe('mine');
  chmodSync(kept, 0o644);
  const { status: allowed } = spawn([process.execPath, MAIN, command, table, flag, kept]);
  expect(allowed).not.toBe(3);
  expect(readFileSync(kept, 'utf8')).not.toBe('mine');
  expect(readdirSync(root).filter((each) => each.startsWith('.'))).toEqual([]);
});
