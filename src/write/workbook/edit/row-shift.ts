/** Where rows go when others are removed. */
export interface RowShift {
  hasMoved: boolean;
  isRemoved(row: number): boolean;
  /** The new number of a row; of one that is removed, that of the next that stays. */
  move(row: number): number;
  /** A range as it becomes, `B5:C9`; null when none of its rows stays. */
  moveRange(range: string): string | null;
  /** The references of a formula that name no sheet, or this one. */
  moveFormula(formula: string): string;
}

const reference =
  /(?<![\p{L}\p{N}_.$])('(?:[^']|'')+'!|[\p{L}\p{N}_.]+!)?(\$?[A-Z]{1,3}\$?)(\d+)(?::(\$?[A-Z]{1,3}\$?)(\d+))?(?![\p{L}\d(!_])/gu;

/** @param removed rows, ascending; @param sheet as formulas quote it */
export function createRowShift(removed: Uint32Array, sheet: string): RowShift {
  /** How many removed rows stand before `row`. */
  const countBefore = (row: number): number => {
    let low = 0;
    let high = removed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((removed[middle] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const isRemoved = (row: number): boolean => removed[countBefore(row)] === row;
  const move = (row: number): number => row - countBefore(row);
  const moveLast = (row: number): number => move(row) - (isRemoved(row) ? 1 : 0);
  const own = [`'${sheet.replaceAll("'", "''")}'!`, `${sheet}!`];
  return {
    hasMoved: removed.length > 0,
    isRemoved,
    move,
    moveRange(range) {
      const [, column = '', first = '', lastColumn, last] =
        /^(\$?[A-Z]+\$?)(\d+)(?::(\$?[A-Z]+\$?)(\d+))?$/.exec(range) ?? [];
      if (column === '') return range;
      if (lastColumn === undefined) return isRemoved(Number(first)) ? null : `${column}${move(Number(first))}`;
      const [from, to] = [move(Number(first)), moveLast(Number(last))];
      return from > to ? null : `${column}${from}:${lastColumn}${to}`;
    },
    moveFormula(formula) {
      // Text in quotes stays: every other part of the split.
      return formula
        .split(/("(?:[^"]|"")*")/)
        .map((part, index) =>
          index % 2 === 1
            ? part
            : part.replace(reference, (whole, of: string | undefined, column, row, lastColumn, lastRow) => {
                if (of !== undefined && !own.includes(of)) return whole;
                const from = `${of ?? ''}${column}${move(Number(row))}`;
                return lastColumn === undefined ? from : `${from}:${lastColumn}${moveLast(Number(lastRow))}`;
              }),
        )
        .join('');
    },
  };
}
