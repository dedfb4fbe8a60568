import type { ListColumnName, ListMessages } from '../../messages/lists/index.ts';
import type { ListColumn } from '../../write/workbook/list-sheet.ts';

/** The columns of each list, in their order. */
export type ListColumns = Record<'findings' | 'duplicates' | 'suspects', ListColumnName[]>;

const place: ListColumnName[] = ['file', 'sheet', 'line', 'row'];
const columns: ListColumns = {
  findings: [
    ...(['number', ...place, 'partition', 'issue', 'code', 'normalized', 'explanation'] as const),
    ...(['suggestion', 'authority', 'region', 'name', 'unit'] as const),
  ],
  duplicates: ['group', 'kind', 'code', ...place, 'name', 'unit'],
  suspects: ['group', 'kind', 'confidence', 'code', ...place, 'name'],
};
const widths: Record<ListColumnName, number> = {
  number: 9,
  group: 9,
  kind: 18,
  file: 20,
  sheet: 14,
  line: 10,
  row: 10,
  partition: 12,
  issue: 20,
  code: 23,
  normalized: 23,
  explanation: 48,
  suggestion: 23,
  authority: 8,
  region: 24,
  name: 34,
  unit: 20,
  confidence: 10,
};
const counted: ListColumnName[] = ['number', 'group', 'line', 'row'];
const common: ListColumnName[] = [
  ...(['kind', 'file', 'sheet', 'partition', 'issue', 'explanation', 'authority', 'region', 'unit'] as const),
  'confidence',
];

export function listColumnsOf(list: keyof ListColumns, words: ListMessages): ListColumn[] {
  return columns[list].map((name) => ({
    heading: words.columns[name],
    width: widths[name],
    format: counted.includes(name) ? 'count' : 'text',
    isCommon: common.includes(name),
  }));
}
