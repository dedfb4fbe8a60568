import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { showPath } from '../../src/tables/json/json-path.ts';
import { nameColumns, readJsonRow } from '../../src/tables/json/json-row.ts';
import { splitJson } from '../../src/tables/json/json-rows.ts';
import { findJsonShape, type JsonShape } from '../../src/tables/json/json-shape.ts';
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

test('what is too much is quoted without the digits of a number that begins before it', async () => {
  const refuse = async (text: string): Promise<unknown> =>
    checkAll([folder.write('cut.json', text)], { lang: 'en' }).catch((thrown: Error) => thrown.message);
  for (const cut of ['"110105"19491231002X', '110105 19491231002X', '"110105" "19491231002X"']) {
    for (const text of [`[{"code":${cut}}]`, `{"code":${cut}}\n`, `{"a":[{"code":${cut}}]}`]) {
      expect(await refuse(text)).toMatch(/unexpected "[^0-9]+"/);
    }
  }
  expect(await refuse('[{"code":"1"23}]')).toContain('unexpected "23}');
});

describe('rows', () => {
  test('of any objects, cut anywhere, are what JSON.parse says', async () => {
    const row = fc.dictionary(
      fc.string({ unit: 'grapheme' }),
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.boolean(), fc.constant(null), fc.integer()),
      { minKeys: 1 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 2 }),
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

  test('in any envelopes are those of the table alone', async () => {
    const scalar = fc.oneof(fc.integer(), fc.constant(null), fc.boolean(), fc.constantFrom('ok', ']', '{"'));
    const beside = fc.dictionary(fc.constantFrom('code', 'msg', 'total', 'page'), scalar);
    const layer = fc.record({ kind: fc.constantFrom('key', 'groups', 'lines', 'nested'), beside, after: beside });
    const row = fc.record({ uscc: fc.constantFrom(valid, '', '913501001234567812'), name: fc.string(), n: scalar });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1 }),
        fc.array(layer, { maxLength: 4 }),
        fc.integer({ min: 1, max: 40 }),
        async (some, layers, width) => {
          const rows = [{ uscc: valid, name: 'a', n: 1 }, ...some];
          let values: unknown[] = [rows];
          for (const { kind, beside: before, after } of layers) {
            const wrap = (value: unknown) => ({ ...before, data: value, ...after });
            if (kind === 'key') values = values.map(wrap);
            else if (kind === 'nested') values = values.map((value) => wrap({ list: value, size: 1 }));
            else if (kind === 'groups') values = [values.map(wrap)];
            else values = [...values, []].map(wrap);
          }
          const text = values.map((value) => JSON.stringify(value)).join('\n');
          const found = await split(text, width);
          expect(found.map((value) => JSON.parse(value.text))).toEqual(rows);
        },
      ),
    );
  });

  test('objects in a record are columns of it, a key twice is two', () => {
    const { keys, cells } = readJsonRow({
      text: '{"a":{"b":1,"c":{"d":"x"}},"e":[1,{"f":2}],"g":{},"b":2,"h":1,"h":3}',
      line: 1,
    });
    expect(nameColumns(keys ?? [])).toEqual(['a.b', 'd', 'e', 'b', 'h', 'h']);
    expect(cells).toEqual(['1', 'x', '[1,{"f":2}]', '2', '1', '3']);
  });

  test('lines', async () => {
    expect((await split('\n[\n{"a":1},\n\n{"a":\n"b"} ,{"a":3}]\n', 3)).map(({ line }) => line)).toEqual([3, 5, 6]);
  });
});

/** What is expected of a text: its path, those that cannot be told apart, or none. */
const shapes: [string, string | string[] | null][] = [
  ['{"RECORDS":[{"a":1}]}', 'RECORDS[]'],
  ['{"code":0,"data":{"x":1},"rows":[["a"]]}', 'rows[]'],
  ['{"a":1}\n{"a":[{"b":1}]}', '$'],
  ['{"uscc":""}\n{"uscc":null,"a":1}', '$'],
  ['"head"\n{"uscc":""}', '$'],
  ['["a","b"]\n["c","d"]', '$'],
  [' [ {"a":1}]', '$[]'],
  ['[1, "x", {"a":1}]', '$[]'],
  ['[[{"a":1}],[{"a":2}]]', '$[][]'],
  ['[]', '$[]'],
  ['{"code":0,"msg":"","data":{"list":[],"total":0}}', 'data.list[]'],
  [`{"code":200,"data":{"uscc":"${valid}","name":"甲"}}`, 'data'],
  [`{"code":200,"data":{"uscc":"${valid}","history":[{"a":1},{"a":2}]}}`, 'data'],
  ['{"code":200,"data":{"统一社会信用代码":"","企业名称":"甲"}}', 'data'],
  ['{"code":500,"msg":"no"}', null],
  ['{"code":200,"data":{"id":1}}', null],
  [`["${valid}","${valid}"]`, null],
  [`{"uscc":["${valid}"],"name":["甲"]}`, null],
  [`[{"area":"a","list":[{"uscc":"${valid}"}]},{"area":"b","list":[{"uscc":"x"}]}]`, '$[].list[]'],
  [`[{"area":"a","unitNo":"${valid}","list":[{"uscc":"${valid}"}]}]`, '$[].list[]'],
  [
    `{"type":"F","features":[{"type":"P","geometry":{"c":[[1,2],[3,4]]},"properties":{"uscc":"${valid}"}}]}`,
    'features[]',
  ],
  [`{"code":200,"data":[{"uscc":"${valid}"}]}\n{"code":200,"data":[{"uscc":"x"}]}`, 'data[]'],
  [`{"hits":{"total":1,"hits":[{"_id":"1","_source":{"uscc":"${valid}"}}]}}`, 'hits.hits[]'],
  [`{"columns":[{"name":"uscc"},{"name":"a"}],"rows":[["${valid}","b"]]}`, 'rows[]'],
  [`{"a":[{"uscc":"${valid}"}],"b":[{"uscc":"913501001234567812"}]}`, ['a[]', 'b[]']],
  [`{"a":{"uscc":"${valid}"},"b":{"uscc":"${valid}"}}`, '*'],
  [`{"data":{"a":{"uscc":"${valid}"},"b":{"uscc":"${valid}"}},"n":2}`, 'data.*'],
  [`{"a":{"uscc":"${valid}","name":"甲"},"b":{"code":"${valid}","x":"甲"}}`, ['a', 'b']],
  [`[{"uscc":"${valid}","parts":[{"uscc":"${valid}"}]}]`, ['$[]', '$[].parts[]']],
  ['{"a":[{"x":1}],"b":[{"x":1}]}', ['a[]', 'b[]']],
];

test.each(shapes)('%s: %s', (text, expected) => {
  const shape = findJsonShape(text, true);
  if (shape === 'none' || shape === 'more') expect(expected).toBeNull();
  else expect('paths' in shape ? shape.paths : showPath(shape.path)).toEqual(expected);
});

test.each([
  ['$', '$'],
  ['g.list', 'g[].list[]'],
  ['$.g[*].list[*]', 'g[].list[]'],
  ['g', 'g[]'],
  ['g[].one', 'g[].one'],
  ['h', null],
])('--records %s: %s', (named, expected) => {
  const shape = findJsonShape('{"a":1,"g":[{"b":2,"one":{"x":1},"list":[{"c":3}]}]}', true, named);
  expect(typeof shape === 'string' || 'paths' in shape ? null : showPath(shape.path)).toBe(expected);
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

  test('lines of the bulk format of Elasticsearch are none, and are told', async () => {
    const lines = ['甲', '乙', '丙'].flatMap((name, id) => [
      JSON.stringify(id === 1 ? { create: {} } : { index: { _index: 'a', _id: String(id) } }),
      JSON.stringify({ 企业名称: `${name}公司`, 统一社会信用代码: valid }),
    ]);
    const { report } = await checkAll([folder.write('bulk.json', `${lines.join('\n')}\n`)]);
    expect(report.counts).toEqual({ conforming: 3, erroneous: 0, unconverted: 0, missing: 0 });
    expect(report.warnings).toContainEqual(expect.objectContaining({ code: 'bulk-lines', count: 3 }));
  });

  test('scalars among records are none, and are told; UTF-16 with and without its mark', async () => {
    const text = `["x",{"企业名称":"甲公司","统一社会信用代码":"${valid}"},\n5,null,{"企业名称":"乙公司","统一社会信用代码":"${valid}"}]`;
    for (const mark of ['\ufeff', '']) {
      const { report } = await checkAll([folder.write(`wide${mark.length}.json`, Buffer.from(mark + text, 'utf16le'))]);
      expect(report.counts).toEqual({ conforming: 2, erroneous: 0, unconverted: 0, missing: 0 });
      expect(report.warnings).toContainEqual(expect.objectContaining({ code: 'json-scalars', count: 3, line: 1 }));
    }
  });

  test('an array with codes far behind the one that is read is not left out unseen', async () => {
    const rows = new Array<string>(6000).fill(`{"uscc":"${valid}","name":"${'x'.repeat(40)}"}`).join(',');
    const path = folder.write('two.json', `{"good":[${rows}],"bad":[{"uscc":"${valid}"}]}`);
    await expect(checkAll([path])).rejects.toThrowError(/good\[\].*bad\[\]/);
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
    ['[{"code":"x"},]', /line 1/],
    ['[{"code":"x"}\n{"code":"y"}]', /line 2/],
    ['[{"code":"x"}]\n;', /line 2/],
    ['{"data":[{"code":"x"}]\n', /line 2/],
    ['[{"code":"x"},["y"]]', /mixed/],
    ['[{"code":"a\\q"}]', /line 1/],
    [`[${'['.repeat(2000)}`, /too deep/],
    ['[]', /empty|no row/],
  ])('%s is refused', async (text, message) => {
    await expect(checkAll([folder.write('bad.json', text)])).rejects.toThrowError(message);
  });
});

test.each([
  ['numbers', (rows: object[]) => Object.fromEntries(rows.map((row, at) => [String(at), row]))],
  [
    'names, one deeper',
    (rows: object[]) => ({ total: 2, data: Object.fromEntries(rows.map((row, at) => [`某${at}`, row])) }),
  ],
])('an object whose members are the records: keys are %s', async (_, wrap) => {
  const rows = [
    { code: '91110000600037341L', name: '甲' },
    { code: '91350100M000100Y44', name: '乙', other: 1 },
  ];
  const { report } = await checkAll([folder.write('members.json', JSON.stringify(wrap(rows)))]);
  expect([report.records, report.counts.conforming, report.counts.erroneous]).toEqual([2, 1, 1]);
  expect(report.warnings).toContainEqual(expect.objectContaining({ code: 'object-keys', count: 2 }));
});

test('members that are not alike are no records: that is asked', async () => {
  const objects = {
    company: { code: '91110000600037341L', name: '甲' },
    parent: { uscc: '91350100M000100Y43', level: 1 },
  };
  await expect(checkAll([folder.write('unlike.json', JSON.stringify(objects))])).rejects.toMatchObject({
    refusal: { kind: 'two-arrays' },
  });
});
