import { ledgerMessagesFor } from '../../messages/ledger/index.ts';
import { type LedgerFormMessages, ledgerFormMessagesFor } from '../../messages/ledger-form/index.ts';
import { conforms } from '../../report/workbook/validations.ts';
import { addMergedRow, fitHeight } from '../../write/workbook/merged-row.ts';
import type { Packing } from '../../write/workbook/packing.ts';
import { nameCell } from '../../write/workbook/row.ts';
import { addRow, openSheet, type Validation } from '../../write/workbook/sheet.ts';
import { findFormat } from '../../write/workbook/styles.ts';
import { createWorkbook } from '../../write/workbook/workbook.ts';
import type { RefusedRow } from '../answers.ts';
import type { Series } from '../problem.ts';
import type { FormCells, FormColumn } from './form-row.ts';

type Write = (chunk: string | Uint8Array) => Promise<void>;

const widths: Record<FormColumn, number> = {
  number: 12,
  name: 28,
  code: 23,
  kind: 32,
  counterpart: 30,
  suggestion: 23,
  unit: 18,
  flag: 12,
  newCode: 23,
  note: 18,
};
const columns = Object.keys(widths) as FormColumn[];
const filled: FormColumn[] = ['flag', 'newCode', 'note'];
const headerHeight = 32;
const headRows = 4;

/** What stands above the rows of a form. */
export interface FormHead {
  series: Series;
  unit: string;
  /** What the form is for, such as a month; null: nothing is said. */
  period: string | null;
  due: string | null;
  contact: string | null;
}

/** Writes our own form: a workbook with one sheet. */
export async function writeForm(
  write: Write,
  rows: FormCells[],
  head: FormHead,
  { lang, packing }: { lang: 'zh' | 'en'; packing: Packing },
): Promise<void> {
  const messages = ledgerFormMessagesFor(lang);
  const workbook = createWorkbook(write, packing, lang, messages, 'return');
  const allWidths = columns.map((column) => widths[column]);
  const layout = { widths: allWidths, headerRow: headRows, isRepeated: true, hasFilter: true, isFirst: true };
  const sheet = openSheet(workbook.names.claim(messages.sheet), layout, workbook);
  const words = wordForm(head.series, lang);
  addMergedRow(sheet, words.title(head), findFormat('title'), 24);
  addMergedRow(sheet, messages.intro({ ...head, count: rows.length }), findFormat('remark'), 15);
  addMergedRow(sheet, words.flags, findFormat('remark'), 15);
  const headers = columns.map((column) => words.columns[column]);
  addRow(
    sheet,
    headers,
    columns.map((column) => findFormat(filled.includes(column) ? 'fillHeader' : 'header')),
    headerHeight,
  );
  const formats = columns.map((column) => findFormat(filled.includes(column) ? 'fill' : 'text'));
  for (const row of rows) {
    const values = columns.map((column) => row[column] || null);
    addRow(sheet, values, formats, fitHeight(values, allWidths));
  }
  await workbook.add(sheet, { group: 'summary', order: 0 }, listRules(head.series, lang));
  await workbook.end();
}

/** What was refused, as a sheet to send back. */
export async function writeRefused(
  write: Write,
  refused: RefusedRow[],
  { lang, packing, title }: { lang: 'zh' | 'en'; packing: Packing; title: string },
): Promise<void> {
  const messages = ledgerFormMessagesFor(lang);
  const { reasons } = ledgerMessagesFor(lang);
  const workbook = createWorkbook(write, packing, lang, messages, 'report');
  const allWidths = [30, 18, 8, 12, 50];
  const layout = { widths: allWidths, headerRow: 2, isRepeated: true, hasFilter: true, isFirst: true };
  const sheet = openSheet(workbook.names.claim(messages.reportSheet), layout, workbook);
  addMergedRow(sheet, messages.reportTitle(title), findFormat('title'), 24);
  addRow(
    sheet,
    Object.values(messages.reportColumns),
    allWidths.map(() => findFormat('header')),
    headerHeight,
  );
  const formats = allWidths.map((_, at) => findFormat(at === 2 ? 'count' : 'text'));
  for (const { file, sheet: name, row, number, reason } of refused) {
    const values = [file, name, row, number, reasons[reason]];
    addRow(sheet, values, formats, fitHeight(values, allWidths));
  }
  await workbook.add(sheet, { group: 'summary', order: 0 }, []);
  await workbook.end();
}

/** What differs between the forms of the two series. */
function wordForm(series: Series, lang: 'zh' | 'en'): Pick<LedgerFormMessages, 'title' | 'flags' | 'columns'> {
  const messages = ledgerFormMessagesFor(lang);
  if (series === 'registry') return messages;
  const { title, flags, columns: own } = messages.licences;
  return { title, flags, columns: { ...messages.columns, ...own } };
}

function listRules(series: Series, lang: 'zh' | 'en'): Validation[] {
  const { flagRule, codeRule, licences } = ledgerFormMessagesFor(lang);
  const newCode = columns.indexOf('newCode');
  const flag: Validation = {
    column: columns.indexOf('flag'),
    kind: 'list',
    formula: '"0,1,2"',
    isStrict: true,
    ...flagRule,
  };
  // Not every column of licences and penalties holds codes.
  if (series === 'licences') return [{ ...flag, ...licences.flagRule }];
  return [
    flag,
    {
      column: newCode,
      kind: 'custom',
      formula: conforms(nameCell(newCode, headRows + 1)),
      isStrict: false,
      ...codeRule,
    },
  ];
}
