import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoteCell } from '../../src/tables/delimited/quote-cell.ts';
import { formatCsv } from '../../src/write/delimited.ts';
import { formatCell, joinRows } from '../../src/write/list-rows.ts';

/** The long lists are written by a routine of their own. */
const formatList = (rows: (string | number)[][]): string => joinRows(rows.map((row) => row.map(formatCell)));

test.each([
  ['甲公司', '甲公司'],
  ['a,b', '"a,b"'],
  ['a"b', '"a""b"'],
  ['a\nb', '"a\nb"'],
  ['=1+1', "'=1+1"],
  ['="91350211M00013FA1N"', `"'=""91350211M00013FA1N"""`],
  ['+86', "'+86"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', `"'\r=1"`],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠A1', "'＠A1"],
  [' =1', "' =1"],
  ['\n=1', `"'\n=1"`],
  [' \r\n \u00a0\u3000+1', `"' \r\n \u00a0\u3000+1"`],
  ['\ufeff@A1', "'\ufeff@A1"],
  ['\u200b－1', "'\u200b－1"],
  [' 1', ' 1'],
  ['1=1', '1=1'],
  ['91350211M00013FA1N', '91350211M00013FA1N'],
])('%j', (cell, text) => {
  expect(formatCsv([[cell]])).toBe(`${text}\r\n`);
  expect(formatList([[cell]])).toBe(`${text}\r\n`);
});

const cells = ['a', ',', '"', '=', '-', '＝', '\t', ' ', '甲'];
const rowsOf = (units: string[]) => {
  const cell = fc.oneof(fc.string({ unit: fc.constantFrom(...units) }), fc.nat());
  return fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 });
};

test('says what csv-stringify says, but of formulas behind white space, which it lets through', () => {
  fc.assert(
    fc.property(rowsOf(cells.filter((cell) => cell !== ' ')), (rows) => {
      fc.pre(!rows.flat().some((cell) => /^\t+[=\-＝]/.test(String(cell).slice(1))));
      expect(formatCsv(rows)).toBe(stringify(rows, { escape_formulas: true, record_delimiter: 'windows' }));
    }),
  );
});

test('lists are what csv-stringify makes of them', () => {
  fc.assert(
    fc.property(rowsOf([...cells, '\n', '\r']), (rows) => {
      expect(formatList(rows)).toBe(formatCsv(rows));
    }),
  );
});

test.each([',', '\t', ';', '|', '||', '@@', '|+|'])(
  'cells between %j are what csv-stringify makes of them',
  (delimiter) => {
    const row = fc.array(fc.string({ unit: fc.constantFrom(...cells, '\n', '\r', ';', '|', '+') }), { minLength: 2 });
    fc.assert(
      fc.property(row, (texts) => {
        const joined = texts.map((text) => quoteCell(text, delimiter)).join(delimiter);
        expect(`${joined}\n`).toBe(stringify([texts], { delimiter }));
      }),
    );
  },
);

test('csv-parse reads the cells back, newlines of every kind included', () => {
  fc.assert(
    fc.property(rowsOf([...cells, '\n', '\r']), (rows) => {
      const expected = rows.map((row) =>
        row.map((cell) => (/^\s*[=\-＝]|^[\t\r]/.test(String(cell)) ? `'${cell}` : `${cell}`)),
      );
      const options = { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true };
      expect(parse(formatCsv(rows), options)).toEqual(expected);
    }),
  );
});
