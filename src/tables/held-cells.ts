import { RefusedError } from './broken.ts';

/** Cells of formats that are held whole. More are read from .xlsx and CSV alone, which are read a piece at a time. */
export const mostCells = 1_000_000;

/**
 * Counts the cells and rows that a table comes to while it is read: a few bytes can say that a cell stands far out, or reaches there.
 *
 * @returns a counter, which throws {RefusedError} when there are more than are held
 */
export function createCellLimit(): (more: number) => void {
  let held = 0;
  return (more) => {
    held += more;
    if (held > 2 * mostCells) throw new RefusedError('size');
  };
}
