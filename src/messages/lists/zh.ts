import type { en } from './en.ts';

export const zh: typeof en = {
  sheets: { findings: '问题清单', duplicates: '重码清单', suspects: '疑似重码' },
  columns: {
    number: '序号',
    group: '组号',
    kind: '类型',
    file: '文件',
    sheet: '工作表',
    line: '行',
    row: '记录',
    partition: '归类',
    issue: '问题',
    code: '统一社会信用代码',
    normalized: '规范化后',
    explanation: '说明',
    suggestion: '建议更正代码',
    authority: '登记管理部门',
    region: '行政区划',
    name: '机构名称',
    unit: '责任单位',
    confidence: '把握',
  },
  kinds: { conflicting: '一码多赋', repeated: '重复记录' },
  unknownKind: '重码',
};
