import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { generateCommand } from '../../src/cli/commands/generate.ts';
import { generateAll } from './read.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uscc-generate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = async (...flags: string[]) =>
  (await generateCommand('en')).exitOverride().parseAsync(['node', 'uscc', ...flags]);

describe('uscc generate', () => {
  test('writes the file and its truth, and nothing beside them', async () => {
    const [file, truth] = [join(folder, 'a.csv'), join(folder, 'truth.csv')];
    writeFileSync(file, 'old');
    await run('--rows', '1_000', '--seed', '7', '--errors', '1%', '--duplicates', '0.5%', '--truth', truth, '-o', file);
    const expected = generateAll({ rows: 1000, seed: 7, errors: 0.01, duplicates: 0.005 });
    expect(readFileSync(file).equals(expected.bytes)).toBe(true);
    expect(readFileSync(truth, 'utf8').split('\n').length).toBe(1 + 15 + 1);
    expect(readdirSync(folder).toSorted()).toEqual(['a.csv', 'truth.csv']);
  });

  test.each([
    ['usage', ['--rows', '1.5']],
    ['usage', ['--rows', '-3']],
    ['usage', ['--rows', '1e11']],
    ['usage', ['--seed', 'x']],
    ['usage', ['--errors', '101%']],
    ['usage', ['--errors', 'few']],
    ['usage', ['--errors', '60%', '--duplicates', '50%']],
    ['usage', ['--truth', './same.csv', '-o', 'same.csv']],
    ['usage', ['--truth', '-']],
    ['output', ['-o', join(tmpdir(), 'x'.repeat(300), 'a.csv')]],
    ['output', ['-o', tmpdir()]],
  ])('refuses with %s: %j', async (code, flags) => {
    await expect(run(...flags)).rejects.toMatchObject({ code });
  });

  test('leaves nothing behind when the truth file cannot be written', async () => {
    const file = join(folder, 'a.csv');
    await expect(run('-o', file, '--truth', join(folder, 'x'.repeat(300)))).rejects.toMatchObject({ code: 'output' });
    expect(readdirSync(folder)).toEqual([]);
  });
});
