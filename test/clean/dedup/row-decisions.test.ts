import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRowDecisions, type RowAction, type RowDecision } from '../../../src/clean/dedup/row-decisions.ts';
import { createSpill } from '../../engine/platform.ts';

/** Odd, so that rows differ. */
const step = 9_999_991;

const decision = fc.record({
  range: fc.integer({ min: 0, max: 3 }),
  action: fc.integer({ min: 0, max: 3 }),
  otherRange: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  otherRow: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
});

test('decisions come back by row, whether they were kept in memory or not', () => {
  fc.assert(
    fc.property(
      fc.array(decision, { maxLength: 300, size: 'max' }),
      fc.integer({ min: 0, max: 2 ** 24 - 1 }),
      fc.constantFrom(0, 500, 2000, 1 << 20),
      (list, start, budgetBytes) => {
        const spill = createSpill();
        const decisions = createRowDecisions(budgetBytes, () => spill);
        const expected: RowDecision[][] = [[], [], [], []];
        for (const [index, { range, action, ...other }] of list.entries()) {
          const each = { row: (start + index * step) % 2 ** 24, action: action as RowAction, ...other };
          decisions.add(range, each);
          expected[range]?.push(each);
        }
        // Four ranges of sixteen decisions, or fewer, fit without a look at the budget.
        if (budgetBytes === 0 && list.length > 64) expect(spill.size()).toBeGreaterThan(0);
        if (budgetBytes === 1 << 20) expect(spill.size()).toBe(0);
        for (const [range, own] of expected.entries()) {
          expect([...decisions.take(range)].flat()).toEqual(own.toSorted((a, b) => a.row - b.row));
          expect([...decisions.take(range)]).toEqual([[]]);
        }
      },
    ),
    { numRuns: 200, endOnFailure: true },
  );
});

test('many decisions of one range come in parts of a few thousand, one after the other', () => {
  const decisions = createRowDecisions(1 << 12, createSpill);
  const rows = Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 20_000);
  for (const row of rows) decisions.add(0, { row, action: 0, otherRange: 1, otherRow: row });
  const parts = [...decisions.take(0)];
  expect(parts.every((part) => part.length <= 8192)).toBe(true);
  expect(parts.flat().map(({ row }) => row)).toEqual(Array.from(rows.keys()));
});
