import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nameForThisRun } from '../../../src/node/outputs/leftovers.ts';
import { createOutFolder } from '../../../src/node/outputs/out-folder.ts';

const NAMES = ['summary.json', 'findings.csv'];
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'uscc-test-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A process id that no longer exists. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

async function build(dir: string, text: string) {
  const folder = await createOutFolder(dir, NAMES);
  const writer = await folder.open('summary.json');
  await writer.write(text);
  return folder;
}

describe('createOutFolder', () => {
  test('nothing is visible before finish, everything after', async () => {
    const dir = join(root, 'report');
    const folder = await build(dir, 'one');
    const [sibling = ''] = readdirSync(root);
    expect(sibling).toMatch(/^\.uscc-\d+-[0-9a-f]{12}$/);
    expect(sibling).toContain(`-${process.pid}-`);
    expect(statSync(join(root, sibling)).mode & 0o777).toBe(0o700);
    await folder.finish();
    expect(readdirSync(root)).toEqual(['report']);
    expect(readFileSync(join(dir, 'summary.json'), 'utf8')).toBe('one');
    const plain = join(root, 'plain');
    mkdirSync(plain);
    expect(statSync(dir).mode).toBe(statSync(plain).mode);
  });

  test('abort leaves nothing, parents included', async () => {
    const folder = await build(join(root, 'a', 'b', 'report'), 'one');
    await folder.abort();
    await folder.abort();
    expect(readdirSync(root)).toEqual([]);
  });

  test('an earlier report is replaced, with what desktops put beside it', async () => {
    const dir = join(root, 'report');
    await (await build(dir, 'one')).finish();
    writeFileSync(join(dir, 'findings.csv'), 'old');
    writeFileSync(join(dir, '.DS_Store'), '');
    await (await build(dir, 'two')).finish();
    expect(readdirSync(dir)).toEqual(['summary.json']);
    expect(readFileSync(join(dir, 'summary.json'), 'utf8')).toBe('two');
    expect(readdirSync(root)).toEqual(['report']);
  });

  test('an empty folder is used, and a link to a folder is followed', async () => {
    mkdirSync(join(root, 'real'));
    symlinkSync(join(root, 'real'), join(root, 'link'));
    await (await build(join(root, 'link'), 'one')).finish();
    expect(readdirSync(join(root, 'real'))).toEqual(['summary.json']);
    expect(readdirSync(root)).toEqual(['link', 'real']);
  });

  test('a folder with other files is refused and left alone', async () => {
    const dir = join(root, 'mine');
    mkdirSync(dir);
    writeFileSync(join(dir, 'thesis.doc'), 'x');
    await expect(createOutFolder(dir, NAMES)).rejects.toMatchObject({
      code: 'output',
      refusal: expect.objectContaining({ kind: 'output-has-other-files', names: ['thesis.doc'] }),
    });
    expect(readdirSync(root)).toEqual(['mine']);
    expect(readdirSync(dir)).toEqual(['thesis.doc']);
  });

  test('a file, the current folder and a folder above it are refused', async () => {
    writeFileSync(join(root, 'file'), '');
    await expect(createOutFolder(join(root, 'file'), NAMES)).rejects.toMatchObject({ code: 'output' });
    await expect(createOutFolder(join(root, 'file', 'below'), NAMES)).rejects.toMatchObject({ code: 'output' });
    const here = process.cwd();
    mkdirSync(join(root, 'cwd', 'below'), { recursive: true });
    process.chdir(join(root, 'cwd', 'below'));
    try {
      await expect(createOutFolder('.', NAMES)).rejects.toMatchObject({ code: 'output' });
    } finally {
      process.chdir(here);
    }
    expect(readdirSync(root).sort()).toEqual(['cwd', 'file']);
  });

  test.skipIf(process.getuid?.() === 0)('a folder that cannot be written is refused', async () => {
    chmodSync(root, 0o500);
    await expect(createOutFolder(join(root, 'report'), NAMES)).rejects.toMatchObject({
      code: 'output',
      refusal: expect.objectContaining({ kind: 'cannot-write', reason: 'EACCES' }),
    });
    chmodSync(root, 0o700);
  });

  test('what dead runs left is removed, what live ones build is not', async () => {
    const pid = deadPid();
    const host = basename(nameForThisRun()).split('-')[2]?.slice(0, 6);
    const dead = [`.uscc-${pid}-${host}abcdef`, `.uscc-${pid}-${host}abcdef-old1`];
    // This very process id, from an earlier run in a container where every run has the same one.
    const reborn = `.uscc-${process.pid}-${host}abcdef`;
    const kept = [`.uscc-${process.ppid}-${host}abcdef`, `.uscc-${pid}-000000abcdef`, '.uscc-notes'];
    for (const name of [...dead, reborn, ...kept]) mkdirSync(join(root, name));
    const other = await build(join(root, 'report'), 'other run of this process');
    const folder = await build(join(root, 'report'), 'one');
    await folder.finish();
    await other.abort();
    expect(readdirSync(root).sort()).toEqual([...kept, 'report'].sort());
  });

  test('a report that stood aside when a run died goes back, unless another is in its place', async () => {
    const host = basename(nameForThisRun()).split('-')[2]?.slice(0, 6);
    const aside = join(root, `.uscc-${deadPid()}-${host}abcdef-old1`);
    mkdirSync(join(aside, 'report'), { recursive: true });
    writeFileSync(join(aside, 'report', 'summary.json'), 'earlier');
    mkdirSync(join(aside, 'taken'));
    mkdirSync(join(root, 'taken'));
    writeFileSync(join(root, 'taken', 'newer'), '');
    await (await build(join(root, 'other'), 'one')).finish();
    expect(readdirSync(root).sort()).toEqual(['other', 'report', 'taken']);
    expect(readFileSync(join(root, 'report', 'summary.json'), 'utf8')).toBe('earlier');
    expect(readdirSync(join(root, 'taken'))).toEqual(['newer']);
  });

  test('of runs that end at once, one whole report stays', async () => {
    const dir = join(root, 'report');
    const folders = await Promise.all(Array.from({ length: 8 }, (_, i) => build(dir, `run ${i}`)));
    await Promise.all(folders.map((folder) => folder.finish()));
    expect(readdirSync(root)).toEqual(['report']);
    expect(readFileSync(join(dir, 'summary.json'), 'utf8')).toMatch(/^run \d$/);
  });

  test('large texts arrive whole and in order', async () => {
    const folder = await createOutFolder(join(root, 'report'), NAMES);
    const writer = await folder.open('findings.csv');
    const lines = Array.from({ length: 50_000 }, (_, i) => `第 ${i} 行\n`);
    // Deliberately not awaited one by one.
    await Promise.all(lines.map((line) => writer.write(line)));
    await folder.finish();
    expect(readFileSync(join(root, 'report', 'findings.csv'), 'utf8')).toBe(lines.join(''));
  });
});
