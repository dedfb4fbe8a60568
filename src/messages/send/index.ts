import { formatCount } from '../numbers.ts';

/** Columns of the sheet of a unit: what a person needs, and what a person fills in. */
export type SendColumn =
  | 'number'
  | 'place'
  | 'name'
  | 'code'
  | 'description'
  | 'suggestion'
  | 'action'
  | 'corrected'
  | 'remark';

/** What the covering note says; texts already in words. */
export interface NoteFacts {
  unitCount: number;
  organization: string;
  period: string;
  due: string;
  contact: string;
}

/** The text of what is sent out to units. */
export interface SendMessages {
  columns: Record<SendColumn, string>;
  sheet: string;
  /** Ends of file names; the rest is the unit's name. */
  unitFile: string;
  indexFile: string;
  noteFile: string;
  title(period: string): string;
  facts: Record<'unit' | 'organization' | 'period' | 'due' | 'contact' | 'problems', string>;
  indexColumns: Record<'number' | 'unit' | 'rows' | 'contact' | 'phone' | 'file' | 'sent' | 'returned', string>;
  sum: string;
  note: {
    heading(period: string): string;
    body(facts: NoteFacts): string[];
    list: string;
    closing(organization: string): string;
  };
}

const zh: SendMessages = {
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

const en: SendMessages = {
  columns: {
    number: 'No.',
    place: 'Place',
    name: 'Name',
    code: 'Unified social credit code',
    description: 'What is wrong',
    suggestion: 'Suggested code',
    action: 'Action (0, 1, 2)',
    corrected: 'Corrected code',
    remark: 'Remarks',
  },
  sheet: 'Return sheet',
  unitFile: ' - codes to correct.xlsx',
  indexFile: 'index.xlsx',
  noteFile: 'covering-note',
  title: (period) => `Problem codes to correct${period === '' ? '' : `, ${period}`}`,
  facts: {
    unit: 'Unit',
    organization: 'Sent by',
    period: 'Period',
    due: 'Return by',
    contact: 'Contact',
    problems: 'Rows',
  },
  indexColumns: {
    number: 'No.',
    unit: 'Unit responsible',
    rows: 'Rows',
    contact: 'Contact',
    phone: 'Phone',
    file: 'File',
    sent: 'Sent on',
    returned: 'Returned on',
  },
  sum: 'Total',
  note: {
    heading: (period) => `Codes to verify and correct${period === '' ? '' : `, ${period}`}`,
    body: ({ unitCount, due, contact }) => [
      `The unified social credit codes that need to be verified go to ${formatCount(unitCount)} units, one workbook each.`,
      'Please look at each row and fill in the three yellow columns. Action is one digit: 0 new code issued, 1 delete, 2 keep the code as it is. With 0, enter the new code of 18 characters. Please leave the columns and their order as they are.',
      'Where one code stands with several names, the sheet names the others, their unit and their row: please settle with them whose it is; at most one keeps it.',
      ...(due === '' ? [] : [`Please stamp and return the sheet by ${due}.`]),
      ...(contact === '' ? [] : [`Contact: ${contact}.`]),
    ],
    list: 'Sheets of the units',
    closing: (organization) => organization,
  },
};

export function sendMessagesFor(lang: 'zh' | 'en'): SendMessages {
  return lang === 'zh' ? zh : en;
}
