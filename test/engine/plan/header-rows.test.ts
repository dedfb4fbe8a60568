import { describe, expect, test } from 'vitest';
import { findHeaderRows } from '../../../src/engine/plan/lines/header-rows.ts';

const code = '91110000600037341L';
const row = (...cells: string[]): string[] => cells;
const data = [row(code, '甲公司', '北京', '2020'), row('', '乙公司', '', ''), row('x', '', '', '')];
const header = row('统一社会信用代码', '企业名称', '地址', '日期');
const unknown = row('甲', '乙', '丙', '丁');

const numbered = row('序号', '企业名称', '统一社会信用代码', '地址');
const numberedData = [row('1', '甲公司', code, 'x')];

function find(rows: string[][], options = {}) {
  const { cells, dataIndex } = findHeaderRows(rows, options);
  return [cells, dataIndex];
}

describe('a header', () => {
  test.each([
    ['with a known spelling', [header, ...data], header, 1],
    ['without one', [unknown, ...data], unknown, 1],
    ['not there', data, null, 0],
    ['below a title', [row('某市登记表', '', '', ''), header, ...data], header, 1 + 1],
    ['below a title that speaks of codes', [row('统一社会信用代码赋码情况表', '', '', ''), header, ...data], header, 2],
    [
      'below a title with long numbers',
      [row('日期：20230701', '', '电话：13800000000', ''), unknown, ...data],
      unknown,
      2,
    ],
    ['below the code of who reports', [row('统一社会信用代码：', code, '2026-11', ''), header, ...data], header, 2],
    [
      'below a code in the same column',
      [row('', '填报单位统一社会信用代码', code, ''), numbered, ...numberedData],
      numbered,
      2,
    ],
    ['below a title of one cell only', [row('某市登记表'), unknown, ...data], unknown, 2],
    [
      'below three titles',
      [row('一', '', '', ''), row('二', '', '', ''), row('三', '', '', ''), unknown, ...data],
      unknown,
      4,
    ],
  ])('%s', (_, rows, cells, dataIndex) => {
    expect(find(rows)).toEqual([cells, dataIndex]);
  });

  test('whose first record has nothing but a code', () => {
    expect(find([row(code, '', '', ''), ...data])).toEqual([null, 0]);
    expect(find([header, row(code, '', '', ''), ...data])).toEqual([header, 1]);
  });

  test('named by the caller is found below titles', () => {
    expect(find([row('a', 'b', 'c', 'd'), row('甲', '乙', '', ''), ...data], { codeColumn: '甲' })).toEqual([
      row('甲', '乙', '', ''),
      2,
    ]);
  });

  test('that the caller says is not there', () => {
    expect(find([row('某市登记表', '', '', ''), header, ...data], { header: false })).toEqual([null, 0]);
  });

  test('records before the first that conforms stay records', () => {
    expect(find([header, row('x', '', '', ''), row('y', '', '', ''), ...data])).toEqual([header, 1]);
    expect(find([unknown, row('x', '', '', ''), row('y', '', '', ''), ...data])).toEqual([unknown, 1]);
  });

  test('of codes is found down to line 100, and no further', () => {
    const lines = (count: number): string[][] =>
      Array.from({ length: count }, (_, index) => row(`说明${index}`, '', '', ''));
    expect(find([...lines(99), header, ...data])).toEqual([header, 100]);
    expect(find([...lines(100), header, ...data])[0]).not.toEqual(header);
  });
});

describe('a header of two lines', () => {
  test('groups above', () => {
    const rows = [
      row('基本信息', '', '登记信息', ''),
      row('企业名称', '地址', '统一社会信用代码', '日期'),
      row('甲', '乙', code, '丙'),
    ];
    expect(find(rows)).toEqual([rows[1], 2]);
  });

  test('columns that reach over both lines', () => {
    const rows = [
      row('统一社会信用代码', '主体', '', '日期'),
      row('', '企业名称', '地址', ''),
      row(code, '甲', '乙', '丙'),
    ];
    expect(find(rows)).toEqual([row('统一社会信用代码', '企业名称', '地址', '日期'), 2]);
    const other = [
      row('企业名称', '登记信息', '', '备注'),
      row('', '统一社会信用代码', '日期', ''),
      row('甲', code, '乙', '丙'),
    ];
    expect(find(other)).toEqual([row('企业名称', '统一社会信用代码', '日期', '备注'), 2]);
  });

  test('is not seen in a record without a code', () => {
    const rows = [
      row('统一社会信用代码', '企业名称', '', ''),
      row('', '甲公司', '北京', '2020'),
      row(code, '乙公司', '', ''),
    ];
    expect(find(rows)).toEqual([rows[0], 1]);
  });
});

describe('lines under a header', () => {
  const names = row('uscc', 'ent_name', 'addr', 'est_date');
  test.each([
    ['必填', row('必填，18位', '必填', '选填', ''), 'required'],
    ['column numbers', row('1', '2', '3', '4'), 'column-numbers'],
    ['甲 乙 丙', row('甲', '乙', '丙', '丁'), 'column-numbers'],
    ['甲 1 2', row('甲', '1', '2', '3'), 'column-numbers'],
    ['field names', names, 'header-line'],
    ['types', row('varchar(18)', 'varchar(200)', '文本', '日期'), 'header-line'],
    ['what to fill in', row('18位统一社会信用代码', '与营业执照一致', '', ''), 'header-line'],
    ['itself', header, 'repeated-header'],
  ])('%s', (_, line, why) => {
    const { cells, dataIndex, under } = findHeaderRows([header, line, ...data], {});
    expect([cells, dataIndex, under]).toEqual([header, 2, [{ index: 1, why }]]);
  });

  test('Chinese names under those of fields', () => {
    expect(findHeaderRows([names, header, ...data], {}).dataIndex).toBe(2);
  });

  test.each([
    ['a code that could be one', row('9111000060003734', '必填', '选填', '选填')],
    ['an example', row(code, '（示例）某某有限公司', '选填', '')],
    ['no code, a name of letters', row('', 'abc', 'def', '')],
    ['a word for nothing', row('无', '甲公司', '', '')],
  ])('never %s', (_, line) => {
    expect(findHeaderRows([header, line, ...data], {}).dataIndex).toBe(1);
  });
});
