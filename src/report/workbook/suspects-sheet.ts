import { suspectMessagesFor } from '../../messages/suspect/index.ts';
import type { SuspectColumn, WorkbookMessages } from '../../messages/workbook/index.ts';
import type { Suspect } from '../../suspects/suspect.ts';
import type { Book } from '../../write/workbook/book.ts';
import type { WorkbookLimits } from '../../write/workbook/limits.ts';
import { addMergedRow, countLines, heightOf } from '../../write/workbook/merged-row.ts';
import { type CellValue, formatCell } from '../../write/workbook/row.ts';
import { addRow, type Sheet } from '../../write/workbook/sheet.ts';
import { createSheetSeries, type SheetSeries } from '../../write/workbook/sheet-series.ts';
import { findFormat } from '../../write/workbook/styles.ts';

const columns: { name: SuspectColumn; width: number; format: 'count' | 'text' | 'fill'; isCommon?: boolean }[] = [
  { name: 'group', width: 8, format: 'count' },
  { name: 'kind', width: 36, format: 'text', isCommon: true },
  { name: 'confidence', width: 10, format: 'text', isCommon: true },
  { name: 'code', width: 23, format: 'text' },
  { name: 'name', width: 34, format: 'text' },
  { name: 'file', width: 18, format: 'text', isCommon: true },
  { name: 'line', width: 9, format: 'count' },
  { name: 'checked', width: 20, format: 'fill' },
];
const titlePoints = 28;
const remarkPoints = 14;
const headerPoints = 20;
const headerRow = 3;

/**
 * 疑似重码: one row a record, those of one suspect together, and a column for what the certificates say. Its name has been
 * claimed.
 */
export interface SuspectsSheet {
  series: SheetSeries;
  add(suspect: Suspect): void;
}

export function createSuspectsSheet(
  book: Book,
  name: string,
  files: string[],
  lang: 'zh' | 'en',
  messages: WorkbookMessages,
  limits: WorkbookLimits,
): SuspectsSheet {
  const words = suspectMessagesFor(lang);
  const widths = columns.map(({ width }) => width);
  const formats = columns.map(({ format }) => findFormat(format));
  const series = createSheetSeries({
    book,
    name,
    isClaimed: true,
    place: { group: 'suspects', order: 0 },
    layout: { widths, headerRow, isRepeated: true, hasFilter: true, isFirst: false },
    validations: [],
    limits,
    begin(sheet) {
      addMergedRow(sheet, messages.sheets.suspects, findFormat('title'), titlePoints);
      addMergedRow(sheet, words.explanation, findFormat('caution'), remarkPoints);
      addHeader(sheet, messages);
    },
  });
  let count = 0;
  return {
    series,
    add({ kind, evidence, confidence, records }) {
      count++;
      for (const { code, name, file, line } of records) {
        const values: CellValue[] = [
          ...[count, words.explain(kind, evidence), `${Math.round(confidence * 100)}%`],
          ...[code, name, files[file] ?? '', line, null],
        ];
        let lines = 1;
        const cells = values.map((value, index) => {
          if (typeof value === 'string') lines = Math.max(lines, countLines(value, widths[index] ?? 0));
          return formatCell(value, formats[index] ?? 0, book.texts, columns[index]?.isCommon ?? false);
        });
        series.add(cells, heightOf(lines));
      }
    },
  };
}

function addHeader(sheet: Sheet, messages: WorkbookMessages): void {
  const headings = columns.map(({ name }) => messages.suspectColumns[name]);
  const formats = columns.map(({ format }) => findFormat(format === 'fill' ? 'fillHeader' : 'header'));
  addRow(sheet, headings, formats, headerPoints);
}
