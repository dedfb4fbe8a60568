import { formatCount } from '../numbers.ts';
import type { en } from './en.ts';

export const zh: typeof en = {
  columns: {
    number: '序号',
    place: '位置',
    name: '机构名称',
    code: '统一社会信用代码',
    description: '问题描述',
    suggestion: '建议更正代码',
    action: '数据操作标识位',
    corrected: '更正后代码',
    remark: '备注',
  },
  sheet: '回传表',
  unitFile: '-重错码回传表.xlsx',
  indexFile: '目录.xlsx',
  noteFile: '送达说明',
  title: (period) => `${period === '' ? '' : `${period} `}统一社会信用代码重错码处理回传表`,
  facts: {
    unit: '责任单位',
    organization: '发出单位',
    period: '所属期',
    due: '回传期限',
    contact: '联系人',
    problems: '本表行数',
  },
  indexColumns: {
    number: '序号',
    unit: '责任单位',
    rows: '行数',
    contact: '联系人',
    phone: '电话',
    file: '文件',
    sent: '送达日期',
    returned: '返回日期',
  },
  sum: '合计',
  note: {
    heading: (period) => `关于核实更正${period === '' ? '' : ` ${period} `}统一社会信用代码重错码的说明`,
    body: ({ unitCount, due, contact }) => [
      `现将需要核实更正的统一社会信用代码分送各责任单位，共 ${formatCount(unitCount)} 个单位，每个单位一个工作簿。`,
      '请逐条核实，填写黄色三列：数据操作标识位只填一个数字，0 新赋码、1 删除、2 保持原码不变；填 0 的请填写 18 位新代码。表的列数和列序请勿改动。',
      '一码多赋的，表中注明了对方的名称、单位和所在行，请与对方核实后各自填写，最多一方保持原码。',
      ...(due === '' ? [] : [`请于 ${due} 前盖章并返回电子表格。`]),
      ...(contact === '' ? [] : [`联系人：${contact}。`]),
    ],
    list: '各单位的表',
    closing: (organization) => organization,
  },
};
