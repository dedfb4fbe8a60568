import { describe, expect, test } from 'vitest';
import { findHeaderRows } from '../../../src/engine/plan/header-rows.ts';

const code = '91110000600037341L';
const row = (...cells: string[]): string[] => cells;
const data = [row(code, '甲公司', '北京', '2020'), row('', '乙公司', '', ''), row('x', '', '', '')];
const header = row('统一社会信用代码', '企业名称', '地址', '日期');
const unknown = row('甲', '乙', '丙', '丁');

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

  test('far below is none', () => {
    const rows = [...Array.from({ length: 30 }, (_, index) => row(`${index}`, 'b', 'c', 'd')), header, ...data];
    expect(find(rows)[1]).toBe(1);
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
