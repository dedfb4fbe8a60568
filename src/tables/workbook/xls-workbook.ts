import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { refuse } from '../../messages/refusal/index.ts';
import { RefusedError } from '../broken.ts';
import { readBytes } from '../byte-source.ts';
import { fillMerged, type Rows, writeRows } from '../delimited/rows-to-csv.ts';
import { describeDamage, type Expander } from '../expansion.ts';
import { expandSheets } from './expand-workbook.ts';
import { readFormat, writeDate, writeInteger } from './number-text.ts';
import { asWorkbookKind, kindProperty } from './workbook-kind.ts';
import type { SheetFacts } from './xlsx-sheet.ts';
import type { Workbook } from './xlsx-workbook.ts';

/** The part of the library `@e965/xlsx` that is used here. */
export interface XlsLibrary {
  read(bytes: Uint8Array, options: Record<string, unknown>): WorkBook;
}

/** More than 65,536 rows of 256 columns ever take. */
const mostBytes = 512 << 20;

/** Reads what the library reads: .xls, .xlsb and .ods. A workbook with a password comes in the container of .xls, too. */
export function createXlsExpander(library: XlsLibrary, format: string): Expander {
  return async (file, run) => {
    const { shown, source } = file;
    const bytes = await readBytes(source, 0, Math.min(source.size, mostBytes));
    if (holdsWide(bytes, 'EncryptedPackage')) throw refuse('input', { kind: 'is-encrypted', file: shown });
    run.meter(bytes.length);
    let workbook: Workbook;
    try {
      workbook = openXlsWorkbook(library, bytes);
    } catch (error) {
      const isLocked = /password|encrypt/i.test((error as Error).message);
      throw isLocked
        ? refuse('input', { kind: 'is-encrypted', file: shown }, { cause: error })
        : describeDamage(error, shown, format, run);
    }
    await expandSheets(workbook, file, run);
  };
}

/** Whether a text stands anywhere in bytes as UTF-16. */
function holdsWide(bytes: Uint8Array, text: string): boolean {
  const wide = [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const first = wide[0] as number;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wide.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
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
        const rows = readRows(workbook.Sheets[name], is1904, facts);
        const merges = (workbook.Sheets[name]?.['!merges'] ?? []).map(({ s: from, e: to }) => ({
          column: from.c,
          first: from.r,
          last: to.r,
        }));
        const end = merges.reduce((most, { last }) => Math.max(most, Math.min(last + 1, mostRows)), rows.length);
        while (rows.length < end) rows.push(null);
        for (const [column, count] of fillMerged(rows, merges)) facts.repeated.set(column, count);
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
function readRows(sheet: WorkSheet | undefined, is1904: boolean, facts: SheetFacts): (string[] | null)[] {
  const data = ((sheet as { '!data'?: (CellObject | undefined)[][] } | undefined)?.['!data'] ?? []) as (
    | (CellObject | undefined)[]
    | undefined
  )[];
  return Array.from(data, (row) => {
    if (row === undefined) return null;
    const cells = Array.from(row, (cell) => {
      if (cell === undefined) return '';
      if (cell.f !== undefined && (cell.v === undefined || cell.v === null)) facts.emptyFormulas++;
      return writeCell(cell, is1904);
    });
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

/** A sheet has no more rows. */
const mostRows = 1_048_576;

/** More cells are read from .xlsx and CSV alone, which are read a piece at a time. */
const mostCells = 1_000_000;

function countCells(rows: Rows): number {
  return rows.reduce((sum, row) => sum + (row?.length ?? 0), 0);
}
