import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolders } from '../../../src/node/outputs/make-folders.ts';
import { createOutFile } from '../../../src/node/outputs/out-file.ts';
import { createOutFolder } from '../../../src/node/outputs/out-folder.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'uscc-test-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('the first folder that was made is named', async () => {
  expect(await makeFolders(join(root, 'a', 'b', 'c'))).toBe(join(root, 'a'));
  expect(await makeFolders(join(root, 'a', 'b', 'd', 'e'))).toBe(join(root, 'a', 'b', 'd'));
  expect(await makeFolders(join(root, 'a', 'b'))).toBeUndefined();
  mkdirSync(join(root, 'there'));
  symlinkSync(join(root, 'there'), join(root, 'link'));
  expect(await makeFolders(join(root, 'link', 'x'))).toBe(join(root, 'link', 'x'));
});

test('several may make the same folders at once', async () => {
  const path = join(root, 'a', 'b', 'c');
  await Promise.all(Array.from({ length: 20 }, () => makeFolders(path)));
  expect(existsSync(path)).toBe(true);
});

test('where one cannot be made, none is left', async () => {
  writeFileSync(join(root, 'file'), '');
  symlinkSync(join(root, 'nowhere'), join(root, 'dangling'));
  for (const path of [join('a', 'x'.repeat(300), 'b'), join('file', 'a', 'b'), join('dangling', 'a')]) {
    await expect(makeFolders(join(root, path))).rejects.toThrow();
  }
  expect(readdirSync(root).sort()).toEqual(['dangling', 'file']);
});

test('/proc makes no folders, and says so at once', async ({ skip }) => {
  if (!existsSync('/proc/self')) skip('there is no /proc here');
  const expected = (path: string) => ({
    code: 'output',
    refusal: expect.objectContaining({ kind: 'cannot-write', file: path }),
  });
  for (const path of ['/proc/nope/x', '/proc/nope/a/b/x']) {
    await expect(makeFolders(path)).rejects.toThrow();
    await expect(createOutFile(path)).rejects.toMatchObject(expected(path));
    await expect(createOutFolder(path, [])).rejects.toMatchObject(expected(path));
  }
});

test('a name may be as long as the system allows; a longer one is told at once and leaves nothing', async () => {
  await (await createOutFolder(join(root, 'b'.repeat(255)), [])).finish();
  await (await createOutFile(join(root, 'c'.repeat(255)))).finish();
  expect(readdirSync(root).sort()).toEqual(['b'.repeat(255), 'c'.repeat(255)]);
  for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true });
  const path = join(root, 'a', 'x'.repeat(256));
  await expect(createOutFolder(path, [])).rejects.toMatchObject({ code: 'output' });
  await expect(createOutFile(path)).rejects.toMatchObject({ code: 'output' });
  expect(readdirSync(root)).toEqual([]);
});
