import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMarks, type Fate, type Mark } from '../../src/clean/marks.ts';
import type { SpillFile } from '../../src/duplicates/key-store.ts';

/** A spill file in memory, and how much was written to it. */
function createSpill(): SpillFile & { size(): number } {
  let bytes = new Uint8Array();
  return {
    reference: null,
    append(part) {
      const at = bytes.length;
      const longer = new Uint8Array(at + part.length);
      longer.set(bytes);
      longer.set(part, at);
      bytes = longer;
      return at;
    },
    read: (at, into) => into.set(bytes.subarray(at, at + into.length)),
    size: () => bytes.length,
  };
}

const mark = fc.record({
  range: fc.integer({ min: 0, max: 3 }),
  fate: fc.integer({ min: 0, max: 3 }),
  otherRange: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  otherRow: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
});

test('marks come back by row, whether they were kept in memory or not', () => {
  fc.assert(
    fc.property(
      fc.array(mark, { maxLength: 300 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 24 - 1 }), { minLength: 300, maxLength: 300 }),
      fc.constantFrom(0, 500, 2000),
      (list, rows, budgetBytes) => {
        const spill = createSpill();
        const marks = createMarks(budgetBytes, () => spill);
        const expected: Mark[][] = [[], [], [], []];
        for (const [index, { range, fate, ...other }] of list.entries()) {
          const each = { row: rows[index] ?? 0, fate: fate as Fate, ...other };
          marks.add(range, each);
          expected[range]?.push(each);
        }
        if (list.length * 12 > 4 * budgetBytes + 4000) expect(spill.size()).toBeGreaterThan(0);
        for (const [range, own] of expected.entries()) {
          expect(marks.take(range)).toEqual(own.toSorted((a, b) => a.row - b.row));
          expect(marks.take(range)).toEqual([]);
        }
      },
    ),
    { numRuns: 200 },
  );
});
