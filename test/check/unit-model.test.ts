import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { Finding } from '../../src/check/findings/finding.ts';
import { judge } from '../../src/code/cell/judge.ts';
import { generate } from '../../src/index.ts';
import { createPlatform, inputOf } from '../engine/platform.ts';
import { seed, trials } from '../soak/trials.ts';

/* What the design says of units and notes, worked out record by record, against the engine. */

interface Row {
  cell: string;
  unit: string;
}

const known = Array.from({ length: 12 }, (_, index) => generate({ random: () => (index * 0.083) % 1 }));
const cell = fc.oneof(
  fc.constantFrom(...known),
  fc.constantFrom(...known).map((code) => code.toLowerCase()),
  fc.constantFrom(...known).map((code) => ` ${code.slice(0, 8)}-${code.slice(8)}`),
  fc.constantFrom(...known).map((code) => `${code.slice(0, 17)}${code.endsWith('0') ? '1' : '0'}`),
  fc.constantFrom('', '无', '12345', '440301103097413', 'MA0000005', '91350211M00013FA1N', '11010519491231002X'),
);
const row: fc.Arbitrary<Row> = fc.record({ cell, unit: fc.constantFrom('甲局', '乙局', '丙局', '') });

/** Counts by unit: partitions by the decision table, of which rows 4 to 13 are compared; excess in the order of records over all files. */
function countNaively(files: Row[][]): Map<string, Record<string, number>> {
  const units = new Map<string, Record<string, number>>();
  const seen = new Set<string>();
  for (const { cell, unit } of files.flat()) {
    const counts = units.get(unit || '?') ?? {
      records: 0,
      conforming: 0,
      erroneous: 0,
      unconverted: 0,
      missing: 0,
      excess: 0,
    };
    const { partition, normalized, issue } = judge(cell);
    const isCompared = !['missing', 'spreadsheet-notation', 'charset', 'length'].includes(issue?.code ?? '');
    const isExcess = isCompared && seen.has(normalized);
    counts.records = (counts.records ?? 0) + 1;
    counts[partition] = (counts[partition] ?? 0) + 1;
    if (isExcess) counts.excess = (counts.excess ?? 0) + 1;
    if (isCompared) seen.add(normalized);
    units.set(unit || '?', counts);
  }
  return units;
}

test('units add up to the whole, each as its records say; notes in findings are those that are counted', async () => {
  const files = fc.array(fc.array(row, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(files, fc.constantFrom(1, 64, undefined), async (tables, rangeBytes) => {
      const inputs = tables.map((rows, index) => {
        const lines = rows.map((each) => `"${each.cell}",公司,${each.unit}\n`);
        return inputOf(`统一社会信用代码,企业名称,登记机关\n${lines.join('')}`, `${index}.csv`);
      });
      const notes: Record<string, number> = {};
      const onFindings = (batch: Finding[]): void => {
        for (const finding of batch) for (const note of finding.notes) notes[note] = (notes[note] ?? 0) + 1;
      };
      const options = { unitColumn: '登记机关', notes: true, findings: 'all', onFindings } as const;
      const report = await check(inputs, options, createPlatform(rangeBytes));
      const expected = countNaively(tables);
      const byUnit = report.byUnit ?? [];
      expect(new Map(byUnit.map((each) => [each.unit, each]))).toEqual(
        new Map([...expected].map(([unit, counts]) => [unit, expect.objectContaining(counts)])),
      );
      const sum = (key: string): number =>
        byUnit.reduce((total, each) => total + Number((each as unknown as Record<string, number>)[key] ?? 0), 0);
      expect(sum('records')).toBe(report.records);
      for (const [partition, count] of Object.entries(report.counts)) expect(sum(partition)).toBe(count);
      expect(sum('excess')).toBe(report.duplicates.excess);
      expect(sum('problems')).toBe(report.rates.literal.numerator);
      for (const [note, count] of Object.entries(report.notes)) expect([note, notes[note] ?? 0]).toEqual([note, count]);
    }),
    { numRuns: trials(20, 500), seed: seed() },
  );
});
