import { describe, expect, test } from 'vitest';
import type { UsccError } from '../../../src/code/error.ts';
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
  'USCI',
  'SHXYM',
  'XYDM',
  '统一社会信用编码',
  '统一社会信用号',
  'Unified Social Credit Identifier',
  '“统一社会信用代码”',
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

function refusalOf(find: () => unknown): unknown {
  try {
    find();
  } catch (error) {
    return (error as UsccError).refusal;
  }
  return null;
}

/** Headers that name organizations: of public exports and templates. */
const otherNames = [
  ...[
    '公司名称',
    '市场主体名称',
    '经营主体名称',
    '社会组织名称',
    '组织名称',
    '商户名称',
    '个体工商户名称',
    '合作社名称',
  ],
  ...[
    '工会名称',
    '供应商名称',
    '当事人名称',
    '行政相对人姓名或名称',
    '企业（机构）名称',
    '*单位名称（全称）',
    '机构全称',
    '名称',
  ],
  ...[
    '用人单位名称',
    '被处罚单位名称',
    'EntName',
    'company_name',
    'corp_name',
    'org_name',
    'unit_name',
    'qymc',
    'dwmc',
  ],
  ...['zzmc', 'XK_XDR_MC', 'cf_xdr_mc', '企业名字', '单位名称：', '法人名称', '事业单位名称'],
];
/** Headers that do not: people, and other bodies. */
const noNames = [
  ...['姓名', '法定代表人', '法定代表人姓名', '经办人', '联系人', '业务主管单位名称', '上级单位名称', '登记机关名称'],
  ...[
    '许可机关名称',
    '处罚机关',
    '发证机关名称',
    '赋码单位名称',
    '数据来源单位名称',
    '项目名称',
    '证书名称',
    '行业名称',
  ],
  ...['填报单位名称', '曾用名称', '英文名称', '主管部门名称', '审批单位名称'],
];

describe('names', () => {
  test.each(otherNames)('under %s', (header) => {
    expect(find(['统一社会信用代码', '日期', header])).toMatchObject({ nameColumn: 2, warnings: [] });
  });
  test.each(noNames)('never under %s', (header) => {
    expect(find(['统一社会信用代码', '日期', header])).toMatchObject({ nameColumn: -1 });
    expect(find(['统一社会信用代码', header, '名称'])).toMatchObject({ nameColumn: 2 });
  });
});

describe('several columns of codes', () => {
  test.each([
    '原统一社会信用代码',
    '变更前统一社会信用代码',
    '总公司统一社会信用代码',
    '采购人统一社会信用代码',
    '主管单位统一社会信用代码',
  ])('the own one before %s, which is named', (other) => {
    const found = find([other, '统一社会信用代码', '企业名称']);
    expect(found).toMatchObject({ codeColumn: 1, warnings: [{ code: 'other-code-columns', names: [other] }] });
  });

  test('the same header twice is refused until a number says which', () => {
    const header = ['企业名称', '统一社会信用代码', '', '企业名称', '统一社会信用代码'];
    const row = ['甲', code, '', '乙', code];
    expect(refusalOf(() => find(header, row))).toMatchObject({ kind: 'same-code-header', numbers: [2, 5] });
    expect(refusalOf(() => find(header, row, { codeColumn: '统一社会信用代码' }))).toMatchObject({
      kind: 'same-code-header',
    });
    expect(find(header, row, { codeColumn: 2 })).toMatchObject({ codeColumn: 1, nameColumn: 0 });
    expect(find(header, row, { codeColumn: 5 })).toMatchObject({ codeColumn: 4, nameColumn: 3 });
  });
});

test('headers that differ in marks alone are the same', () => {
  const header = ['企业名称', '统一社会信用代码（必填）', '单位名称', '*统一社会信用代码'];
  expect(refusalOf(() => find(header, ['甲', code, '乙', code]))).toMatchObject({ kind: 'same-code-header' });
  expect(find(['统一社会信用代码（旧）', '统一社会信用代码'], [code, code])).toMatchObject({ codeColumn: 1 });
});

describe('headers and cells that do not belong together', () => {
  const header = ['统一社会信用代码', '企业名称'];
  test('codes under another header, and none under theirs', () => {
    expect(refusalOf(() => find(header, ['甲公司', code]))).toMatchObject({
      kind: 'codes-elsewhere',
      column: '统一社会信用代码',
      columns: ['企业名称'],
    });
    expect(find(header, ['甲公司', code], { codeColumn: 2 })).toMatchObject({ codeColumn: 1 });
  });

  test.each([
    ['an old number stands there', '350100100012345', '企业名称'],
    ['nothing stands there', '', '企业名称'],
    ['a word for nothing stands there', '无', '企业名称'],
    ['the others are named as codes', '待核实', '上级统一社会信用代码'],
  ])('not where %s', (_, cell, other) => {
    expect(find(['统一社会信用代码', other], [cell, code])).toMatchObject({ codeColumn: 0 });
  });

  test('records that are columns: one is a card, of several half would go unread', () => {
    const card = [
      ['统一社会信用代码', code],
      ['企业名称', '甲公司'],
    ];
    for (const rows of [card, card.map((row) => [...row, ...row.slice(1)])]) {
      expect(refusalOf(() => findColumns('a.csv', null, rows, {}))).toMatchObject({ kind: 'on-its-side' });
    }
    const center = ['全国组织机构统一社会信用代码数据服务中心', code];
    expect(findColumns('a.csv', null, [center], {})).toMatchObject({ codeColumn: 1, nameColumn: 0 });
  });
});

describe('a header that may be of codes', () => {
  test.each(['纳税人识别号', '税号', '纳税人识别号（必填）'])('%s, where no other is and no cell tells', (header) => {
    expect(find(['企业名称', header, '地址'])).toMatchObject({ codeColumn: 1 });
    expect(find(['企业名称', header, '统一社会信用代码'])).toMatchObject({ codeColumn: 2, otherCodes: [] });
    expect(find(['企业名称', header, '执照'], ['甲', 'x', code])).toMatchObject({ codeColumn: 2 });
    expect(find(['企业名称', header, '执照'], ['甲', code, code])).toMatchObject({ codeColumn: 1 });
  });
});

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
    expect(refusalOf(() => find([spelling, '其他'], [code, 'x']))).toMatchObject({ kind: 'no-code-column' });
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
    expect(refusalOf(() => find(['甲', '乙'], [code, code]))).toMatchObject({ kind: 'several-code-columns' });
  });

  test('names are those that read as names of organizations, and differ', () => {
    const rows = ['甲有限公司', '乙商店', '丙村村民委员会'].map((name) => [name, code, '某某市监督管理局']);
    expect(findColumns('a.csv', null, rows, {})).toMatchObject({
      codeColumn: 1,
      nameColumn: 0,
      unitColumn: -1,
      warnings: [{ code: 'name-by-content', file: 'a.csv', column: '1', remedies: [{ kind: 'name-column' }] }],
    });
    const people = ['张三', '李四', '王五'].map((name) => [name, code]);
    expect(findColumns('a.csv', null, people, {})).toMatchObject({ nameColumn: -1, warnings: [] });
  });
});

const unitSpellings = [
  ...['主管部门', '业务主管单位', '主管单位', '所属乡镇', '所属区县', '街道', '镇街', '赋码单位', '发证机关'],
  ...['登记机关', '登记管理机关', '赋码机关', '审批机关', '数据来源单位', '许可机关名称', 'REGORG_CN'],
];

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
    const refusal = refusalOf(() => find(['统一社会信用代码'], undefined, { unitColumn: '科室' }));
    expect(refusal).toMatchObject({ kind: 'no-such-column', remedies: [{ kind: 'unit-column' }] });
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
    expect(
      refusalOf(() => find(['甲', '企业名'], ['x', 'y'], { codeColumn: 1, nameColumn: '企业名称' })),
    ).toMatchObject({ kind: 'no-such-column', column: '企业名称', nearest: '企业名', columns: ['甲', '企业名'] });
    expect(refusalOf(() => find(['甲'], ['x'], { codeColumn: 3 }))).toMatchObject({ kind: 'no-such-column' });
  });
});
