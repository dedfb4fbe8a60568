import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { FormCells, FormColumn } from './form-row.ts';
import { type FormHeader, findFormHeader } from './returned-sheet.ts';
import {
  columnNumber,
  formatSheetData,
  inlineText,
  nameColumn,
  readAttribute,
  readCellText,
  readSharedTexts,
  splitSheet,
  type XmlCell,
  type XmlRow,
} from './sheet-xml.ts';
import { extendRanges, shiftRanges } from './shift-rows.ts';

/** Why a workbook cannot be filled in. */
export type FormFault = { kind: 'no-form' } | { kind: 'not-xlsx'; reason: string };

/** A form with a header: which sheet, which columns. */
interface Form {
  path: string;
  before: string;
  rows: XmlRow[];
  after: string;
  header: FormHeader;
}

/**
 * Fills rows into the user's own form, an .xlsx workbook, and changes nothing else in it: all parts but the one sheet are carried
 * over byte for byte; of that sheet only the cells under known headers are written, in the styles that stand there. What stands below
 * the blank rows moves down when they do not suffice.
 *
 *   header                      header
 *   blank  ┐ in the             P-000001 …
 *   blank  ┘ form's style  ──▶  P-000002 …
 *   填表人：                      P-000003 …   in the style of the last blank row
 *                               填表人：
 */
export function fillForm(bytes: Uint8Array, rows: FormCells[]): Uint8Array | FormFault {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes);
  } catch (error) {
    return { kind: 'not-xlsx', reason: error instanceof Error ? error.message : String(error) };
  }
  if (parts['xl/workbook.xml'] === undefined) return { kind: 'not-xlsx', reason: 'xl/workbook.xml' };
  const form = findForm(parts);
  if (form === null) return { kind: 'no-form' };
  const filled = fillSheet(form, rows);
  const changed: Zippable = {};
  for (const [path, part] of Object.entries(parts)) changed[path] = part;
  changed[form.path] = strToU8(filled.xml);
  const workbook = strFromU8(parts['xl/workbook.xml']);
  const moved = moveNames(workbook, form.path, parts, filled.movedFrom, filled.by);
  if (moved !== workbook) changed['xl/workbook.xml'] = strToU8(moved);
  return zipSync(changed);
}

function findForm(parts: Record<string, Uint8Array>): Form | null {
  const strings = parts['xl/sharedStrings.xml'];
  const shared = strings === undefined ? [] : readSharedTexts(strFromU8(strings));
  for (const path of Object.keys(parts).sort()) {
    const part = parts[path];
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(path) || part === undefined) continue;
    const split = splitSheet(strFromU8(part));
    if (split === null) continue;
    const header = findFormHeader(toGrid(split.rows, shared), ['flag', 'code']);
    if (header !== null) return { path, ...split, header };
  }
  return null;
}

function toGrid(rows: XmlRow[], shared: string[]): string[][] {
  const grid: string[][] = [];
  for (const { number, cells } of rows) {
    if (number > 100) break;
    while (grid.length < number) grid.push([]);
    const line = grid[number - 1] ?? [];
    for (const cell of cells) {
      const at = columnNumber(cell.column) - 1;
      while (line.length < at) line.push('');
      line[at] = readCellText(cell, shared);
    }
  }
  return grid;
}

function fillSheet(form: Form, rows: FormCells[]): { xml: string; movedFrom: number; by: number } {
  const first = findFirstRow(form);
  const below = form.rows.filter(({ number }) => number >= first);
  const foot = below.find(({ cells }) => cells.some(({ inner }) => inner !== null));
  const blank = below.filter(({ number }) => foot === undefined || number < foot.number);
  const room = foot === undefined ? Number.POSITIVE_INFINITY : foot.number - first;
  const by = Math.max(0, rows.length - room);
  const movedFrom = foot === undefined ? Number.POSITIVE_INFINITY : foot.number;
  const sample = blank.at(-1);
  const written = rows.map((cells, index): XmlRow => {
    const number = first + index;
    const own = blank.find((row) => row.number === number) ?? { ...(sample ?? emptyRow), number };
    return writeCells({ ...own, number }, cells, form.header.columns);
  });
  const unused = blank.filter(({ number }) => number >= first + rows.length);
  const above = form.rows.filter(({ number }) => number < first);
  const foots = below.filter(({ number }) => number >= movedFrom).map((row) => ({ ...row, number: row.number + by }));
  const data = formatSheetData([...above, ...written, ...unused, ...foots]);
  const last = first + rows.length - 1;
  const after = extendRanges(shiftRanges(form.after, movedFrom, by), first, last, sample?.number ?? first);
  return { xml: shiftRanges(form.before, movedFrom, by) + data + after, movedFrom, by };
}

const emptyRow: XmlRow = { number: 0, attributes: '', cells: [] };

/** Below the header, and below what is merged with it. */
function findFirstRow({ after, header }: Form): number {
  let first = header.at + 2;
  for (const [, range = ''] of after.matchAll(/<mergeCell\b[^>]*\bref="([^"]+)"/g)) {
    const [top = 0, bottom = 0] = [...range.matchAll(/\d+/g)].map(([number]) => Number(number));
    if (top <= header.at + 1 && bottom > header.at + 1) first = Math.max(first, bottom + 1);
  }
  return first;
}

function writeCells(row: XmlRow, values: FormCells, columns: FormHeader['columns']): XmlRow {
  const cells = new Map(row.cells.map((cell) => [cell.column, cell]));
  for (const [role, at] of Object.entries(columns)) {
    const text = values[role as FormColumn];
    if (text === undefined || at === undefined) continue;
    const column = nameColumn(at + 1);
    const known: XmlCell = cells.get(column) ?? { column, attributes: '', type: null, inner: null };
    cells.set(column, { ...known, ...inlineText(text) });
  }
  return { ...row, cells: [...cells.values()] };
}

/** Print areas and the like that name rows of the sheet. */
function moveNames(
  workbook: string,
  path: string,
  parts: Record<string, Uint8Array>,
  movedFrom: number,
  by: number,
): string {
  if (by === 0) return workbook;
  const relations = parts['xl/_rels/workbook.xml.rels'];
  const target = path.replace(/^xl\//, '');
  const id = [...(relations === undefined ? '' : strFromU8(relations)).matchAll(/<Relationship\b([^>]*)>/g)]
    .map(([, attributes = '']) => attributes)
    .find((attributes) => (readAttribute(attributes, 'Target') ?? '').replace(/^\/xl\//, '') === target);
  const sheets = [...workbook.matchAll(/<sheet\b([^>]*)>/g)].map(([, attributes = '']) => attributes);
  const index = sheets.findIndex((attributes) => readAttribute(attributes, 'r:id') === readAttribute(id ?? '', 'Id'));
  if (id === undefined || index < 0) return workbook;
  return workbook.replace(
    /(<definedName\b[^>]*localSheetId="(\d+)"[^>]*>)([^<]*)(<\/definedName>)/g,
    (whole, open, own, text, close) =>
      Number(own) === index
        ? `${open}${text.replace(/(\$[A-Z]{1,3}\$)(\d+)/g, (_: string, column: string, row: string) => column + (Number(row) >= movedFrom ? Number(row) + by : Number(row)))}${close}`
        : whole,
  );
}
