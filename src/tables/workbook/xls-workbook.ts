import type { CellObject, CFB, WorkBook, WorkSheet } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { refuse } from '../../messages/refusal/index.ts';
import { unpackEntry } from '../archive/unpack.ts';
import { readZipDirectory } from '../archive/zip-directory.ts';
import { RefusedError } from '../broken.ts';
import { readBytes } from '../byte-source.ts';
import { fillMerged, type Rows, writeRows } from '../delimited/rows-to-csv.ts';
import { createUnpacking, describeDamage, type Expander, type Expansion, type SourceFile } from '../expansion.ts';
import { mostCells } from '../held-cells.ts';
import { countBiffCells } from './biff-cells.ts';
import { limitDecoding } from './code-pages.ts';
import { expandSheets } from './expand-workbook.ts';
import { readFormat, writeDate, writeInteger } from './number-text.ts';
import { asWorkbookKind, kindProperty } from './workbook-kind.ts';
import type { SheetFacts } from './xlsx-sheet.ts';
import type { Workbook } from './xlsx-workbook.ts';

type Container = ReturnType<typeof CFB.read>;

/** The part of the library `@e965/xlsx` that is used here. */
export interface XlsLibrary {
  read(bytes: Uint8Array, options: Record<string, unknown>): WorkBook;
  /** Formats of numbers, by their number; of an .xls, the library adds those of the file and takes none away. */
  SSF: { get_table(): Record<string, unknown> };
  /** Its reader of the container of .xls. */
  CFB: {
    read(bytes: Uint8Array, options: { type: 'array' }): Container;
    find(container: Container, path: string): { content: ArrayLike<number> } | null;
  };
}

/** More than 65,536 rows of 256 columns ever take. */
const mostBytes = 512 << 20;
/** A cell takes so many at least. */
const fewestCellBytes = 6;
const compoundMark = 0xd0;

/** Reads what the library reads: .xls, .xlsb and .ods. A workbook with a password comes in the container of .xls, too. */
export function createXlsExpander(library: XlsLibrary): Expander {
  return async (file, run) => {
    const { shown } = file;
    let workbook: Workbook;
    try {
      const bytes = await readWhole(file, run);
      if (holdsWide(bytes, 'EncryptedPackage')) throw new RefusedError('password');
      refuseLarge(library, bytes);
      workbook = openXlsWorkbook(library, bytes);
    } catch (error) {
      const isLocked = /password|encrypt/i.test((error as Error).message);
      throw isLocked
        ? refuse('input', { kind: 'is-encrypted', file: shown }, { cause: error })
        : describeDamage(error, shown, 'Excel', run);
    }
    await expandSheets(workbook, file, run);
  };
}

/** What says nothing of cells, and of which the library believes counts that are none. */
const unread = /metadata\.bin$/i;

/**
 * All of a file. What is packed in a zip archive is unpacked here, where limits hold and damage is found, and handed to the library
 * as it is: the library has neither.
 */
async function readWhole({ source, spend }: SourceFile, run: Expansion): Promise<Uint8Array> {
  const [first, second] = await readBytes(source, 0, 2);
  if (first !== 0x50 || second !== 0x4b) {
    const bytes = await readBytes(source, 0, Math.min(source.size, mostBytes));
    run.meter(bytes.length);
    return bytes;
  }
  const parts: Record<string, Uint8Array> = {};
  let total = 0;
  const unpacking = createUnpacking(run, (bytes) => {
    total += bytes;
    if (total > mostBytes) throw new RefusedError('size');
    spend(bytes);
  });
  for (const entry of await readZipDirectory(source)) {
    if (entry.isFolder) continue;
    const pieces: Uint8Array[] = [];
    for await (const piece of unpackEntry(source, entry, unpacking)) pieces.push(piece);
    parts[entry.name] = unread.test(entry.name) ? new Uint8Array() : joinPieces(pieces);
  }
  return zipSync(parts, { level: 0 });
}

function joinPieces(pieces: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/**
 * Refuses an .xls that holds more than is read, before reading it takes the memory.
 *
 * @throws {RefusedError}
 */
function refuseLarge({ CFB }: XlsLibrary, bytes: Uint8Array): void {
  if (bytes[0] !== compoundMark || bytes.length < mostCells * fewestCellBytes) return;
  const container = CFB.read(bytes, { type: 'array' });
  const stream = (CFB.find(container, 'Workbook') ?? CFB.find(container, 'Book'))?.content;
  if (stream !== undefined && countBiffCells(stream, mostCells) > mostCells) throw new RefusedError('size');
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
  // Texts as the library holds them, several times over: their cells have them by now.
  (workbook as { Strings?: unknown }).Strings = undefined;
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

/** The formats that every workbook has, and nothing else. */
let ownFormats: Readonly<Record<string, unknown>> | undefined;

/** Takes away the formats of workbooks that were read before, which this one may have under the same numbers and not say so. */
function forgetFormats({ SSF }: XlsLibrary): void {
  const formats = SSF.get_table();
  ownFormats ??= { ...formats };
  for (const number of Object.keys(formats)) delete formats[number];
  Object.assign(formats, ownFormats);
}

/** The library tells the console of formats that it does not know: nothing that the reader of a table has to know. */
function readQuietly(library: XlsLibrary, bytes: Uint8Array): WorkBook {
  const { error } = console;
  console.error = () => {};
  forgetFormats(library);
  const options = { type: 'array', codepage: 936, dense: true, cellNF: true, cellText: false, cellHTML: false };
  try {
    return limitDecoding(bytes.length, () => library.read(bytes, options));
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
  return Array.from(data, (row, index) => {
    if (row === undefined) return null;
    data[index] = undefined;
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

function countCells(rows: Rows): number {
  return rows.reduce((sum, row) => sum + (row?.length ?? 0), 0);
}
