import { createCellTexts } from '../cell-text.ts';
import { countLines, heightOf } from '../merged-row.ts';
import { createPackedText, type PackedText } from '../packed-text.ts';
import type { Packing } from '../packing.ts';
import type { CellValue } from '../row.ts';
import { addRow, closeSheet, openSheet } from '../sheet.ts';
import type { StyleEditor } from './edit-styles.ts';

/** A list of what was changed in a workbook. */
export interface ChangesSheet {
  name: string;
  title: string;
  columns: { heading: string; width: number; isCount?: boolean }[];
  rows: Iterable<CellValue[]>;
  /** Put at the end of text that is too long for a cell. */
  cut: string;
  /** Stands below what a sheet can hold. */
  more(count: number): string;
}

/** Excel has no more; the title, the header and the last line are among them. */
const mostRows = 1_048_576 - 3;

/** The sheet, in the formats of the workbook that it is added to. */
export function writeChanges(name: string, changes: ChangesSheet, styles: StyleEditor, packing: Packing): PackedText {
  const { columns } = changes;
  const widths = columns.map(({ width }) => width);
  const sheet = openSheet(
    name,
    { widths, headerRow: 2, isRepeated: false, hasFilter: true, isFirst: false },
    // Its texts stand in its cells: the workbook's shared strings stay as they are.
    { texts: createCellTexts(changes.cut), startText: () => createPackedText(packing) },
  );
  const formats = columns.map(({ isCount }) => styles.listStyle(isCount === true ? 'count' : 'text'));
  addRow(sheet, [changes.title], [styles.listStyle('title')], 24);
  addRow(
    sheet,
    columns.map(({ heading }) => heading),
    columns.map(() => styles.listStyle('header')),
    20,
  );
  let count = 0;
  for (const row of changes.rows) {
    if (++count > mostRows) continue;
    const lines = row.map((value, index) => (typeof value === 'string' ? countLines(value, widths[index] ?? 0) : 1));
    addRow(sheet, row, formats, heightOf(Math.max(1, ...lines)));
  }
  if (count > mostRows) addRow(sheet, [changes.more(count - mostRows)], [styles.listStyle('text')]);
  closeSheet(sheet, []);
  return sheet.text;
}
