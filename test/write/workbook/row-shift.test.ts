import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRowShift } from '../../../src/write/workbook/edit/row-shift.ts';

/** What a spreadsheet does when it deletes rows, row by row: the numbers of those that stay. */
function number(count: number, removed: Set<number>): Map<number, number> {
  const numbers = new Map<number, number>();
  for (let row = 1; row <= count; row++) if (!removed.has(row)) numbers.set(row, numbers.size + 1);
  return numbers;
}

const setting = fc.record({
  removed: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 12 }),
  first: fc.integer({ min: 1, max: 30 }),
  height: fc.integer({ min: 0, max: 10 }),
});

test('rows, ranges and formulas move as when rows are deleted one by one', () => {
  fc.assert(
    fc.property(setting, ({ removed, first, height }) => {
      const gone = new Set(removed);
      const numbers = number(60, gone);
      const shift = createRowShift(Uint32Array.from(removed).sort(), '表');
      for (let row = 1; row <= 40; row++) {
        expect(shift.isRemoved(row)).toBe(gone.has(row));
        if (!gone.has(row)) expect(shift.move(row)).toBe(numbers.get(row));
      }
      const left = Array.from({ length: height + 1 }, (_, index) => first + index).filter((row) => !gone.has(row));
      const ends = [numbers.get(left[0] ?? 0), numbers.get(left.at(-1) ?? 0)];
      const range = `B${first}:C${first + height}`;
      expect(shift.moveRange(range)).toBe(left.length === 0 ? null : `B${ends[0]}:C${ends[1]}`);
      if (left.length === 0) return;
      const moved = `B${ends[0]}:C${ends[1]}`;
      expect(shift.moveFormula(`SUM(${range})+LOG10(4)&"A${first}"`)).toBe(`SUM(${moved})+LOG10(4)&"A${first}"`);
      expect(shift.moveFormula(`'别的'!${range}+别的!A9+表!${range}`)).toBe(`'别的'!${range}+别的!A9+表!${moved}`);
    }),
  );
});
