import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJsonRow } from '../../src/tables/json/json-row.ts';
import { findJsonShape, type JsonShape } from '../../src/tables/json/json-shape.ts';
import { splitJson } from '../../src/tables/json/json-values.ts';
import { makeEncoder } from '../../src/write/encoder.ts';
import { checkAll, listErroneous, useFolder } from '../node/check.ts';

const folder = useFolder();
const valid = '91110000600037341L';

async function split(text: string, width: number) {
  async function* pieces() {
    for (let at = 0; at < text.length; at += width) yield text.slice(at, at + width);
  }
  const values = [];
  for await (const some of splitJson(pieces(), findJsonShape(text, true) as JsonShape)) values.push(...some);
  return values;
}

describe('rows', () => {
  test('of any objects, cut anywhere, are what JSON.parse says', async () => {
    const row = fc.dictionary(
      fc.string({ unit: 'grapheme' }),
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.boolean(), fc.constant(null), fc.integer()),
      { minKeys: 1 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1 }),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(undefined, 2),
        async (rows, width, indent) => {
          const text = (value: unknown) => (value === null ? '' : String(value));
          const expected = rows.map((cells) => ({ keys: Object.keys(cells), cells: Object.values(cells).map(text) }));
          const forms = [
            JSON.stringify(rows, null, indent),
            rows.map((value) => JSON.stringify(value, null, indent)).join('\n'),
          ];
          for (const form of forms) expect((await split(form, width)).map(readJsonRow)).toEqual(expected);
        },
      ),
    );
  });

  test('lines', async () => {
    expect((await split('\n[\n{"a":1},\n\n{"a":\n"b"} ,{"a":3}]\n', 3)).map(({ line }) => line)).toEqual([3, 5, 6]);
  });
});

test.each([
  ['{"RECORDS":[{"a":1}]}', 'array'],
  ['{"code":0,"data":{"x":1},"rows":[["a"]]}', 'array'],
  ['{"a":1}\n{"a":[{"b":1}]}', 'lines'],
  ['{"a":[{"b":1}]}\n{"a":1}', 'lines'],
  ['{"a":1}', 'lines'],
  ['["a","b"]\n["c","d"]', 'lines'],
  [' [ {"a":1}]', 'array'],
  ['[]', 'array'],
])('%s: %s', (text, kind) => {
  expect(findJsonShape(text, true)).toMatchObject({ kind });
});

describe('a check', () => {
  test('digits of numbers are those of the text', async () => {
    const rows = ['913501001234567812', '9.13501001234567e17', '1e30', '"91\\u0031"'].map(
      (code) => `{"code": ${code}}`,
    );
    const path = folder.write('numbers.json', `[{"code":"${valid}"},${rows.join(',')}]`);
    expect((await listErroneous(path)).map(([code]) => code)).toEqual([
      '913501001234567812',
      '913501001234567000',
      '1e+30',
      '911',
    ]);
  });

  test('other orders, missing and new keys, nested values, names of prototypes', async () => {
    const late = `{"code":"${valid}","name":"丙","later":1}`;
    const text = [
      `{"name":"甲","code":"${valid}","__proto__":{"x":[1,{"y":"]"}]}}`,
      '{"constructor":"x"}',
      `{"code":"${valid}","name":"乙\\n丁"}`,
      ...new Array<string>(1000).fill('{"code":null}'),
      late,
    ].join('\n');
    const { report, duplicates } = await checkAll([folder.write('keys.ndjson', text)]);
    expect(report.counts).toEqual({ conforming: 3, erroneous: 0, unconverted: 0, missing: 1 });
    expect(report.blankRows).toBe(1000);
    expect(duplicates.map(({ name, line }) => [name, line])).toEqual([
      ['甲', 1],
      ['乙 丁', 3],
      ['丙', 1004],
    ]);
    expect(report.warnings).toContainEqual(expect.objectContaining({ code: 'dropped-keys', count: 1 }));
  });

  test('GB18030', async () => {
    const text = `{"企业名称":"甲公司","统一社会信用代码":"${valid}"}\n{"企业名称":"乙\\"公司","统一社会信用代码":"${valid}"}\n`;
    const { duplicates } = await checkAll([folder.write('gbk.jsonl', makeEncoder('gb18030')(Buffer.from(text)))]);
    expect(duplicates.map(({ name }) => name)).toEqual(['甲公司', '乙"公司']);
  });

  test.each([
    ['{"code":"x"}\n{"code":', /line 2/],
    ['{"code":"x"}\n{"code":tru}', /line 2/],
    ['{"code":"x"}\n\n{"code" "y"}', /line 3/],
    ['{"code":"x"}\nx', /line 2/],
    ['[{"code":"x"}', /line 1/],
    ['[{"code":"x"},5]', /line 1/],
    ['[{"code":"x"},["y"]]', /mixed/],
    ['[{"code":"a\\q"}]', /line 1/],
    [`[${'['.repeat(2000)}`, /too deep/],
    ['[]', /empty|no row/],
  ])('%s is refused', async (text, message) => {
    await expect(checkAll([folder.write('bad.json', text)])).rejects.toThrowError(message);
  });
});
