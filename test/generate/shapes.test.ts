import { describe, expect, test } from 'vitest';
import { normalize } from '../../src/code/cell/normalize.ts';
import { Cell } from '../../src/generate/cell.ts';
import { allDresses, dressCell, gentleDresses } from '../../src/generate/dress.ts';
import { type GenerateOptions, shapes } from '../../src/generate/options.ts';
import { generateAll, generateRecords, readRecords } from './read.ts';

const textOf = (options: GenerateOptions) => generateAll({ rows: 300, ...options }).bytes.toString('utf8');

describe('shapes', () => {
  test('all but legacy, twice and mixed hold the records of the plain one', () => {
    const plain = generateRecords({ rows: 300, shape: 'plain' }).records;
    for (const shape of shapes.filter((each) => !['legacy', 'twice', 'mixed'].includes(each))) {
      const { records } = generateRecords({ rows: 300, shape });
      const bare = records.map(([code = '', ...rest]) => [
        normalize(code),
        ...rest.map((cell) => cell.replace(/["\n]/g, '')),
      ]);
      expect(bare).toEqual(plain);
    }
  });

  test('are written as their name says', () => {
    expect(textOf({ shape: 'plain' })).not.toMatch(/["\r\t']/);
    expect(
      textOf({ shape: 'quoted' })
        .split('\n')
        .slice(0, -1)
        .every((line) => /^"[^"]*"(,"[^"]*"){7}$/.test(line)),
    ).toBe(true);
    expect(textOf({ shape: 'tab' })).toMatch(/^([^\t]*\t){7}[^\t]*\n/);
    expect(textOf({ shape: 'apostrophe' }).match(/^'[0-9A-Z]{18},/gm)).toHaveLength(300);
    expect(textOf({ shape: 'crlf' }).match(/\r\n/g)).toHaveLength(301);
    expect(textOf({ shape: 'lower' })).not.toMatch(/^[0-9]*[A-Z]/m);
    expect(textOf({ shape: 'loose' }).match(/,[^",]+"[^",]+"[^",]+,/g)).toHaveLength(300);
    expect(textOf({ shape: 'multiline' }).match(/"[^"\n]*\n[^"\n]*"/g)).toHaveLength(300);
    const mixed = textOf({ shape: 'mixed' });
    for (const trace of [
      /[^\r]\n[^\r\n]/,
      /\r\n/,
      /\r[^\n]/,
      /"/,
      /'/,
      /\t/,
      /[０-９]/,
      /\u3000/,
      /\u200b/,
      /,,,,,,,/,
    ]) {
      expect(mixed).toMatch(trace);
    }
  });

  test('twice repeats its first half', () => {
    const { records } = generateRecords({ rows: 301, shape: 'twice' });
    expect(records.slice(151)).toEqual(records.slice(0, 150));
  });

  test('most rows of legacy carry legacy identifiers', () => {
    const { records } = generateRecords({ rows: 1000, shape: 'legacy' });
    expect(records.filter(([code = '']) => !/^[0-9A-Z]{18}$/.test(code)).length).toBeGreaterThan(800);
  });

  test('without rows there is a header', () => {
    expect(textOf({ rows: 0, errors: 0.5, duplicates: 0.5 })).toMatch(/^统一社会信用代码,企业名称,[^\n]*\n$/);
  });

  test.each(shapes)('%s with two columns reads as two columns', (shape) => {
    const text = textOf({ shape, columns: 'code-name', errors: 0.1 });
    const records = readRecords(text, shape === 'tab' ? '\t' : ',');
    expect(records.length).toBe(300);
    expect(new Set(records.map((record) => record.length))).toEqual(new Set([2]));
  });

  test('rows have the size that is promised', () => {
    expect(textOf({ rows: 20_000 }).length).toBeGreaterThan(0);
    expect(Math.abs(generateAll({ rows: 20_000 }).bytes.length / 20_000 - 155)).toBeLessThan(5);
    expect(Math.abs(generateAll({ rows: 20_000, columns: 'code-name' }).bytes.length / 20_000 - 57)).toBeLessThan(5);
  });
});

describe('dresses', () => {
  test.each(allDresses)('%s is taken off by normalizing', (dress) => {
    const cell = new Cell();
    cell.set('91350100MA2XY1AB43');
    dressCell(cell, dress);
    expect(normalize(cell.text())).toBe('91350100MA2XY1AB43');
    if (dress !== 'none') expect(cell.text()).not.toBe('91350100MA2XY1AB43');
  });

  test.each(gentleDresses)('%s leaves characters whole and empty cells empty', (dress) => {
    const cell = new Cell();
    cell.set('企独京字第012345号');
    dressCell(cell, dress);
    expect(normalize(cell.text())).toBe('企独京字第012345号');
    cell.set('');
    dressCell(cell, dress);
    expect(cell.length).toBe(0);
  });
});
