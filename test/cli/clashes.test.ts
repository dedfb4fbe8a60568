import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refuseClashes } from '../../src/cli/check/check-clashes.ts';
import { cliMessagesFor } from '../../src/messages/cli/index.ts';

const messages = cliMessagesFor('en');

describe('refuseClashes', () => {
  let root = '';
  const at = (name: string) => join(root, name);

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'uscc-test-'));
    for (const folder of ['data', 'out']) mkdirSync(at(folder));
    for (const file of ['data/a.csv', 'data/b.csv', 'out/findings.csv']) writeFileSync(at(file), '');
    symlinkSync(at('data/a.csv'), at('link.csv'));
    symlinkSync(at('data'), at('folder'));
    linkSync(at('data/a.csv'), at('hard.csv'));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test.each([
    [['data/a.csv', 'data/b.csv'], undefined],
    [['data/a.csv'], 'out'],
    [['out/findings.csv'], 'out2'],
    [['missing.csv'], 'out'],
  ])('%j, --out %s', async (files, out) => {
    await expect(
      refuseClashes(files.map(at), { ...(out && { out: at(out) }), files: {} }, messages),
    ).resolves.toBeUndefined();
  });

  test.each([
    [['data/a.csv', 'data/a.csv'], undefined],
    [['data/a.csv', 'data/b.csv', 'data/../data/a.csv'], undefined],
    [['data/a.csv', 'link.csv'], undefined],
    [['data/a.csv', 'hard.csv'], undefined],
    [['folder/b.csv', 'data/b.csv'], undefined],
    [['missing.csv', 'data/../missing.csv'], undefined],
    [['out/findings.csv'], 'out'],
    [['folder/a.csv'], 'data'],
  ])('refuses %j, --out %s', async (files, out) => {
    await expect(
      refuseClashes(files.map(at), { ...(out && { out: at(out) }), files: {} }, messages),
    ).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining(at(files.at(-1) ?? '')),
    });
  });

  test.each([
    [{ html: 'data/b.html' }, undefined, undefined],
    [{ html: 'data/b.html', xlsx: 'data/b.xlsx' }, 'out', undefined],
    [{ html: 'data/../data/a.csv' }, undefined, 'data/../data/a.csv'],
    [{ html: 'link.csv' }, undefined, 'link.csv'],
    [{ html: 'hard.csv' }, undefined, 'hard.csv'],
    [{ html: 'folder/x', xlsx: 'data/x' }, 'out', 'data/x'],
    [{ html: 'out/report.html' }, 'out', 'out/report.html'],
  ])('outputs %j, --out %s', async (named, out, refused) => {
    const files = Object.fromEntries(Object.entries(named).map(([flag, path]) => [flag, at(path)]));
    const refusing = refuseClashes([at('data/a.csv')], { ...(out && { out: at(out) }), files }, messages);
    if (refused === undefined) return await expect(refusing).resolves.toBeUndefined();
    await expect(refusing).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining(at(refused)) });
  });

  test('a file called standard output', async () => {
    await expect(refuseClashes([at('data/a.csv')], { files: { html: '-' } }, messages)).rejects.toMatchObject({
      message: expect.stringContaining('--html'),
    });
  });

  test('standard input twice', async () => {
    await expect(refuseClashes(['-', '-'], { files: {} }, messages)).rejects.toMatchObject({ code: 'usage' });
  });
});
