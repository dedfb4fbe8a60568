import { nameFile } from '../../messages/location/index.ts';
import { suspectMessagesFor } from '../../messages/suspect/index.ts';
import type { SuspectColumn, WorkbookMessages } from '../../messages/workbook/index.ts';
import type { Suspect } from '../../suspects/suspect.ts';
import type { WorkbookLimits } from '../../write/workbook/limits.ts';
import { createListSheet } from '../../write/workbook/list-sheet.ts';
import type { SheetSeries } from '../../write/workbook/sheet-series.ts';
import type { Workbook } from '../../write/workbook/workbook.ts';
import type { ReportContext } from '../report-writer.ts';

const columns: { name: SuspectColumn; width: number; format: 'count' | 'text' | 'fill'; isCommon?: boolean }[] = [
  { name: 'group', width: 8, format: 'count' },
  { name: 'kind', width: 36, format: 'text', isCommon: true },
  { name: 'confidence', width: 10, format: 'text', isCommon: true },
  { name: 'code', width: 23, format: 'text' },
  { name: 'name', width: 34, format: 'text' },
  { name: 'file', width: 18, format: 'text', isCommon: true },
  { name: 'sheet', width: 14, format: 'text', isCommon: true },
  { name: 'line', width: 9, format: 'count' },
  { name: 'checked', width: 20, format: 'fill' },
];

/**
 * 疑似重码: one row a record, those of one suspect together, and a column for what the certificates say. Its name has been
 * claimed.
 */
export interface SuspectsSheet {
  series: SheetSeries;
  add(suspect: Suspect): void;
}

export function createSuspectsSheet(
  workbook: Workbook,
  name: string,
  { files, sheets, lang }: ReportContext,
  messages: WorkbookMessages,
  limits: WorkbookLimits,
): SuspectsSheet {
  const words = suspectMessagesFor(lang);
  const list = createListSheet({
    workbook,
    name,
    isClaimed: true,
    tab: { group: 'suspects', order: 0 },
    columns: columns.map(({ name: column, ...look }) => ({ heading: messages.suspectColumns[column], ...look })),
    limits,
    above: [
      { text: messages.sheets.suspects, format: 'title', points: 28 },
      { text: words.explanation, format: 'caution', points: 14 },
    ],
  });
  let count = 0;
  return {
    series: list.series,
    add({ kind, evidence, confidence, records }) {
      count++;
      for (const { code, name: holder, file, line } of records) {
        const sheet = sheets[file] ?? null;
        list.add([
          ...[count, words.explain(kind, evidence), `${Math.round(confidence * 100)}%`, code, holder],
          ...[nameFile(files[file] ?? '', sheet), sheet, line, null],
        ]);
      }
    },
  };
}
