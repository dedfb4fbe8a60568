import type { Partition } from '../../code/verdict.ts';
import type { WorkbookMessages } from '../../messages/workbook/index.ts';
import { addMergedRow } from '../../write/workbook/merged-row.ts';
import { nameCell } from '../../write/workbook/row.ts';
import { addRow, openSheet, type Sheet, type SheetSupply } from '../../write/workbook/sheet.ts';
import { findFormat } from '../../write/workbook/styles.ts';
import type { UnitEntry } from './unit-sheets.ts';

const widths = [7, 40, 12, 12, 12, 12, 12, 34];
const titlePoints = 30;
const linePoints = 14;
const headerPoints = 20;

/** The sheets to send out, with what is on each and a link to it. */
export function createIndexSheet(
  name: string,
  supply: SheetSupply,
  entries: UnitEntry[],
  partitions: Record<Partition, string>,
  messages: WorkbookMessages,
  /** How the numbers come together. */
  sums: string[],
): Sheet {
  const { indexColumns, authorityCaution, indexRemark, indexTitle } = messages;
  const hasAuthorities = entries.some(({ isAuthority }) => isAuthority);
  const headerRow = (hasAuthorities ? 4 : 3) + sums.length;
  const sheet = openSheet(name, { widths, headerRow, isRepeated: true, hasFilter: false, isFirst: false }, supply);
  addMergedRow(sheet, indexTitle, findFormat('title'), titlePoints);
  addMergedRow(sheet, indexRemark, findFormat('remark'), linePoints);
  for (const sum of sums) addMergedRow(sheet, sum, findFormat('remark'), linePoints);
  if (hasAuthorities) addMergedRow(sheet, authorityCaution, findFormat('caution'), linePoints);
  const headings = [
    indexColumns.number,
    hasAuthorities ? indexColumns.authority : indexColumns.unit,
    indexColumns.all,
    partitions.erroneous,
    partitions.unconverted,
    partitions.missing,
    indexColumns.duplicates,
    indexColumns.sheets,
  ];
  addRow(
    sheet,
    headings,
    headings.map(() => findFormat('header')),
    headerPoints,
  );
  const formats = ['count', 'text', 'count', 'count', 'count', 'count', 'count', 'link'] as const;
  const numbers = formats.map(findFormat);
  for (const [index, { title, counts, total, series }] of entries.entries()) {
    const { erroneous, unconverted, missing, duplicate } = counts;
    // A list that goes on has a line for each of its sheets.
    for (const [part, target] of series.names.entries()) {
      sheet.links.push({ cell: nameCell(widths.length - 1, sheet.next), sheet: target });
      const facts = part === 0 ? [total, erroneous, unconverted, missing, duplicate] : [null, null, null, null, null];
      addRow(sheet, [index + 1, title, ...facts, target], numbers);
    }
  }
  const sum = (count: (entry: UnitEntry) => number): number =>
    entries.reduce((total, entry) => total + count(entry), 0);
  addRow(
    sheet,
    [
      ...[null, messages.sum, sum(({ total }) => total), sum(({ counts }) => counts.erroneous)],
      ...[sum(({ counts }) => counts.unconverted), sum(({ counts }) => counts.missing)],
      ...[sum(({ counts }) => counts.duplicate), null],
    ],
    formats.map((format) => findFormat(format === 'link' ? 'text' : format)),
  );
  return sheet;
}
