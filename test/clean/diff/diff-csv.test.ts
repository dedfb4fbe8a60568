import { expect, test } from 'vitest';
import { formatCodes, formatProblems } from '../../../src/clean/diff/diff-csv.ts';
import { formatCsv } from '../../../src/write/delimited.ts';

const record = { code: '91370911600037341X', name: '=HYPERLINK("x")', file: '七月,市.csv', row: 1, line: 2 };
const placed = { ...record, sheet: null };
const written = `91370911600037341X,"'=HYPERLINK(""x"")","七月,市.csv",1,2`;

test('names and files are quoted, and none is a formula', () => {
  expect(formatCodes([{ status: 'added', old: null, new: placed }])).toBe(`${written},\r\n`);
  expect(formatCodes([{ status: 'gone', old: placed, new: null }])).toBe(`${written},\r\n`);
  expect(formatCodes([{ status: 'changed', by: 'name', old: placed, new: { ...placed, sheet: '一,区' } }])).toBe(
    `name,${written},${written},,"一,区"\r\n`,
  );
});

test('problems are what csv-stringify would write, and no formula', () => {
  const problem = { ...placed, status: 'new', kind: 'erroneous', issue: 'charset' } as const;
  const entity = { ...placed, code: '=1', by: 'name' } as const;
  const rows = [problem, { ...problem, code: '-"x"\r', sheet: '一,区', outcome: 'gone', entity } as const];
  const cells = rows.map(({ status, kind, issue, code, name, file, row, line, sheet, ...more }) => [
    ...[status, kind, issue, code, name, file, row, line, sheet ?? ''],
    ...('outcome' in more ? [more.outcome, more.entity.code] : ['', '']),
  ]);
  expect(formatProblems(rows)).toBe(formatCsv(cells));
});
