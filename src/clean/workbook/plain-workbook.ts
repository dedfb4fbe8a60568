import { editedWorkbookMessagesFor } from '../../messages/edited-workbook/index.ts';
import { nameFile } from '../../messages/location/index.ts';
import { measureWidth } from '../../write/width.ts';
import { createArchive } from '../../write/workbook/archive.ts';
import { createCellTexts } from '../../write/workbook/cell-text.ts';
import { type ChangesSheet, writeChanges } from '../../write/workbook/edit/changes-sheet.ts';
import { nameColumn } from '../../write/workbook/edit/edit-row.ts';
import { createStyleEditor, type StyleEditor } from '../../write/workbook/edit/edit-styles.ts';
import { createPackedText, type PackedText } from '../../write/workbook/packed-text.ts';
import type { Packing } from '../../write/workbook/packing.ts';
import { formatSharedTexts, type ListedSheet, listParts } from '../../write/workbook/parts.ts';
import { createSheetNames } from '../../write/workbook/sheet-names.ts';
import type { FinishedTable } from './edited-table.ts';
import { readRows } from './read-rows.ts';

interface PlainTools {
  packing: Packing;
  write(chunk: string | Uint8Array): Promise<void>;
  lang: 'zh' | 'en';
}

/** Excel's own limit. */
const mostRows = 1_048_576;
const sampleRows = 200;
const [leastWidth, mostWidth] = [8, 40];
const plainLayout = { widths: [], headerRow: 1, isRepeated: false, hasFilter: false, isFirst: false };
const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Tables that were no sheets of one workbook as a new one: every cell is text, so that none loses a digit. */
export async function writePlainWorkbook(
  tables: FinishedTable[],
  changes: ChangesSheet | null,
  { packing, write, lang }: PlainTools,
): Promise<void> {
  const messages = editedWorkbookMessagesFor(lang);
  const archive = createArchive(write);
  const styles = createStyleEditor(null);
  const names = createSheetNames();
  const texts = createCellTexts(messages.cut);
  const sheets: ListedSheet[] = [];
  const add = async (name: string, text: PackedText): Promise<void> => {
    const number = sheets.length + 1;
    await archive.add(`xl/worksheets/sheet${number}.xml`, text);
    sheets.push({ sheet: { name, layout: plainLayout, next: 1 }, number });
  };
  const addText = async (path: string, xml: string): Promise<void> => {
    const text = createPackedText(packing);
    text.append(xml);
    await archive.add(path, text);
  };
  for (const table of tables) {
    const name = nameTable(table);
    for await (const text of writeTable(table, styles, packing, texts.format)) await add(names.claim(name), text);
  }
  if (changes !== null) {
    const name = names.claim(changes.name);
    await add(name, writeChanges(name, changes, styles, packing));
  }
  await addText('xl/styles.xml', styles.finish());
  await addText('xl/sharedStrings.xml', formatSharedTexts(texts.list()));
  for (const { path, xml } of listParts(sheets, null)) await addText(path, xml);
  await archive.end();
}

/** The name of the sheet, or of the file without its folder and its ending. */
function nameTable({ plan }: FinishedTable): string {
  const sheet = plan.original.table?.sheet ?? null;
  if (sheet !== null) return sheet;
  const file =
    nameFile(plan.path, sheet)
      .split(/[\\/#]/)
      .at(-1) ?? '';
  return file.replace(/(?:\.(?:csv|tsv|txt|gz|json|ndjson|jsonl|parquet|xls|et))+$/i, '') || file;
}

type FormatText = (text: string, isCommon: boolean) => string;

/** The sheets of one table: more than one when it has more rows than a sheet. */
async function* writeTable(
  table: FinishedTable,
  styles: StyleEditor,
  packing: Packing,
  format: FormatText,
): AsyncGenerator<PackedText> {
  const { finished, plan } = table;
  const style = styles.listStyle('text');
  const header = plan.header === null ? 0 : plan.dialect.linesBefore;
  const waiting: string[][] = [];
  let sheet: PackedText | null = null;
  let row = 0;
  const formatRow = (cells: string[], line: number): string => {
    const edits = new Map(finished.of(line).map((edit) => [edit.column, edit]));
    const count = Math.max(cells.length, ...[...edits.keys()].map((column) => column + 1));
    let xml = `<row r="${row}">`;
    for (let column = 0; column < count; column++) {
      const edit = edits.get(column);
      const text = edit?.text ?? cells[column] ?? '';
      const base = line === header ? styles.listStyle('header') : style;
      const shown = edit === undefined ? base : styles.styleOf(base, edit.look);
      const start = `<c r="${nameColumn(column)}${row}" s="${shown}"`;
      xml += text === '' ? `${start}/>` : start + format(text, false);
    }
    return `${xml}</row>`;
  };
  const removed = new Set(finished.removed);
  for await (const { cells, line } of readRows(table)) {
    if (removed.has(line)) continue;
    if (waiting.length < sampleRows) waiting.push(cells);
    if (sheet !== null && row >= mostRows) {
      sheet.append('</sheetData></worksheet>');
      yield sheet;
      sheet = null;
    }
    if (sheet === null) {
      sheet = createPackedText(packing);
      row = 0;
      sheet.append(beginSheet(waiting, finished.added));
    }
    row++;
    sheet.append(formatRow(cells, line));
    if (row % 4096 === 0) await sheet.settle();
  }
  sheet ??= createPackedText(packing);
  if (row === 0) sheet.append(beginSheet([], null));
  sheet.append('</sheetData></worksheet>');
  yield sheet;
}

function beginSheet(sample: string[][], added: FinishedTable['finished']['added']): string {
  const widths = (sample[0] ?? []).map((cell) => Math.min(mostWidth, Math.max(leastWidth, measureWidth(cell) + 4)));
  for (const [index, width] of (added?.widths ?? []).entries()) widths[(added?.first ?? 0) + index] = width;
  const columns = Array.from(
    widths,
    (width = leastWidth, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const cols = columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${mainNamespace}">${cols}<sheetData>`;
}
