import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runUscc } from '../cli/run.ts';
import { columnCount, writeInputs } from './inputs.ts';
import { runs } from './runs.ts';
import { findLeak } from './spellings.ts';

/*
 * Every command is run over tables in which ID numbers stand in every column, in the names of files, folders, sheets and members
 * of archives, and everything it writes is looked through, but for copies of the input.
 */

let root = '';

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'uscc-test-'));
  await writeInputs(root);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Commands that read no table. */
const others = ['page', 'generate', 'bench', 'help', 'complete'];

test('every command is looked through', () => {
  const folder = new URL('../../src/cli/commands/', import.meta.url);
  const commands = readdirSync(folder).map((name) => name.replace(/\.ts$/, ''));
  expect(commands.filter((name) => !others.includes(name) && runs[name] === undefined)).toEqual([]);
});

let runCount = 0;
describe.each(Object.entries(runs))('%s shows no ID number', (command, list) => {
  test.each(list.map((args) => [args.join(' ').slice(0, 80), args] as const))('%s', async (_, args) => {
    const out = `out${++runCount}`;
    mkdirSync(join(root, out));
    const results: { code: number | null; stdout: string; stderr: string }[] = [];
    for (const each of splitAt(args, 'THEN')) {
      results.push(await runUscc([command, ...each.map((text) => text.replace('OUT', out))], { cwd: root }));
    }
    const printed = results.flatMap(({ stdout, stderr }) => [
      ['stdout', stdout],
      ['stderr', stderr],
    ]);
    for (const { code, stderr } of results)
      expect([code === 2, stderr]).toEqual([false, expect.not.stringContaining('should not have')]);
    const leaks = [...listTexts(join(root, out)), ...printed].flatMap(([name = '', text = '']) =>
      [name, text, ...readJsonTexts(text)]
        .map(findLeak)
        .filter((leak) => leak !== null)
        .map((leak) => `${name}: ${leak}`)
        .slice(0, 3),
    );
    expect(leaks).toEqual([]);
  });
});

function splitAt(args: readonly string[], mark: string): string[][] {
  const parts: string[][] = [[]];
  for (const each of args) {
    if (each === mark) parts.push([]);
    else parts.at(-1)?.push(each);
  }
  return parts;
}

/** What has been written, by name: the parts of workbooks one by one. */
function* listTexts(path: string): Generator<[string, string]> {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path)) {
      if (name.endsWith('copy.xlsx')) yield* listAdded(join(path, name));
      else if (!name.startsWith('copy')) yield* listTexts(join(path, name));
    }
    return;
  }
  const bytes = readFileSync(path);
  if (!path.endsWith('.xlsx')) yield [path.slice(root.length), bytes.toString()];
  else for (const [part, data] of Object.entries(unzipSync(bytes))) yield [`${path}#${part}`, strFromU8(data)];
}

/** What a workbook that is a copy of the input has beside its columns: reasons, suggestions, answers, and notes on cells. */
function* listAdded(path: string): Generator<[string, string]> {
  for (const [name, sheet] of Object.entries(read(readFileSync(path)).Sheets)) {
    for (const [at, cell] of Object.entries(sheet).filter(([key]) => !key.startsWith('!'))) {
      if (utils.decode_cell(at).c >= columnCount) yield [`${path} ${name} ${at}`, String(cell.v)];
      for (const note of cell.c ?? []) yield [`${path} ${name} ${at}, note`, note.t];
    }
  }
}

/** The texts of JSON, in which a line feed is a line feed. */
function readJsonTexts(text: string): string[] {
  try {
    const texts: string[] = [];
    JSON.parse(text, (key, value) => {
      texts.push(key);
      if (typeof value === 'string') texts.push(value);
      return value;
    });
    return texts;
  } catch {
    return [];
  }
}
