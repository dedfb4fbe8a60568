import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { RefusedError } from '../broken.ts';
import { fillMerged, type Rows, writeRows } from '../delimited/rows-to-csv.ts';
import { readFormat, writeDate, writeInteger } from './number-text.ts';
import { asWorkbookKind, kindProperty } from './workbook-kind.ts';
import type { Workbook } from './xlsx-workbook.ts';

/** The part of the library `@e965/xlsx` that is used here. */
export interface XlsLibrary {
  read(bytes: Uint8Array, options: Record<string, unknown>): WorkBook;
}

/** A workbook of before 2007: at most 65,536 rows a sheet, so all of it is read at once. */
export function openXlsWorkbook(library: XlsLibrary, bytes: Uint8Array): Workbook {
  const workbook = readQuietly(library, bytes);
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const { Custprops: properties } = workbook as { Custprops?: Record<string, unknown> };
  return {
    kind: asWorkbookKind(properties?.[kindProperty]),
    sheets: workbook.SheetNames.map((name, index) => ({
      name,
      isHidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      bytes: bytes.length,
      async *convert(facts) {
        const rows = readRows(workbook.Sheets[name], is1904);
        const merges = (workbook.Sheets[name]?.['!merges'] ?? []).map(({ s: from, e: to }) => ({
          column: from.c,
          first: from.r,
          last: to.r,
        }));
        for (const [column, count] of fillMerged(rows, merges)) facts.filled.set(column, count);
        facts.columnCount = rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
        if (facts.columnCount * rows.length > mostCells && countCells(rows) > mostCells) throw new RefusedError('size');
        yield* writeRows(rows, (filled) => {
          facts.rowCount = filled;
        });
      },
    })),
  };
}

/** The library tells the console of formats that it does not know: nothing that the reader of a table has to know. */
function readQuietly(library: XlsLibrary, bytes: Uint8Array): WorkBook {
  const { error } = console;
  console.error = () => {};
  try {
    return library.read(bytes, {
      type: 'array',
      codepage: 936,
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
    });
  } finally {
    console.error = error;
  }
}

/** The rows of a sheet by their number, from 0; null where there is none. */
function readRows(sheet: WorkSheet | undefined, is1904: boolean): (string[] | null)[] {
  const data = ((sheet as { '!data'?: (CellObject | undefined)[][] } | undefined)?.['!data'] ?? []) as (
    | (CellObject | undefined)[]
    | undefined
  )[];
  return Array.from(data, (row) => {
    if (row === undefined) return null;
    const cells = Array.from(row, (cell) => (cell === undefined ? '' : writeCell(cell, is1904)));
    while (cells.length > 0 && cells.at(-1) === '') cells.pop();
    return cells;
  });
}

function writeCell({ t, v, w, z }: CellObject, is1904: boolean): string {
  if (t === 'e') return w ?? '#N/A';
  if (v === undefined || v === null) return '';
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE';
  if (typeof v !== 'number') return String(v);
  const format = typeof z === 'string' && z !== 'General' ? readFormat(z) : null;
  const digits = Number.isInteger(v) ? writeInteger(v) : String(v);
  if (format === null) return digits;
  return format.kind === 'digits' ? digits.padStart(format.count, '0') : (writeDate(v, format.kind, is1904) ?? digits);
}

/** More cells are read from .xlsx and CSV alone, which are read a piece at a time. */
const mostCells = 1_000_000;

function countCells(rows: Rows): number {
  return rows.reduce((sum, row) => sum + (row?.length ?? 0), 0);
}
