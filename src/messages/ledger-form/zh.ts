import type { ledgerFormEn } from './en.ts';

export const ledgerFormZh: typeof ledgerFormEn = {
  sheet: '纠错回传表',
  title: ({ unit, period }) => `${period ?? ''}重错码纠错回传表：${unit}`,
  intro: ({ count, due, contact }) =>
    [
      `共 ${count} 条。`,
      due === null ? '' : `请于 ${due} 前回传。`,
      contact === null ? '' : `联系人：${contact}。`,
      '只填黄色单元格，请勿改动“编号”列和表格结构。',
    ].join(''),
  flags:
    '数据操作标识位：0 新赋码（在“更正后代码”填新代码），1 删除，2 保持原码不变。一码多赋的各主体至多一家保留原码；涉及本区域外机构的，请在备注写明。',
  licences: {
    title: ({ unit, period }) => `${period ?? ''}双公示数据纠错回传表：${unit}`,
    flags: '数据操作标识位：0 已更正（在“更正后代码或内容”填新内容），1 已撤下，2 原内容不变。',
    flagRule: { title: '数据操作标识位', prompt: '0 已更正，1 已撤下，2 原内容不变', error: '请填 0、1 或 2。' },
    columns: {
      name: '相对人或机关名称',
      code: '代码或内容',
      suggestion: '建议内容',
      newCode: '更正后代码或内容',
    },
  },
  columns: {
    number: '编号',
    name: '机构名称',
    code: '统一社会信用代码',
    kind: '问题描述',
    counterpart: '相关主体',
    suggestion: '建议代码',
    unit: '登记机关',
    flag: '数据操作标识位',
    newCode: '更正后代码',
    note: '备注',
  },
  counterpart: ({ name, unit, code }) => `${code === null ? '' : `${code} `}${name || '（无名称）'}（${unit}）`,
  flagRule: { title: '数据操作标识位', prompt: '0 新赋码，1 删除，2 保持原码不变', error: '请填 0、1 或 2。' },
  codeRule: { title: '更正后代码', prompt: '标识位为 0 时填新代码，18 位', error: '这个代码不合规，请核对。' },
  reportSheet: '退回清单',
  reportTitle: (file) => `退回的答复：${file}`,
  reportColumns: { file: '文件', sheet: '工作表', row: '行', number: '编号', reason: '退回原因' },
  cut: '……（有删节）',
};
