import { describe, expect, test } from 'vitest';
import { RowRandom } from '../../src/generate/random.ts';
import { Schedule } from '../../src/generate/schedule.ts';

describe.each([
  [1000, 0.1, 0.05, 0],
  [1000, 0.1, 0.05, 0.02],
  [1000, 0, 0, 0.3],
  [10, 0.4, 0, 0],
  [10, 0.5, 0.5, 0],
  [97, 1, 0, 0],
  [97, 0.2, 0.4, 0.4],
  [3, 0.01, 0.01, 0],
  [2, 0, 1, 0],
  [1, 1, 0, 0],
  [1, 0, 1, 0],
  [1, 0, 0, 1],
  [0, 1, 1, 0],
  [5000, 0, 0, 0],
])('a schedule of %i rows, errors %f, duplicates %f, suspects %f', (rows, errors, duplicates, suspects) => {
  const schedule = new Schedule(rows, { errors, duplicates, suspects }, new RowRandom(1));
  const chosen = Array.from({ length: schedule.events }, (_, event) => schedule.rowOf(event));

  test('has its events on different rows, in order', () => {
    expect(chosen).toEqual([...new Set(chosen)].toSorted((a, b) => a - b));
    expect(chosen.every((row) => row >= 0 && row < rows)).toBe(true);
    expect(schedule.rowOf(schedule.events)).toBe(rows);
    if (duplicates + suspects > 0) expect(chosen).not.toContain(0);
  });

  test('knows for any row whether it has one', () => {
    const found = Array.from({ length: rows }, (_, row) => row).filter((row) => schedule.isEvent(row));
    expect(found).toEqual(chosen);
  });

  test('counts each sort from 0, as many as asked for', () => {
    const sorts = chosen.map((_, event) => schedule.sortOf(event));
    const share = { damage: errors, duplicate: duplicates, suspect: suspects };
    for (const sort of ['damage', 'duplicate', 'suspect'] as const) {
      const ordinals = sorts.filter((each) => each.sort === sort).map(({ ordinal }) => ordinal);
      expect(ordinals).toEqual(Array.from(ordinals, (_, index) => index));
      // Row 0 stays as it is where something is repeated.
      if (rows >= 10 && errors + duplicates + suspects < 1)
        expect(ordinals.length).toBe(Math.min(rows, Math.round(rows * share[sort])));
    }
  });
});

test('rows far beyond 32 bits are within reach', () => {
  const schedule = new Schedule(9_000_000_000, { errors: 0.001, duplicates: 0.001, suspects: 0 }, new RowRandom(1));
  expect(schedule.events).toBe(18_000_000);
  const row = schedule.rowOf(17_999_999);
  expect(row).toBeGreaterThan(8_999_999_000);
  expect(schedule.isEvent(row)).toBe(true);
});
