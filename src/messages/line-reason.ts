import type { Language } from './voice.ts';

/** Why a line of a table is no record. */
export type LineReason =
  /** It repeats the header, as stacked sheets and concatenated files do. */
  | 'repeated-header'
  /** It stood above or under a header before: titles, the other line of a header of two, 必填, column numbers. */
  | 'repeated-lines'
  /** A second header line: field names, types, what to fill in. */
  | 'header-line'
  /** Whether a column has to be filled. */
  | 'required'
  /** Column numbers, or 甲 乙 丙. */
  | 'column-numbers'
  /** Totals, signatures, notes. */
  | 'foot'
  /** What a query tool draws and counts around a result. */
  | 'query-tool'
  /** ^Z, NUL. */
  | 'padding';

/** Each in words. */
export const lineReasons: Record<Language, Record<LineReason, string>> = {
  en: {
    'repeated-header': 'the header again',
    'repeated-lines': 'a title or another line of the header again',
    'header-line': 'a second line of the header',
    required: 'which columns are required',
    'column-numbers': 'column numbers',
    foot: 'totals, signatures or notes',
    'query-tool': 'what a query tool prints around a result',
    padding: 'an end mark or padding',
  },
  zh: {
    'repeated-header': '重复的表头',
    'repeated-lines': '重复的标题或表头的另一行',
    'header-line': '表头的第二行',
    required: '必填、选填说明',
    'column-numbers': '栏号',
    foot: '合计、签字或备注',
    'query-tool': '查询工具输出的线条或行数',
    padding: '文件结束符或填充字节',
  },
};
