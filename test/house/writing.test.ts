import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../src/', import.meta.url));
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
  .sort((a, b) => (a.file < b.file ? -1 : 1));
const filesWith = (pattern: RegExp): string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

it('text becomes a cell of CSV in one routine, and reading knows two quotes in three', () => {
  // Two quotes as a text: whoever writes or reads doubled quotes names them so.
  expect(filesWith(/'""'|"\\"\\""|`""`/)).toEqual([
    'engine/scan/cell.ts',
    'tables/delimited/quote-cell.ts',
    'tables/markup/held-tables.ts',
    'tables/rewrite.ts',
  ]);
  expect(filesWith(/import \{ quoteCell \}/)).toEqual([
    'clean/annotate/annotate-task.ts',
    'clean/table-output.ts',
    'tables/delimited/csv-lines.ts',
    'write/list-rows.ts',
  ]);
});

it('csv-stringify is asked in one place', () => {
  expect(filesWith(/'csv-stringify/)).toEqual(['write/delimited.ts']);
});

it('the byte of a quote is written by the made-up rows alone', () => {
  const written = filesWith(/0x22\b/).filter((file) => !/^(?:tables|engine)\//.test(file));
  // fix-range.ts looks for it, dress.ts has it in a value.
  expect(written).toEqual(['clean/fix/fix-range.ts', 'generate/dress.ts', 'generate/row-writer.ts']);
});
