import type { Language } from '../voice.ts';

/** What a workbook of removed rows, or of conflicts, says beside the rows. */
export interface ListWorkbookMessages {
  sheets: Record<'removed' | 'conflicts', string>;
  /** Headings of the columns before the row as it was. */
  columns: Record<'removed' | 'conflicts', readonly string[]>;
  /** Which of them says why. */
  why: string;
  reasons: Record<string, string>;
}

const zh: ListWorkbookMessages = {
  sheets: { removed: '去掉的行', conflicts: '一码多赋的行' },
  columns: {
    removed: ['文件', '记录', '行', '原因', '保留的文件', '保留的记录'],
    conflicts: ['组', '文件', '记录', '行'],
  },
  why: '原因',
  reasons: { repeated: '重复记录', conflicting: '一码多赋，只保留一条' },
};

const en: ListWorkbookMessages = {
  sheets: { removed: 'Removed rows', conflicts: 'Conflicting rows' },
  columns: {
    removed: ['File', 'Record', 'Row', 'Why', 'File that stays', 'Record that stays'],
    conflicts: ['Group', 'File', 'Record', 'Row'],
  },
  why: 'Why',
  reasons: { repeated: 'repeated record', conflicting: 'conflicting; one stays' },
};

export function listWorkbookMessagesFor(lang: Language): ListWorkbookMessages {
  return lang === 'zh' ? zh : en;
}
