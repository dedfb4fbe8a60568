import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { checkByReference } from '../../../src/check/check-by-reference.ts';
import type { Report } from '../../../src/check/report.ts';
import { createPlatform, inputOf } from '../platform.ts';

const codes = ['91110000600037341L', '9144030071526726XG', '91110000710926094P', '91310000631696382C'];
const header = '序号,企业名称,统一社会信用代码,地址';
const rows = codes.map((code, index) => `${index + 1},${'甲乙丙丁'.charAt(index)}公司,${code},某路${index}号`);
const [upper, lower] = [rows.slice(0, 2).join('\n'), rows.slice(2).join('\n')];

async function read(text: string): Promise<Report> {
  const report = await check([inputOf(text)], {}, createPlatform());
  const other = await checkByReference([inputOf(text)], {}, createPlatform());
  expect({ ...other, elapsedSeconds: 0 }).toEqual({ ...report, elapsedSeconds: 0 });
  return report;
}

async function count(text: string): Promise<[number, number, number]> {
  const { records, skippedLines, counts } = await read(text);
  return [records, counts.conforming, skippedLines];
}

test.each([
  '汇总,4,,',
  '记录数：4,,,',
  '数据条数：4,,,',
  '审批意见：,,,',
  '会计主管：,,记账：,审核：',
  '制表：张三,,录入员：,审核：',
  ',,,2026年11月2日',
  ',,,（公章）',
  '-1-,,,',
  '第1页/共3页,,,',
  '一、市直单位,,,',
  '（二）历下区,,,',
  '第三部分 社会组织,,,',
  '历下区,,,',
  ',,4 rows in set (0.00 sec),',
  ',,1234567 rows affected,',
  ',,联系人：张三  联系电话：13800000000,',
  ',导出时间,2026-11-02 10:11:12,',
  '一、本表一式两份。,,,',
])('the line %s is no record, at the foot or in the middle', async (line) => {
  expect(await count(`${header}\n${rows.join('\n')}\n${line}\n`)).toEqual([4, 4, 1]);
  expect(await count(`${header}\n${upper}\n${line}\n${lower}\n`)).toEqual([4, 4, 1]);
});

test.each([
  '5,一、某公司,,',
  ',一、某某酒店,,',
  '5,历下区,,',
  '5,某店,无统一社会信用代码,',
  '5,,,2026年11月2日',
  ',,12位 rows 91370000,',
  ',会计主管培训中心,,',
  '备注：已迁出,,企外鄂字第228058号,',
])('a record stays one: %s', async (line) => {
  const [records, , skipped] = await count(`${header}\n${rows.join('\n')}\n${line}\n`);
  expect([records, skipped]).toEqual([5, 0]);
});

describe('a header again', () => {
  test.each([
    '序号,*企业名称,*统一社会信用代码,地址',
    '序号,单位名称,社会信用代码,住所',
    "'序号','企业名称','统一社会信用代码','地址'",
  ])('in other words: %s', async (line) => {
    expect(await count(`${header}\n${upper}\n${line}\n${lower}\n`)).toEqual([4, 4, 1]);
  });

  test('in other words and another order is refused', async () => {
    const text = `${header}\n${upper}\n序号,社会信用代码,单位名称,住所\n3,${codes[2]},丙公司,\n`;
    await expect(read(text)).rejects.toMatchObject({ refusal: { kind: 'reordered-header', line: 4 } });
  });
});

test.each([
  ['10,200,18,500', 1],
  [',,,详细地址', 1],
  ['C,C,C,C', 1],
])('the line %s under the header is no record', async (line, skipped) => {
  expect(await count(`${header}\n${line}\n${rows.join('\n')}\n`)).toEqual([4, 4, skipped]);
});

describe('a title that speaks of codes is no header', () => {
  test.each(['社会组织统一社会信用代码', '2.统一社会信用代码必须为18位', '统一社会信用代码'])('%s', async (title) => {
    expect(await count(`${title},,,\n${rows.join('\n')}\n`)).toEqual([4, 4, 0]);
    expect(await count(`${title}\n${header}\n${rows.join('\n')}\n`)).toEqual([4, 4, 0]);
  });

  test('where codes are all that there is, it is', async () => {
    expect(await count(`统一社会信用代码\n${codes.join('\n')}\n`)).toEqual([4, 4, 0]);
  });

  test('labels beside one another are a title', async () => {
    expect(await count(`账套：某局,期间：2026-10,单位：家,\n${rows.join('\n')}\n`)).toEqual([4, 4, 0]);
  });
});

test('a header that could be a code itself is known where it is repeated', async () => {
  const own = header.replace('统一社会信用代码', '统一社会信用代码GB32100-2015');
  expect(await count(`${own}\n${upper}\n${own}\n${lower}\n`)).toEqual([4, 4, 1]);
});
