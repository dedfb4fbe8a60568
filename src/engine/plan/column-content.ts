import { isValid } from '../../code/validate.ts';
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
