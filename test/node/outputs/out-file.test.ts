import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
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
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nameForThisRun } from '../../../src/node/outputs/leftovers.ts';
import { createOutFile } from '../../../src/node/outputs/out-file.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'uscc-test-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('nothing is visible before finish, everything after; text and bytes in order', async () => {
  const path = join(root, 'a', 'report.html');
  const file = await createOutFile(path);
  const [sibling = ''] = readdirSync(join(root, 'a'));
  expect(sibling).toMatch(/^\.uscc-\d+-[0-9a-f]{12}$/);
  expect(statSync(join(root, 'a', sibling)).mode & 0o777).toBe(0o600);
  await file.write('一');
  const bytes = new TextEncoder().encode('二');
  await file.write(bytes);
  bytes.fill(0);
  await file.write('三');
  await file.finish();
  expect(readdirSync(join(root, 'a'))).toEqual(['report.html']);
  expect(readFileSync(path, 'utf8')).toBe('一二三');
  writeFileSync(join(root, 'plain'), '');
  expect(statSync(path).mode).toBe(statSync(join(root, 'plain')).mode);
  await file.abort();
  expect(readFileSync(path, 'utf8')).toBe('一二三');
});

test('an earlier file stays until the new one is complete, and keeps its mode and links', async () => {
  const path = join(root, 'report.html');
  writeFileSync(path, 'old');
  chmodSync(path, 0o640);
  symlinkSync(path, join(root, 'link'));
  const file = await createOutFile(join(root, 'link'));
  await file.write('new');
  expect(readFileSync(path, 'utf8')).toBe('old');
  await file.finish();
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(lstatSync(join(root, 'link')).isSymbolicLink()).toBe(true);
});

test('abort leaves nothing, parents included', async () => {
  const file = await createOutFile(join(root, 'a', 'b', 'x.html'));
  await file.write('one');
  await file.abort();
  await file.abort();
  expect(readdirSync(root)).toEqual([]);
});

test('what a dead run left is removed, other files are not', async () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const leftover = nameForThisRun().replace(String(process.pid), String(dead));
  for (const name of [leftover, '.uscc-mine', 'y']) writeFileSync(join(root, name), '');
  await (await createOutFile(join(root, 'x.html'))).finish();
  expect(readdirSync(root).sort()).toEqual(['.uscc-mine', 'x.html', 'y']);
});

test('what cannot be replaced is named and left alone', async () => {
  mkdirSync(join(root, 'folder'));
  writeFileSync(join(root, 'file'), '');
  for (const name of ['folder', 'file/below.html']) {
    await expect(createOutFile(join(root, name))).rejects.toMatchObject({
      code: 'output',
      refusal: expect.objectContaining({ file: join(root, name) }),
    });
  }
  expect(readdirSync(root).sort()).toEqual(['file', 'folder']);
});
