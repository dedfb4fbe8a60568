import { describe, expect, test } from 'vitest';
import { normalizeName } from '../../src/code/cell/normalize.ts';
import { validate } from '../../src/code/validate.ts';
import { damageKinds } from '../../src/generate/damage/index.ts';
import { shapes } from '../../src/generate/options.ts';
import { generateRecords, isRightCode } from './read.ts';

/** Rows 1–8 and 10–14 of the decision table. */
const everyIssue = [
  ...['missing', 'spreadsheet-notation', 'charset', 'identity-number', 'region-format', 'pilot-era', 'check-digit'],
  ...['organization-check-digit', 'registration-number', 'taxpayer-number', 'organization-code'],
  ...['registration-check-digit', 'length'],
];
const rows = 6000;
const notCounted = new Set(['missing', 'spreadsheet-notation', 'charset']);

test('every row of the decision table has a kind of damage', () => {
  expect(damageKinds.map(({ kind }) => kind).toSorted()).toEqual(everyIssue.toSorted());
});

describe.each(shapes)('the truth of shape %s', (shape) => {
  const { records, truth } = generateRecords({ rows, seed: 11, errors: 0.2, duplicates: 0.1, shape });
  const byRow = new Map(truth.map((entry) => [entry.row, entry]));
  const issueOf = (cell: string) => validate(cell).issues[0]?.code ?? 'conforming';

  test('names the very rows and cells', () => {
    expect(records.length).toBe(rows);
    expect(truth.map((entry) => entry.row)).toEqual([...byRow.keys()].toSorted((a, b) => a - b));
    for (const { row, after } of truth) expect(records[row - 1]?.[0]).toBe(after);
  });

  test('names what validate finds', () => {
    for (const { kind, after } of truth)
      if (!kind.startsWith('duplicate')) expect([after, issueOf(after)]).toEqual([after, kind]);
    const untouched = records.filter((_, index) => !byRow.has(index + 1)).map(([cell = '']) => issueOf(cell));
    const expected = ['organization-code', 'registration-number', 'taxpayer-number'];
    expect([...new Set(untouched)].toSorted()).toEqual(
      shape === 'legacy' ? ['conforming', ...expected] : ['conforming'],
    );
  });

  test('damages and duplicates are as many as asked for, and of every kind', () => {
    const counts = new Map<string, number>();
    for (const { kind } of truth) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const damages = everyIssue.map((issue) => counts.get(issue) ?? 0);
    expect(damages.reduce((sum, count) => sum + count)).toBe(rows * 0.2);
    expect(Math.max(...damages) - Math.min(...damages)).toBeLessThanOrEqual(2);
    expect(counts.get('duplicate-conflicting')).toBe(rows * 0.05);
    expect(counts.get('duplicate-repeated')).toBe(rows * 0.05);
  });

  test('the code before is right, and a repeated value stands on an earlier row', () => {
    const first = new Map<string, number>();
    records.forEach(([cell = ''], index) => {
      const { normalized } = validate(cell);
      if (!first.has(normalized)) first.set(normalized, index + 1);
    });
    for (const { row, kind, before } of truth) {
      if (!kind.startsWith('duplicate')) expect(isRightCode(before)).toBe(true);
      else expect(first.get(validate(before).normalized)).toBeLessThan(row);
    }
  });

  test('nothing else is a duplicate, and names agree with its kind', () => {
    const groups = new Map<string, { rows: number[]; names: Set<string> }>();
    records.forEach(([cell = '', name = ''], index) => {
      if (notCounted.has(issueOf(cell))) return;
      const { normalized } = validate(cell);
      const group = groups.get(normalized) ?? { rows: [], names: new Set() };
      groups.set(normalized, group);
      group.rows.push(index + 1);
      group.names.add(normalizeName(name));
    });
    for (const [code, group] of groups) {
      if (group.rows.length === 1) continue;
      const kinds = new Set(group.rows.flatMap((row) => byRow.get(row)?.kind ?? []));
      const kind = group.names.size > 1 ? 'duplicate-conflicting' : 'duplicate-repeated';
      if (shape === 'twice' && !kinds.has('duplicate-conflicting')) expect(group.names.size).toBe(1);
      else expect([code, ...kinds]).toEqual([code, kind]);
    }
  });
});

test('a rate that comes to less than one row still touches one', () => {
  const { truth } = generateRecords({ rows: 50, errors: 1e-6, duplicates: 1e-6 });
  expect(truth.map(({ kind }) => kind.replace(/-(conflicting|repeated)/, '')).toSorted()).toEqual([
    'check-digit',
    'duplicate',
  ]);
});

test('every way of every kind stays in its kind', () => {
  const { records, truth } = generateRecords({ rows: 8000, seed: 5, errors: 1 });
  expect(truth.length).toBe(8000);
  for (const { row, kind } of truth)
    expect([row, validate(records[row - 1]?.[0] ?? '').issues[0]?.code]).toEqual([row, kind]);
});
