import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMarks, type Fate, type Mark } from '../../../src/clean/dedup/marks.ts';
import { createSpill } from '../../engine/spill.ts';

/** A spill file in memory, and how much was written to it. */

/** Odd, so that rows differ. */
const step = 9_999_991;

const mark = fc.record({
  range: fc.integer({ min: 0, max: 3 }),
  fate: fc.integer({ min: 0, max: 3 }),
  otherRange: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  otherRow: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
});

test('marks come back by row, whether they were kept in memory or not', () => {
  fc.assert(
    fc.property(
      fc.array(mark, { maxLength: 300, size: 'max' }),
      fc.integer({ min: 0, max: 2 ** 24 - 1 }),
      fc.constantFrom(0, 500, 2000, 1 << 20),
      (list, start, budgetBytes) => {
        const spill = createSpill();
        const marks = createMarks(budgetBytes, () => spill);
        const expected: Mark[][] = [[], [], [], []];
        for (const [index, { range, fate, ...other }] of list.entries()) {
          const each = { row: (start + index * step) % 2 ** 24, fate: fate as Fate, ...other };
          marks.add(range, each);
          expected[range]?.push(each);
        }
        // Four ranges of sixteen marks, or fewer, fit without a look at the budget.
        if (budgetBytes === 0 && list.length > 64) expect(spill.size()).toBeGreaterThan(0);
        if (budgetBytes === 1 << 20) expect(spill.size()).toBe(0);
        for (const [range, own] of expected.entries()) {
          expect(marks.take(range)).toEqual(own.toSorted((a, b) => a.row - b.row));
          expect(marks.take(range)).toEqual([]);
        }
      },
    ),
    { numRuns: 200, endOnFailure: true },
  );
});
