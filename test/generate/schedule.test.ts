import { describe, expect, test } from 'vitest';
import { RowRandom } from '../../src/generate/random.ts';
import { Schedule } from '../../src/generate/schedule.ts';

describe.each([
  [1000, 0.1, 0.05],
  [10, 0.4, 0],
  [10, 0.5, 0.5],
  [97, 1, 0],
  [3, 0.01, 0.01],
  [2, 0, 1],
  [1, 1, 0],
  [1, 0, 1],
  [0, 1, 1],
  [5000, 0, 0],
])('a schedule of %i rows, errors %f, duplicates %f', (rows, errors, duplicates) => {
  const schedule = new Schedule(rows, errors, duplicates, new RowRandom(1));
  const chosen = Array.from({ length: schedule.events }, (_, event) => schedule.rowOf(event));

  test('has its events on different rows, in order', () => {
    expect(chosen).toEqual([...new Set(chosen)].toSorted((a, b) => a - b));
    expect(chosen.every((row) => row >= 0 && row < rows)).toBe(true);
    expect(schedule.rowOf(schedule.events)).toBe(rows);
    if (duplicates > 0) expect(chosen).not.toContain(0);
  });

  test('knows for any row whether it has one', () => {
    const found = Array.from({ length: rows }, (_, row) => row).filter((row) => schedule.isEvent(row));
    expect(found).toEqual(chosen);
  });

  test('counts each sort from 0', () => {
    const sorts = chosen.map((_, event) => schedule.sortOf(event));
    for (const duplicate of [true, false]) {
      const ordinals = sorts.filter((sort) => sort.duplicate === duplicate).map((sort) => sort.ordinal);
      expect(ordinals).toEqual(Array.from({ length: duplicate ? schedule.duplicates : schedule.damages }, (_, i) => i));
    }
  });
});

test('rows far beyond 32 bits are within reach', () => {
  const schedule = new Schedule(9_000_000_000, 0.001, 0.001, new RowRandom(1));
  expect(schedule.events).toBe(18_000_000);
  const row = schedule.rowOf(17_999_999);
  expect(row).toBeGreaterThan(8_999_999_000);
  expect(schedule.isEvent(row)).toBe(true);
});
