import { expect, test } from 'vitest';
import type { UnitRow } from '../../src/check/report.ts';
import { listWorstRows } from '../../src/report/worst-rows.ts';

const counts = { records: 10, conforming: 5, erroneous: 0, missing: 0, excess: 0, rate: 0 };
const row = (problems: number, unconverted: number) => ({ ...counts, problems, unconverted });
const unit = (name: string, problems: number, unconverted: number): UnitRow => ({
  ...row(problems, unconverted),
  unit: name,
  conversion: 5 / (5 + unconverted),
});

test('units with problems come first, then those whose codes are not converted', () => {
  const units = [unit('甲', 0, 3), unit('乙', 1, 0), unit('丙', 0, 0), unit('丁', 0, 4), unit('戊', 2, 0)];
  const { shown, moreCount } = listWorstRows(units, 10);
  expect(shown.map((each) => each.unit)).toEqual(['戊', '乙', '丁', '甲']);
  expect(moreCount).toBe(0);
});

test('regions and authorities are listed for problems alone; only problems are counted as left out', () => {
  expect(listWorstRows([row(0, 3), row(1, 0)], 10).shown).toEqual([row(1, 0)]);
  expect(listWorstRows([unit('甲', 3, 0), unit('乙', 2, 0), unit('丙', 0, 9)], 1).moreCount).toBe(1);
  expect(listWorstRows([unit('甲', 3, 0), unit('丙', 0, 9)], 1).moreCount).toBe(0);
});
