import { formatCount } from '../numbers.ts';
import type { EditedWorkbookMessages } from './en.ts';

export const zh: EditedWorkbookMessages = {
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
    unnamed: '名称未比对',
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
};
