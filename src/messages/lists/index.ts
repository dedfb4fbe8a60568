/** Columns of the lists in `lists.xlsx`. */
export type ListColumnName =
  | 'number'
  | 'group'
  | 'kind'
  | 'file'
  | 'sheet'
  | 'line'
  | 'row'
  | 'partition'
  | 'issue'
  | 'code'
  | 'normalized'
  | 'explanation'
  | 'suggestion'
  | 'authority'
  | 'region'
  | 'name'
  | 'unit'
  | 'confidence';

/** The text of `lists.xlsx`. */
export interface ListMessages {
  sheets: Record<'findings' | 'duplicates' | 'suspects', string>;
  columns: Record<ListColumnName, string>;
  kinds: Record<'conflicting' | 'repeated', string>;
  unknownKind: string;
}

const zh: ListMessages = {
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

const en: ListMessages = {
  sheets: { findings: 'Findings', duplicates: 'Duplicates', suspects: 'Suspects' },
  columns: {
    number: 'No.',
    group: 'Group',
    kind: 'Kind',
    file: 'File',
    sheet: 'Sheet',
    line: 'Row',
    row: 'Record',
    partition: 'Partition',
    issue: 'Issue',
    code: 'Unified social credit code',
    normalized: 'Normalized',
    explanation: 'Explanation',
    suggestion: 'Suggested code',
    authority: 'Authority',
    region: 'Region',
    name: 'Name',
    unit: 'Unit responsible',
    confidence: 'Confidence',
  },
  kinds: { conflicting: 'one code, several names', repeated: 'repeated record' },
  unknownKind: 'duplicate',
};

export function listMessagesFor(lang: 'zh' | 'en'): ListMessages {
  return lang === 'zh' ? zh : en;
}
