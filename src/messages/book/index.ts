import { formatCount } from '../numbers.ts';

/** The text of what is added to a workbook that is written again. */
export interface BookMessages {
  /** The sheet of changes: its tab, and its title for each command. */
  tab: string;
  titles: Record<'fix' | 'dedup', string>;
  columns: Record<'sheet' | 'row' | 'record' | 'change' | 'why' | 'kept', string>;
  /** What a cell held and holds; a record that went: never a code alone in a cell. */
  change(before: string, after: string): string;
  gone(code: string, name: string): string;
  /** Columns that `--marked` adds. */
  reason: string;
  suggestion: string;
  /** Columns that `match` adds; the number of the code column where there are several. */
  match: Record<'status' | 'code' | 'name' | 'why', string>;
  statuses: Record<'matched' | 'other-name' | 'absent' | 'erroneous' | 'unconverted' | 'missing', string>;
  removed: Record<'repeated' | 'conflicting', string>;
  separated: string;
  keptRow(table: string, line: number): string;
  /** A code that stands elsewhere, too. */
  duplicate(kind: 'conflicting' | 'repeated' | null, others: string[], hasMore: boolean): string;
  table(number: number): string;
  cut: string;
  more(count: number): string;
  tooLarge: string;
}

const zh: BookMessages = {
  tab: '改动说明',
  titles: { fix: '改正的单元格（原表中以绿色标出）', dedup: '去掉的行（行号为原表的行号）' },
  columns: {
    sheet: '工作表',
    row: '行',
    record: '去掉的记录',
    change: '改动',
    why: '原因',
    kept: '保留的是',
  },
  change: (before, after) => `「${before}」→「${after}」`,
  gone: (code, name) => `「${code}」${name}`,
  reason: '核查说明',
  suggestion: '建议更正代码',
  match: { status: '比对结果', code: '登记的代码', name: '登记的名称', why: '比对说明' },
  statuses: {
    matched: '已登记',
    'other-name': '名称不同',
    absent: '未登记',
    erroneous: '错码',
    unconverted: '未换码',
    missing: '缺码',
  },
  removed: { repeated: '重复记录，与保留的一条代码相同', conflicting: '一码多赋，按规则只保留一条' },
  separated: '一码多赋，移到单独的文件',
  keptRow: (table, line) => `${table} 第 ${formatCount(line)} 行`,
  duplicate(kind, others, hasMore) {
    const what = kind === null ? '重码' : kind === 'conflicting' ? '重码（一码多赋，名称不同）' : '重码（重复记录）';
    return `${what}：同一代码还在${others.join('、')}${hasMore ? '等处' : ''}。`;
  },
  table: (number) => `表${number}`,
  cut: '…（过长，已截断）',
  more: (count) => `另有 ${formatCount(count)} 处未列出。`,
  tooLarge: 'Excel 文件超过 4 GiB，程序打不开这么大的工作簿。请分批处理，或写成 CSV。',
};

const en: BookMessages = {
  tab: 'Changes',
  titles: {
    fix: 'Cells that were put right (green in the tables)',
    dedup: 'Rows that were removed (numbers of the table as it was)',
  },
  columns: {
    sheet: 'Sheet',
    row: 'Row',
    record: 'What was removed',
    change: 'Change',
    why: 'Why',
    kept: 'What stays',
  },
  change: (before, after) => `"${before}" → "${after}"`,
  gone: (code, name) => `"${code}" ${name}`,
  reason: 'What is wrong',
  suggestion: 'Suggested code',
  match: { status: 'Match', code: 'Registered code', name: 'Registered name', why: 'Why' },
  statuses: {
    matched: 'registered',
    'other-name': 'other name',
    absent: 'not registered',
    erroneous: 'erroneous',
    unconverted: 'unconverted',
    missing: 'missing',
  },
  removed: {
    repeated: 'repeated record, the code of the one that stays',
    conflicting: 'one code under several names; one of them stays',
  },
  separated: 'one code under several names, moved to a file of its own',
  keptRow: (table, line) => `${table}, row ${formatCount(line)}`,
  duplicate(kind, others, hasMore) {
    const what =
      kind === null
        ? 'Duplicate'
        : kind === 'conflicting'
          ? 'Duplicate (one code, several names)'
          : 'Duplicate (repeated record)';
    return `${what}: the code stands also in ${others.join(', ')}${hasMore ? ' and elsewhere' : ''}.`;
  },
  table: (number) => `Table ${number}`,
  cut: '… (too long, cut)',
  more: (count) => `${formatCount(count)} more are not listed.`,
  tooLarge: 'The workbook would exceed 4 GiB, more than programs open. Handle fewer files at a time, or write CSV.',
};

export function bookMessagesFor(lang: 'zh' | 'en'): BookMessages {
  return lang === 'zh' ? zh : en;
}
