import { describe, expect, test } from 'vitest';
import { findColumns } from '../../../src/engine/plan/columns.ts';

const code = '91350100M000100Y43';

/** Header spellings seen in real exports. */
const codeSpellings = [
  '统一社会信用代码',
  '统一信用代码',
  '统一代码',
  '机构信用代码',
  '社会信用代码（纳税人识别号）',
  '统一社会信用代码/纳税人识别号',
  '行政相对人统一社会信用代码',
  '行政相对人代码_1 (统一社会信用代码)',
  '行政相对人代码-1（统一社会信用代码）：',
  '工商执照注册号/统一社会信用代码',
  'tyshxydm',
  'uniscid',
  'uni_social_crd_cd',
  'uni_ social_crd_ cd',
  'credit_code',
  'creditcode',
  'unifiedSocialCreditCode',
  'unityCreditCode',
  'xk_xdr_shxym',
  'cf_xdr_shxym',
  'codeUSC',
  'code',
];
const nameSpellings = [
  '企业名称',
  '单位名称',
  '机构名称',
  '行政相对人名称',
  '纳税人名称',
  '主体名称',
  'comp_nm',
  'com_nm',
  'jgmc',
  'name',
];
const issuingBodies = ['许可机关统一社会信用代码', '处罚机关统一社会信用代码', '数据来源单位统一社会信用代码'];

function find(header: string[], row: string[] = header.map(() => 'x'), options = {}) {
  return findColumns('a.csv', header, [row], { lang: 'en', ...options });
}

describe('by header', () => {
  test.each(codeSpellings)('codes under %s', (spelling) => {
    expect(find(['id', spelling, '其他'])).toMatchObject({ codeColumn: 1 });
    expect(find(['id', ` ${spelling.toUpperCase()} ：`, '其他'])).toMatchObject({ codeColumn: 1 });
  });

  test.each(nameSpellings)('names under %s', (spelling) => {
    expect(find(['统一社会信用代码', '日期', spelling])).toMatchObject({ codeColumn: 0, nameColumn: 2 });
  });

  test.each(issuingBodies)('never %s', (spelling) => {
    expect(find([spelling, '行政相对人代码_1 (统一社会信用代码)'])).toMatchObject({ codeColumn: 1 });
    expect(() => find([spelling, '其他'], [code, 'x'])).toThrowError(/--code-column/);
  });

  test('the likelier spelling wins', () => {
    expect(find(['code', '统一社会信用代码'])).toMatchObject({ codeColumn: 1 });
  });
});

describe('by content', () => {
  test('the column whose cells conform', () => {
    expect(find(['甲', '乙', '丙'], ['1', code, 'x'])).toMatchObject({ codeColumn: 1, nameColumn: -1 });
  });

  test('several such columns are for the caller to choose from', () => {
    expect(() => find(['甲', '乙'], [code, code])).toThrowError(/several columns/);
  });

  test('without a header there are no names to go by', () => {
    expect(findColumns('a.csv', null, [[code, '甲公司']], {})).toEqual({
      codeColumn: 0,
      nameColumn: -1,
      unitColumn: -1,
    });
  });
});

const unitSpellings = ['登记机关', '登记管理机关', '赋码机关', '审批机关', '数据来源单位', '许可机关名称', 'REGORG_CN'];

describe('units', () => {
  test.each(unitSpellings)('under %s, when asked for', (spelling) => {
    const header = ['统一社会信用代码', '企业名称', ` ${spelling}`];
    expect(find(header, undefined, { unitColumn: 'auto' })).toMatchObject({ unitColumn: 2 });
    expect(find(header)).toMatchObject({ unitColumn: -1 });
  });

  test.each([...issuingBodies, '许可机关代码', '登记管理机关行政区划'])('never %s', (spelling) => {
    expect(find(['统一社会信用代码', spelling], undefined, { unitColumn: 'auto' })).toMatchObject({ unitColumn: -1 });
  });

  test('as the caller says', () => {
    expect(find(['统一社会信用代码', '科室'], undefined, { unitColumn: '科室' })).toMatchObject({ unitColumn: 1 });
    expect(find(['统一社会信用代码', '科室'], undefined, { unitColumn: 2 })).toMatchObject({ unitColumn: 1 });
    expect(() => find(['统一社会信用代码'], undefined, { unitColumn: '科室' })).toThrowError(/--unit-column/);
  });
});

describe('as the caller says', () => {
  test('by name and by number from 1', () => {
    expect(find(['甲', '乙'], ['x', 'y'], { codeColumn: '乙' })).toMatchObject({ codeColumn: 1 });
    expect(find(['甲', '乙'], ['x', 'y'], { codeColumn: 2, nameColumn: 1 })).toMatchObject({
      codeColumn: 1,
      nameColumn: 0,
    });
  });

  test('a column that is not there is an error that lists the columns', () => {
    expect(() => find(['甲', '企业名'], ['x', 'y'], { codeColumn: 1, nameColumn: '企业名称' })).toThrowError(
      /企业名称 \(--name-column\); did you mean 企业名\? Columns: 1 甲, 2 企业名/,
    );
    expect(() => find(['甲'], ['x'], { codeColumn: 3 })).toThrowError(/--code-column/);
  });
});
