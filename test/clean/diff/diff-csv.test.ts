import { expect, test } from 'vitest';
import { formatCodes } from '../../../src/clean/diff/diff-csv.ts';

const record = { code: '91370911600037341X', name: '=HYPERLINK("x")', file: '七月,市.csv', row: 1, line: 2 };
const written = `91370911600037341X,"'=HYPERLINK(""x"")","七月,市.csv",1,2`;

test('names and files are quoted, and none is a formula', () => {
  expect(formatCodes([{ status: 'added', old: null, new: record }])).toBe(`${written}\r\n`);
  expect(formatCodes([{ status: 'gone', old: record, new: null }])).toBe(`${written}\r\n`);
  expect(formatCodes([{ status: 'changed', by: 'name', old: record, new: record }])).toBe(
    `name,${written},${written}\r\n`,
  );
});
