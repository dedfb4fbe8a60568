import { describe, expect, test } from 'vitest';
import { pairs } from '../../src/code/standard/authority-category.ts';
import { shapes } from '../../src/generate/options.ts';
import { Permutation } from '../../src/generate/permutation.ts';
import { regions } from '../../src/regions/index.ts';
import { generateRecords, isRightCode } from './read.ts';

describe('codes', () => {
  const { records } = generateRecords({ rows: 100_000, seed: 42 });
  const codes = records.map(([code = '']) => code);

  test('are right and never repeat', () => {
    expect(codes.findIndex((code) => !isRightCode(code))).toBe(-1);
    expect(new Set(codes).size).toBe(100_000);
    expect(new Set(codes.map((code) => code.slice(8, 17))).size).toBe(100_000);
  });

  test('use every authority and category, mostly market supervision', () => {
    const found = new Map<string, number>();
    for (const code of codes) found.set(code.slice(0, 2), (found.get(code.slice(0, 2)) ?? 0) + 1);
    expect([...found.keys()].toSorted()).toEqual(pairs.map((pair) => pair.authority + pair.category).toSorted());
    const market = ['91', '92', '93'].reduce((sum, pair) => sum + (found.get(pair) ?? 0), 0);
    expect(market / 100_000).toBeGreaterThan(0.85);
  });

  test('use regions in use, of all provinces', () => {
    const used = new Set(codes.map((code) => code.slice(2, 8)));
    expect([...used].filter((region) => regions.status(region) !== 'in-use')).toEqual([]);
    expect(used.size).toBeGreaterThan(2800);
    expect(new Set([...used].map((region) => region.slice(0, 2))).size).toBe(35);
  });
});

test('without damage no shape but twice repeats a code', () => {
  for (const shape of shapes) {
    const { records } = generateRecords({ rows: 5000, shape });
    const values = new Set(
      records.map(([code = '']) =>
        code
          .normalize('NFKC')
          .replace(/[^0-9A-Za-z一-鿿]/g, '')
          .toUpperCase(),
      ),
    );
    expect([shape, values.size]).toEqual([shape, shape === 'twice' ? 2500 : 5000]);
  }
});

test.each([2, 7, 31])('a permutation of base %i reaches every number once', (base) => {
  const permutation = new Permutation(base, 9, 1);
  const reached = new Set<number>();
  for (let value = 0; value < base * base; value++) {
    permutation.map(value);
    reached.add(permutation.high * base + permutation.low);
  }
  expect(reached.size).toBe(base * base);
});

test('a seed makes rows that differ from those of another', () => {
  const of = (seed: number) => generateRecords({ rows: 200, seed }).records.map(([code]) => code);
  const first = new Set(of(1));
  expect(of(2).filter((code) => first.has(code)).length).toBe(0);
});
