import type { LicenceRecord } from './licence-damage.ts';

/** What a made-up table is of. */
export type MadeKind = 'licences' | 'penalties';
export const licenceLayouts = ['2018', '2021'] as const;
/** Most that can be wrong: of the records of each person concerned the last. */
export const mostLicenceErrors = 0.25;
export type LicenceTableLayout = (typeof licenceLayouts)[number];

/** One column: its header, its field name, and its cell of a record. */
export interface MadeColumn {
  header: string;
  field: string;
  value(record: LicenceRecord): string;
}

type Content = keyof LicenceRecord | { text: string };
type Row = readonly [field: string, header: string, content: Content];

const concerned: readonly Row[] = [
  ['XDR_MC', '行政相对人名称', 'name'],
  ['XDR_LB', '行政相对人类别', 'category'],
  ['XDR_SHXYM', '行政相对人代码_1(统一社会信用代码)', 'code'],
  ['XDR_GSZC', '行政相对人代码_2(工商注册号)', 'registration'],
  ['XDR_ZZJG', '行政相对人代码_3(组织机构代码)', 'organization'],
  ['XDR_SWDJ', '行政相对人代码_4(税务登记号)', 'tax'],
  ['XDR_SYDW', '行政相对人代码_5(事业单位证书号)', 'institution'],
  ['XDR_SHZZ', '行政相对人代码_6(社会组织登记证号)', 'association'],
  ['FRDB', '法定代表人', { text: '张某' }],
];
const representatives: Record<LicenceTableLayout, readonly Row[]> = {
  '2018': [['FR_SFZH', '法定代表人身份证号', { text: '' }]],
  '2021': [
    ['FR_ZJLX', '法定代表人证件类型', { text: '' }],
    ['FR_ZJHM', '法定代表人证件号码', { text: '' }],
  ],
};
const documents: readonly Row[] = [
  ['XDR_ZJLX', '自然人证件类型', { text: '' }],
  ['XDR_ZJHM', '自然人证件号码', { text: '' }],
];
const decisions: Record<MadeKind, readonly Row[]> = {
  licences: [
    ['XKWS', '行政许可决定文书名称', { text: '准予行政许可决定书' }],
    ['WSH', '行政许可决定文书号', 'decision'],
    ['XKLB', '许可类别', { text: '普通' }],
    ['XKZS', '许可证书名称', { text: '许可证' }],
    ['XKBH', '许可编号', { text: '' }],
    ['NR', '许可内容', { text: '准予从事所申请的经营活动' }],
    ['JDRQ', '许可决定日期', { text: '2023/07/01' }],
    ['YXQZ', '有效期自', { text: '2023/07/01' }],
    ['YXQZI', '有效期至', { text: '2099/12/31' }],
    ['XKJG', '许可机关', 'body'],
    ['XKJGDM', '许可机关统一社会信用代码', 'body-code'],
    ['ZT', '当前状态', { text: '1' }],
    ['LYDW', '数据来源单位', 'source'],
    ['LYDWDM', '数据来源单位统一社会信用代码', 'source-code'],
  ],
  penalties: [
    ['WSH', '行政处罚决定书文号', 'decision'],
    ['WFXW', '违法行为类型', { text: '违反登记管理规定' }],
    ['SY', '违法事实', { text: '未按期办理变更登记' }],
    ['YJ', '处罚依据', { text: '登记管理条例' }],
    ['CFLB', '处罚类别', { text: '罚款' }],
    ['NR', '处罚内容', { text: '罚款人民币贰仟元整' }],
    ['NR_FK', '罚款金额（万元）', { text: '0.2' }],
    ['NR_WFFF', '没收违法所得、没收非法财物的金额（万元）', { text: '' }],
    ['NR_ZKDX', '暂扣或吊销证照名称及编号', { text: '' }],
    ['JDRQ', '处罚决定日期', { text: '2023/07/01' }],
    ['YXQ', '处罚有效期', { text: '2099/12/31' }],
    ['GSJZQ', '公示截止期', { text: '2024/07/01' }],
    ['CFJG', '处罚机关', 'body'],
    ['CFJGDM', '处罚机关统一社会信用代码', 'body-code'],
    ['SJLY', '数据来源单位', 'source'],
    ['SJLYDM', '数据来源单位统一社会信用代码', 'source-code'],
  ],
};

/** The columns of a layout, in their order. */
export function licenceColumns(kind: MadeKind, layout: LicenceTableLayout): MadeColumn[] {
  const prefix = kind === 'licences' ? 'XK_' : 'CF_';
  const rows = [...concerned, ...representatives[layout], ...documents, ...decisions[kind]];
  const columns = rows.map(([field, header, content]): MadeColumn => {
    const value = (record: LicenceRecord): string => (typeof content === 'string' ? record[content] : content.text);
    return { field: prefix + field, header, value };
  });
  return [...columns, { field: 'BZ', header: '备注', value: () => '' }];
}
