import type { RowShift } from './row-shift.ts';

/** A merged cell over several rows; rows from 1. */
interface Merge {
  /** Such as `AB`. */
  column: string;
  first: number;
  last: number;
}

/**
 * A merged cell keeps what it says in its top row. Where that row goes and others of it stay, the first of those takes it over:
 *
 *   A5 甲局 ─ gone         A5 甲局   the row that was 6
 *   A6        stays   ─▶   A6        the row that was 7
 *   A7        stays
 */
export interface MergedHeirs {
  /** Keeps what a row that goes has to hand on. */
  leave(row: number, xml: string): void;
  /** The cells that a row takes over, as they stood. */
  take(row: number): string[];
}

/** @param tail what stands below the rows of the sheet */
export function createMergedHeirs(tail: string, shift: RowShift): MergedHeirs {
  const heirs = new Map<number, Merge[]>();
  const kept = new Map<Merge, string>();
  const tops = new Map<number, Merge[]>();
  for (const merge of listMerges(tail)) {
    if (!shift.isRemoved(merge.first)) continue;
    let heir = merge.first + 1;
    while (heir <= merge.last && shift.isRemoved(heir)) heir++;
    if (heir > merge.last) continue;
    heirs.set(heir, [...(heirs.get(heir) ?? []), merge]);
    tops.set(merge.first, [...(tops.get(merge.first) ?? []), merge]);
  }
  return {
    leave(row, xml) {
      for (const merge of tops.get(row) ?? []) {
        const cell = new RegExp(
          `<((?:\\w+:)?c)\\s[^>]*?\\br="${merge.column}${row}"[^>]*?(?:/>|>[\\s\\S]*?</\\1>)`,
        ).exec(xml);
        if (cell !== null) kept.set(merge, cell[0]);
      }
    },
    take: (row) => (heirs.get(row) ?? []).flatMap((merge) => kept.get(merge) ?? []),
  };
}

function* listMerges(tail: string): Generator<Merge> {
  for (const [, column = '', first, last] of tail.matchAll(
    /<(?:\w+:)?mergeCell\b[^>]*?\sref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g,
  )) {
    if (Number(last) > Number(first)) yield { column, first: Number(first), last: Number(last) };
  }
}
