import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { checkByReference } from '../../../src/check/check-by-reference.ts';
import type { Report } from '../../../src/check/report.ts';
import { createPlatform, inputOf } from '../platform.ts';

const codes = ['91110000600037341L', '9144030071526726XG', '91110000710926094P', '91310000631696382C'];
const header = '企业名称,统一社会信用代码';
const rows = codes.map((code, index) => `${'甲乙丙丁'.charAt(index)}公司,${code}`);

async function read(text: string | Uint8Array): Promise<Report> {
  const report = await check([inputOf(text)], {}, createPlatform());
  const other = await checkByReference([inputOf(text)], {}, createPlatform());
  expect({ ...other, elapsedSeconds: 0 }).toEqual({ ...report, elapsedSeconds: 0 });
  return report;
}

/** Records and skipped lines. */
async function count(text: string): Promise<[number, number]> {
  const { records, skippedLines } = await read(text);
  return [records, skippedLines];
}

const feet = `合计 总计 小计 共计 累计 合　计 合计： 合计:12 总计：12户 共12条 总户数：12 记录总数：12 本页小计 合计（家） 总计12家企业 Total SUM:12
填表人：张三 填表人：张三审核人：李四 制表： 审核： 复核人 单位负责人： 单位（盖章）： 单位(公章) 填报单位：某某局 填报日期：2023-07-01 联系电话：0538-1234567
审核人签字： 主管领导签字： 负责人签字：张三 科长：张三 统计负责人：张三 导出时间：2023-11-28 报表日期：2023年 数据截止2023年6月30日 资料来源：市局
备注 备注：以上数据均来自登记系统 注：本表一式两份。 注1：含分支机构 特别说明：以上数据仅供参考 附注：无 以下空白 （以下无正文） 第1页共1页 1/3 *为必填项
年月日 2023年7月1日 1.本表由各单位填写。 （3）盖章有效。 onlyshowingtop20rows 12rowsinset`;

describe('lines at the foot are no records', () => {
  test.each(feet.split(/[ \n]/))('%s', async (foot) => {
    expect(await count(`${header}\n${rows.join('\n')}\n${foot},\n`)).toEqual([4, 1]);
    // In the middle, and with a column before.
    const numbered = rows.map((row, index) => `${index + 1},${row}`);
    const middle = [...numbered.slice(0, 2), `${foot},,`, ...numbered.slice(2)];
    expect(await count(`序号,${header}\n${middle.join('\n')}\n`)).toEqual([4, 1]);
  });

  test.each([
    ['填表人：张三,审核：李四', 1],
    ['说明：,\n1、本表由各单位填写；,\n2、每月5日前报送。,\n（3）盖章有效。,', 4],
    ['"注：1.本表由各单位填写。\n2.数据截止2023年6月30日。",', 1],
    ['合计,4', 1],
    ['合计,共4家', 1],
    [',合计', 1],
  ])('%j', async (foot, lines) => {
    expect(await count(`${header}\n${rows.join('\n')}\n${foot}\n`)).toEqual([4, lines]);
  });
});

test.each([
  '合计科技公司,',
  '总计量器厂,',
  '备注文化公司,',
  '说明书印刷厂,',
  '审核咨询公司,无',
  '填表人科技有限公司,',
  '某某表单公司,',
  '岱岳区报表印刷厂,',
  '合计（北京）科技有限公司,',
  '科长食品店,',
  '注塑厂,',
  // Their code cell could be a code.
  '合计,440301103097413',
  '填表人：张三,911100006000',
  '小计,60003734-1',
])('a record is never skipped: %s', async (line) => {
  expect(await count(`${header}\n${rows.join('\n')}\n${line}\n`)).toEqual([5, 0]);
});

test('a line of spaces is a record without a code, as it was; one of end marks is none', async () => {
  expect(await count(`${header}\n${rows.join('\n')}\n , \n,\u3000\n`)).toEqual([6, 0]);
  expect(await count(`${header}\n${rows.join('\n')}\n\u001a\n`)).toEqual([4, 1]);
  expect(await count(`${header}\n${rows.join('\n')}\n\f\n`)).toEqual([4, 1]);
  expect(await count(`${header}\n${rows.join('\n')}\n\0\0,\0\n`)).toEqual([4, 1]);
});

describe('titles of sheets in the middle', () => {
  test.each(['岱岳区企业名单', '新泰市重错码汇总表（2023年）', '某某合作社花名册'])('%s', async (title) => {
    // Where no name and no code stands.
    const numbered = rows.map((row, index) => `${index + 1},${row}`).join('\n');
    expect(await count(`序号,${header}\n${numbered}\n${title},,\n`)).toEqual([4, 1]);
    // A name without a code is a record, whatever it ends in; so is a cell of the only column.
    expect(await count(`序号,${header}\n${numbered}\n,${title},\n`)).toEqual([5, 0]);
    expect(await count(`${header}\n${rows.join('\n')}\n${title},\n`)).toEqual([5, 0]);
    const codes = rows.map((row) => row.split(',')[1]).join('\n');
    expect(await count(`统一社会信用代码\n${codes}\n${title}\n`)).toEqual([5, 0]);
  });
});

describe('lines under the header are no records', () => {
  test.each([
    ['ENTNAME,UNISCID', 1],
    ['qymc,tyshxydm', 1],
    ['companyName,creditCode', 1],
    ['必填,必填', 1],
    ['选填,必填项（18位）', 1],
    ['必填,', 1],
    ['是,是', 1],
    ['1,2', 1],
    ['第1列,第2列', 1],
    ['甲,乙', 1],
    ['一,二', 1],
    ['①,②', 1],
    ['VARCHAR(200),VARCHAR(18)', 1],
    ['字符型,字符型\n必填,必填\n1,2', 3],
    ['例：某某公司,例：91XXXXXXXXXXXXXXXX', 1],
    ['请填写全称,请填写18位代码', 1],
  ])('%j', async (lines, count_) => {
    expect(await count(`${header}\n${lines}\n${rows.join('\n')}\n`)).toEqual([4, count_]);
    const [first = '', ...others] = lines.split('\n').map((line) => line.split(',').reverse().join());
    const turned = rows.map((row) => row.split(',').reverse().join());
    expect(await count(`统一社会信用代码,企业名称\n${[first, ...others, ...turned].join('\n')}\n`)).toEqual([
      4,
      count_,
    ]);
  });

  test('numbers of columns may be called such', async () => {
    expect(await count(`${header}\n栏次,1\n${rows.join('\n')}\n`)).toEqual([4, 1]);
  });

  test('field names may stand above', async () => {
    expect(await count(`ENTNAME,UNISCID\n${header}\n${rows.join('\n')}\n`)).toEqual([4, 1]);
  });
});

describe('repeated headers', () => {
  const [half, rest] = [rows.slice(0, 2).join('\n'), rows.slice(2).join('\n')];

  test.each([
    [header, 1],
    [' 企业名称 , 统一社会信用代码：', 1],
    ['"企业名称","统一社会信用代码"', 1],
    [`第1页,\n${header}`, 2],
    [`合计,2\n\n${header}\n必填,必填`, 3],
  ])('%j', async (between, lines) => {
    expect(await count(`${header}\n必填,必填\n${half}\n${between}\n${rest}\n`)).toEqual([4, lines + 1]);
  });

  test('in another order of columns are refused', async () => {
    const turned = rest.split('\n').map((row) => row.split(',').reverse().join());
    const text = `${header}\n${half}\n统一社会信用代码,企业名称\n${turned.join('\n')}\n`;
    await expect(read(text)).rejects.toMatchObject({ refusal: { kind: 'reordered-header', line: 4 } });
  });
});

test.each([
  [
    'psql',
    ' 企业名称 | 统一社会信用代码 ',
    '----------+-----------',
    (row: string) => ` ${row.replace(',', ' | ')} `,
    '(4 行记录)',
  ],
  [
    'mysql',
    '| 企业名称 | 统一社会信用代码 |',
    '+------+------+',
    (row: string) => `| ${row.replace(',', ' | ')} |`,
    '4 rows in set (0.00 sec)',
  ],
  ['Markdown', '| 企业名称 | 统一社会信用代码 |', '|:---|---:|', (row: string) => `| ${row.replace(',', ' | ')} |`, ''],
  [
    'Markdown in short',
    '| 企业名称 | 统一社会信用代码 |',
    '|:-:|-:|',
    (row: string) => `| ${row.replace(',', ' | ')} |`,
    '',
  ],
  ['sqlplus', header, '--------,------------------', (row: string) => row, '已选择4行。'],
  [
    'hive',
    '企业名称\t统一社会信用代码',
    '',
    (row: string) => row.replace(',', '\t'),
    'Time taken: 1.2 seconds, Fetched: 4 row(s)',
  ],
  [
    'spark',
    '|企业名称|统一社会信用代码|',
    '+----+----+',
    (row: string) => `|${row.replace(',', '|')}|`,
    'only showing top 20 rows',
  ],
])('what %s draws is no record', async (_, head, rule, draw, foot) => {
  const text = [head, rule, ...rows.map(draw), rule.startsWith('+') ? rule : '', foot].join('\n');
  const { records, counts } = await read(text);
  expect([records, counts.conforming]).toEqual([4, 4]);
});
