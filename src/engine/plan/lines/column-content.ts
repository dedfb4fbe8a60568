import { couldBeCode } from '../../../code/cell/could-be-code.ts';
import { isMissing } from '../../../code/cell/missing.ts';
import { clean, normalize } from '../../../code/cell/normalize.ts';
import { isValid } from '../../../code/validate.ts';
import { findCodeHeaders, listCodeHeaders } from '../../../tables/headers/code-headers.ts';
import { readsAsOrganization } from './foot-lines.ts';

const conformingShare = 0.5;
const organizationShare = 0.5;
/** A column of units says the same few names over and over. */
const differentShare = 0.5;

/** Columns most of whose cells are codes that conform. */
export function findCodesByContent(width: number, rows: string[][]): number[] {
  return columnsOf(width).filter((column) => {
    const cells = filledCells(rows, column);
    return cells.length > 0 && cells.filter((cell) => isValid(cell)).length >= cells.length * conformingShare;
  });
}

/** Columns of codes under another header, where the one of codes holds text alone: headers and cells have come apart. */
export function findCodesElsewhere(headers: string[], rows: string[][], codeColumn: number): number[] {
  const cells = filledCells(rows, codeColumn).filter((cell) => !isMissing(clean(cell)));
  if (cells.length === 0 || cells.some(couldBeCode)) return [];
  const named = listCodeHeaders(headers);
  return findCodesByContent(headers.length, rows).filter((column) => !named.includes(column));
}

/** How many records are written as columns: the header of codes in one cell, codes in the next ones. */
export function countOnTheirSide(rows: string[][]): number {
  return rows.reduce((most, row) => {
    const [label = '', ...codes] = row.filter((cell) => cell.trim() !== '');
    const isLabel = findCodeHeaders([label]).length > 0 && !readsAsOrganization(label);
    return isLabel ? Math.max(most, codes.filter(isOneCode).length) : most;
  }, 0);
}

/** Whether a cell is one code, right or wrong: what no header is. */
export function isOneCode(cell: string): boolean {
  return isValid(cell) || /^(?=(\D*\d){8})[0-9A-Z]{15,18}$/.test(normalize(cell));
}

/** The column most of whose cells read as names of organizations, mostly different ones; -1: there is none. */
export function findNamesByContent(width: number, rows: string[][], codeColumn: number): number {
  let best = -1;
  let bestShare = 0;
  for (const column of columnsOf(width)) {
    if (column === codeColumn) continue;
    const cells = filledCells(rows, column);
    if (cells.length === 0 || new Set(cells).size < cells.length * differentShare) continue;
    const share = cells.filter(readsAsOrganization).length / cells.length;
    const weighed = share * (cells.length / rows.length);
    if (share < organizationShare || weighed <= bestShare) continue;
    best = column;
    bestShare = weighed;
  }
  return best;
}

function columnsOf(width: number): number[] {
  return Array.from({ length: width }, (_, column) => column);
}

function filledCells(rows: string[][], column: number): string[] {
  return rows.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
}
