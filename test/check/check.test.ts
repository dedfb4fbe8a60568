import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { checkByReference } from '../../src/check/check-by-reference.ts';
import type { DuplicateRecord, Finding } from '../../src/check/findings/finding.ts';
import type { CheckOptions } from '../../src/check/options.ts';
import type { Report, UnitRow } from '../../src/check/report.ts';
import { createPlatform, inputOf } from '../engine/platform.ts';
import { expectReport } from '../report/schema.ts';
import { registryExport } from './exports.ts';

interface Outcome {
  report: Report;
  findings: Finding[];
  duplicates: DuplicateRecord[];
}

async function run(texts: (string | Uint8Array)[], options: CheckOptions = {}, rangeBytes?: number): Promise<Outcome> {
  const findings: Finding[] = [];
  const duplicates: DuplicateRecord[] = [];
  const report = await check(
    texts.map((text, index) => inputOf(text, `${index}.csv`)),
    {
      ...options,
      onFindings: (batch) => void findings.push(...batch),
      onDuplicates: (batch) => void duplicates.push(...batch),
    },
    createPlatform(rangeBytes),
  );
  return { report: { ...expectReport(report), elapsedSeconds: 0 }, findings, duplicates };
}

const columns: CheckOptions = { delimiter: undefined, codeColumn: '统一社会信用代码', nameColumn: '企业名称' };

test('with notes, every noted record is listed, clean or not', async () => {
  const rows = ['91210246600037341A,甲', '91210246600037341a,乙', '91350100M000100Y43,丙'];
  const { report, findings } = await run([`统一社会信用代码,企业名称\n${rows.join('\n')}\n`], {
    findings: 'all',
    notes: true,
  });
  expect(report.notes['region-unlisted']).toBe(2);
  expect(findings.filter(({ notes }) => notes.includes('region-unlisted')).map(({ row }) => row)).toEqual([1, 2]);
});

test('what stands around the codes of a list is no delimiter', async () => {
  for (const text of [
    '统一社会信用代码\n\t91350100M000100Y43\n\t91350100M000100Y43\n',
    '91350100M000100Y43\n;91350100M000100Y43\n',
  ]) {
    const { report } = await run([text]);
    expect([report.counts.conforming, report.counts.erroneous]).toEqual(text.includes(';') ? [1, 1] : [2, 0]);
  }
});

const unitOptions: fc.Arbitrary<CheckOptions> = fc.constantFrom(
  {},
  { unitColumn: 'auto' },
  { unitColumn: 1 },
  { unitColumn: '统一社会信用代码' },
);

test('a duplicate larger than a batch is handed over in several, its records in file order', async () => {
  const [small, large, other] = ['91350100M000100Y43', '91210246600037341A', '91211402140253042J'];
  const copies = 2 ** 18 + 5_000;
  const lineOf = (row: number): string =>
    `${row % 1000 === 7 ? large.toLowerCase() : large},甲${row === 99_999 ? '乙' : ''}`;
  const texts = [`代码,企业名称\n${small},丙\n`, `代码,企业名称\n${small},丙\n`];
  const half = copies / 2;
  const lines = Array.from({ length: copies }, (_, row) => lineOf(row));
  texts[0] += `${lines.slice(0, half).join('\n')}\n`;
  texts[1] += `${lines.slice(half).join('\n')}\n${other},丁\n${other},丁\n`;
  const sizes: number[] = [];
  const places: [group: number, kind: string | null, file: number, row: number][] = [];
  const report = await check(
    texts.map((text, index) => inputOf(text, `${index}.csv`)),
    {
      findings: 'all',
      memoryBytes: 2 ** 20,
      onDuplicates(batch) {
        sizes.push(batch.length);
        for (const { group, kind, file, row } of batch) places.push([group, kind, file, row]);
      },
    },
    createPlatform(2 ** 20),
  );
  expect(report.duplicates).toMatchObject({ codes: 3, records: copies + 4, conflicting: { records: copies } });
  expect(Math.max(...sizes)).toBeLessThan(2 ** 18);
  const rows = (file: number) => Array.from({ length: half }, (_, index) => [2, 'conflicting', file, index + 2]);
  expect(places.slice(0, 2)).toEqual([
    [1, 'repeated', 0, 1],
    [1, 'repeated', 1, 1],
  ]);
  expect(places.slice(2, -2)).toEqual([...rows(0), ...rows(1)]);
  expect(places.slice(-2).map(([group, , file, row]) => [group, file, row])).toEqual([
    [3, 1, half + 2],
    [3, 1, half + 3],
  ]);
});

describe('kernel and reference give the same report', () => {
  test('of any export, at any range width, with and without findings', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(registryExport, { minLength: 1, maxLength: 2 }), unitOptions, async (texts, units) => {
        const options = { ...columns, ...units };
        const reference = await checkByReference(
          texts.map((text, index) => inputOf(text, `${index}.csv`)),
          options,
          createPlatform(),
        );
        const expected = { ...reference, elapsedSeconds: 0 };
        const whole = await run(texts, { ...options, findings: 'all', notes: true });
        expect(whole.report).toEqual(expected);
        for (const rangeBytes of [1, 7, 64]) {
          expect((await run(texts, options, rangeBytes)).report, `ranges of ${rangeBytes}`).toEqual(expected);
          const all = await run(texts, { ...options, findings: 'all', notes: true }, rangeBytes);
          expect(all).toEqual(whole);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('findings and duplicates add up to the counts, in file order', async () => {
    await fc.assert(
      fc.asyncProperty(registryExport, async (text) => {
        const { report, findings, duplicates } = await run([text], { ...columns, findings: 'all' });
        const problems = findings.filter(({ partition }) => partition !== 'conforming');
        expect(problems.length).toBe(report.counts.erroneous + report.counts.unconverted + report.counts.missing);
        expect(findings.map(({ row }) => row)).toEqual(findings.map(({ row }) => row).toSorted((a, b) => a - b));
        expect(duplicates.length).toBe(report.duplicates.records);
        expect(new Set(duplicates.map(({ group }) => group)).size).toBe(report.duplicates.codes);
        expect(duplicates.map(({ group }) => group)).toEqual(
          duplicates.map(({ group }) => group).toSorted((a, b) => a - b),
        );
        const firstRows = [...new Map(duplicates.toReversed().map(({ group, row }) => [group, row]))].toReversed();
        expect(firstRows.map(([, row]) => row)).toEqual(firstRows.map(([, row]) => row).toSorted((a, b) => a - b));
        const conflicting = duplicates.filter(({ kind }) => kind === 'conflicting').length;
        expect(conflicting).toBe(report.duplicates.conflicting?.records);
      }),
      { numRuns: 100 },
    );
  });

  test('units add up to the totals, and to the lists', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(registryExport, { minLength: 1, maxLength: 2 }), async (texts) => {
        const options = { ...columns, unitColumn: 'auto', findings: 'all' } as const;
        const { report, findings, duplicates } = await run(texts, options, 64);
        const units = report.byUnit ?? [];
        expect(units.map(({ unit }) => unit)).toEqual([...new Set(units.map(({ unit }) => unit))]);
        const sum = (pick: (row: UnitRow) => number): number => units.reduce((total, row) => total + pick(row), 0);
        expect(sum(({ records }) => records)).toBe(report.records);
        for (const partition of ['conforming', 'erroneous', 'unconverted', 'missing'] as const) {
          expect(sum((row) => row[partition])).toBe(report.counts[partition]);
        }
        expect(sum(({ excess }) => excess)).toBe(report.duplicates.excess);
        expect(sum(({ problems }) => problems)).toBe(report.rates.literal.numerator);
        const first = new Set<number>();
        const later = duplicates.filter(({ group }) => first.size === first.add(group).size);
        for (const { unit, erroneous, unconverted, missing, excess } of units) {
          const listed = findings.filter((finding) => finding.unit === unit && finding.partition !== 'conforming');
          expect(listed.length).toBe(erroneous + unconverted + missing);
          expect(later.filter((record) => record.unit === unit).length).toBe(excess);
        }
        expect(JSON.stringify([units, findings])).not.toContain('11010519491231002X');
      }),
      { numRuns: 100 },
    );
  });
});
