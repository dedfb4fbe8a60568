/** Excel reads UTF-8 only when a file begins with it. */
export const BYTE_ORDER_MARK = '\ufeff';

/** What a spreadsheet may run, also behind white space that it drops. */
const FORMULA = /^[\s\u0000-\u001f\u200b\u2060]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;

/** A cell that a spreadsheet would run gets a leading apostrophe. */
export function neutralize<Cell extends string | number>(cell: Cell): Cell | string {
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell;
}
