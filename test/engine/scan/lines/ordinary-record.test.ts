import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../../../src/check/check.ts';
import { checkByReference } from '../../../../src/check/check-by-reference.ts';
import { makeGb18030Encoder } from '../../../../src/write/gb18030.ts';
import { createPlatform, inputOf } from '../../platform.ts';

const header = ['统一社会信用代码', '企业名称', '地址', '备注'];
const codes = ['91110000600037341L', '9144030071526726XG', '91110000710926094P', '91310000631696382C'];
const nothing = ['', '无', '-', '--', '/', '0', '000', 'NULL', 'n/a', '未知', '　', ' ', '""', '———', '一', '*', '.'];
const numbers = ['9.13E+17', '9E+17', '9,13E17', '12', '1234567', '12345678', '123456.78', '2026', '13800000000'];
const feet = [
  '合计',
  '总计：',
  '共4条',
  '制表人：张三',
  '备注',
  '说明：已核',
  '第1页',
  '(4 rows)',
  '4 rows in set',
  '本页小计',
];
const others = [
  '信用代码',
  '单位名称',
  '序号',
  'code',
  '甲乙有限公司',
  '汇总局',
  '合山市某店',
  '共青城',
  '|',
  ':---',
  '----',
  '“引”',
  "'",
  '\ufeff',
  '，',
];
const cell = fc.oneof(
  ...[nothing, numbers, feet, others, header, codes].map((words) => fc.constantFrom(...words)),
  fc.constantFrom(...nothing),
);
const line = fc.array(cell, { minLength: 1, maxLength: 5 });
/** Lines that are mostly records: two cells of any kind before others that hold something. */
const record = fc.tuple(cell, cell, fc.constantFrom(...others, ...nothing), fc.constantFrom(...feet, ...others));

const encodeGb18030 = makeGb18030Encoder();

describe.each([
  ['first', [0, 1, 2, 3], (text: string) => new TextEncoder().encode(text)],
  ['third', [2, 1, 0, 3], (text: string) => new TextEncoder().encode(text)],
  ['third, in GB18030', [2, 1, 0, 3], (text: string) => encodeGb18030(new TextEncoder().encode(text))],
] as const)('a file whose codes stand %s', (_, order, encode) => {
  const arrange = (cells: readonly string[]): string => order.map((at) => cells[at] ?? '').join(',');

  test('holds the records that the reference finds, which looks at every cell of every line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(line, record), { minLength: 1, maxLength: 8 }), async (lines) => {
        const before = codes.map((code, index) => arrange([code, `第${index}公司`, '某路', '']));
        const text = [arrange(header), ...before, ...lines.map(arrange), ...before.slice(0, 1)].join('\n');
        const run = (way: typeof check): Promise<unknown> =>
          way([inputOf(encode(text))], {}, createPlatform()).then(
            (report) => ({ ...report, elapsedSeconds: 0 }),
            (error: Error) => error.message,
          );
        expect(await run(check)).toEqual(await run(checkByReference));
      }),
      { numRuns: 400 },
    );
  });
});
