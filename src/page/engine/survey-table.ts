import { UsccError } from '../../code/error.ts';
import { findColumns, NoTableError } from '../../engine/plan/columns.ts';
import { findOwnSheet, refuseOwn } from '../../engine/plan/own-sheets.ts';
import { surveyFile } from '../../engine/plan/survey.ts';
import type { Platform } from '../../engine/platform.ts';
import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import type { Refusal } from '../../messages/refusal/index.ts';
import type { Input } from '../../tables/input.ts';
import type { Reading, TableView } from '../protocol.ts';

const shownRows = 8;
const longestCell = 200;

/** Looks at how a table is written, for a person to see and to change. What is wrong with it is part of the answer. */
export async function surveyTable(
  id: number,
  input: Input,
  reading: Reading,
  { kernel, platform }: { kernel: Kernel; platform: Pick<Platform, 'transcode'> },
): Promise<TableView> {
  const view: TableView = {
    id,
    path: input.path,
    bytes: input.bytes ?? input.source.size,
    isText: input.table === undefined,
    isOneOfSeveral: input.table?.isOneOfSeveral === true,
    encoding: reading.encoding ?? 'utf-8',
    delimiter: reading.delimiter ?? ',',
    hasHeader: reading.header !== false,
    titleCount: 0,
    columns: [],
    rows: [],
    codeColumn: -1,
    nameColumn: -1,
    unitColumn: -1,
    estimatedRecords: 0,
    refusal: null,
    needsColumn: false,
  };
  try {
    const {
      encoding,
      delimiter,
      header,
      rows,
      titleCount,
      input: read,
      scanned,
    } = await surveyFile(kernel, input, reading, platform);
    const width = Math.max(0, ...[header ?? [], ...rows].map((row) => row.length));
    view.encoding = encoding;
    view.delimiter = delimiter;
    view.hasHeader = header !== null;
    view.titleCount = titleCount;
    view.columns = Array.from({ length: width }, (_, column) => (header?.[column] ?? '').trim() || String(column + 1));
    view.rows = rows.slice(0, shownRows).map((row) => row.map((cell) => cell.slice(0, longestCell)));
    view.estimatedRecords = Math.round(read.source.size / measureRecord(rows, encoding));
    refuseOwn(input, input.table?.kind ?? findOwnSheet(header, scanned.others));
    const { codeColumn, nameColumn, unitColumn } = findColumns(input.path, header, rows, reading);
    view.codeColumn = codeColumn;
    view.nameColumn = nameColumn;
    view.unitColumn = unitColumn;
  } catch (error) {
    if (!(error instanceof UsccError && error.refusal)) throw error;
    view.needsColumn = view.columns.length > 0 && (error instanceof NoTableError ? error.lacks === 'codes' : true);
    view.refusal = error.refusal as Refusal;
  }
  return view;
}

/** Mean length of the first records in bytes. */
function measureRecord(rows: string[][], encoding: string): number {
  const hanBytes = encoding === 'gb18030' ? 2 : 3;
  let bytes = 0;
  for (const row of rows) {
    const text = row.join(',');
    const others = text.replace(/[\x00-\x7f]+/g, '').length;
    bytes += text.length + others * (hanBytes - 1) + 1;
  }
  return rows.length === 0 ? 1 : bytes / rows.length;
}
