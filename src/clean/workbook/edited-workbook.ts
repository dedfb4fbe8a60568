import type { ScanOptions } from '../../engine/options.ts';
import { planFiles } from '../../engine/plan/plan-files.ts';
import type { Platform } from '../../engine/platform.ts';
import { editedWorkbookMessagesFor } from '../../messages/edited-workbook/index.ts';
import type { Unpacking } from '../../tables/archive/unpack.ts';
import { readZipDirectory } from '../../tables/archive/zip-directory.ts';
import type { ByteSource } from '../../tables/byte-source.ts';
import type { Input } from '../../tables/input.ts';
import { findWorkbookKind } from '../../tables/workbook/xlsx-workbook.ts';
import type { ChangesSheet } from '../../write/workbook/edit/changes-sheet.ts';
import { editWorkbook, type SheetChange } from '../../write/workbook/edit/edit-workbook.ts';
import { createTableEdits } from '../../write/workbook/edit/table-edits.ts';
import type { Packing } from '../../write/workbook/packing.ts';
import type { EditedTable } from './edited-table.ts';
import { writePlainWorkbook } from './plain-workbook.ts';

/** What writing a workbook takes. */
export interface WorkbookTools {
  /** The file that all tables are sheets of; null: there is none. */
  workbook: ByteSource | null;
  unpacking: Unpacking;
  packing: Packing;
  write(chunk: string | Uint8Array): Promise<void>;
}

/** Tables to write again, and what that takes beside the options of the command. */
export interface WorkbookRun {
  inputs: Input[];
  platform: Platform;
  tools: WorkbookTools;
}

/** Every table of a run, without an edit yet. */
export async function startTables({ inputs, platform }: WorkbookRun, options: ScanOptions): Promise<EditedTable[]> {
  const { plans } = await planFiles(inputs, options, platform);
  return plans.map((plan) => ({ plan, edits: createTableEdits() }));
}

/** The row of a table's header; 0 when it has none. */
function headerRowOf({ plan }: EditedTable): number {
  return plan.header === null ? 0 : plan.dialect.linesBefore;
}

/** The first column, from 0, in which nothing stands. */
function freeColumnOf({ plan }: EditedTable): number {
  return Math.max(plan.dialect.columnCount, plan.original.table?.columnCount ?? 0);
}

/** Adds columns on the right of a table, `skipped` columns away from what stands there, with their headings; the first of them. */
export function addColumns(table: EditedTable, columns: { heading: string; width: number }[], skipped = 0): number {
  const first = freeColumnOf(table) + skipped;
  table.edits.added = { first, widths: columns.map(({ width }) => width) };
  const row = headerRowOf(table);
  if (row === 0) return first;
  for (const [index, { heading }] of columns.entries()) {
    table.edits.set(row, { column: first + index, text: heading, look: 'heading' });
  }
  return first;
}

/**
 * Writes tables as a workbook: the one they were read from, edited, or where they were none, a new one with a sheet a table.
 *
 * @throws {UsccError} `output` when it would exceed 4 GiB; whatever `write` throws
 */
export async function writeEditedWorkbook(
  tables: EditedTable[],
  changes: Pick<ChangesSheet, 'title' | 'columns' | 'rows'> | null,
  { workbook, unpacking, packing, write }: WorkbookTools,
  lang: 'zh' | 'en',
): Promise<void> {
  const { tab: name, cut, more } = editedWorkbookMessagesFor(lang);
  const sheet = changes && { name, cut, more, ...changes };
  const finished = tables.map((table) => ({ ...table, finished: table.edits.finish() }));
  if (workbook === null || !(await isOpenXml(workbook, unpacking))) {
    return writePlainWorkbook(finished, sheet, { packing, write, lang });
  }
  const sheets = new Map<string, SheetChange>();
  for (const { plan, finished: edits } of finished) {
    sheets.set(plan.original.table?.sheet ?? '', { edits, textColumns: [plan.dialect.codeColumn] });
  }
  await editWorkbook({ source: workbook, unpacking, packing, sheets, changes: sheet, write });
}

/** Workbooks in other formats are written anew. */
async function isOpenXml(source: ByteSource, unpacking: Unpacking): Promise<boolean> {
  const entries = await readZipDirectory(source).catch(() => []);
  return (await findWorkbookKind(source, entries, unpacking).catch(() => null)) === 'xlsx';
}
