import type { DuplicateSource } from '../../check/duplicates/duplicate-source.ts';
import { rowLimit } from '../../engine/plan/ranges.ts';
import { readRecords } from '../../engine/reread/pick.ts';
import type { RecordWants } from '../../engine/reread/record-task.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';
import { dateOrder } from './date-order.ts';
import type { KeepRule } from './dedup-report.ts';

/** The record of each duplicate that stays. */
export interface Keepers {
  ranges: Uint32Array;
  rows: Uint32Array;
}

/** A rule with its column found: -1 where it has none. */
export interface KeepChoice {
  rule: KeepRule['rule'];
  column: number;
}

/**
 * Chooses for every group of which `isWanted` holds the record with the highest score; of equals the first.
 *
 * @param mayNotStay rows by range that are not chosen
 */
export async function chooseKeepers(
  source: DuplicateSource,
  { rule, column }: KeepChoice,
  isWanted: (group: number) => boolean,
  mayNotStay: Map<number, Set<number>>,
): Promise<Keepers> {
  const { set, pool } = source;
  const count = set.sizes.length;
  const keepers = { ranges: new Uint32Array(count), rows: new Uint32Array(count) };
  const best = new Float64Array(count).fill(Number.NaN);
  const consider = (range: number, row: number, group: number, score: number): void => {
    const held = best[group] ?? Number.NaN;
    const isFirst = Number.isNaN(held);
    if (!isFirst && score < held) return;
    const [otherRange = 0, otherRow = 0] = [keepers.ranges[group], keepers.rows[group]];
    if (!isFirst && score === held && (otherRange < range || (otherRange === range && otherRow < row))) return;
    best[group] = score;
    keepers.ranges[group] = range;
    keepers.rows[group] = row;
  };
  if (rule === 'first' || rule === 'last') {
    for (const [range, { rows, groups }] of set.byRange) {
      const unfit = mayNotStay.get(range);
      for (const [index, row] of rows.entries()) {
        if (unfit?.has(row)) continue;
        consider(range, row, groups[index] ?? 0, rule === 'first' ? 0 : range * rowLimit + row);
      }
    }
    return keepers;
  }
  const wanted = function* (): Generator<{ range: number; rows: Uint32Array<ArrayBuffer>; groups: number[] }> {
    for (const [range, { rows, groups }] of set.byRange) {
      const unfit = mayNotStay.get(range);
      const chosen = [...groups.keys()].filter(
        (index) => isWanted(groups[index] ?? 0) && !unfit?.has(rows[index] ?? 0),
      );
      if (chosen.length === 0) continue;
      const chosenRows = Uint32Array.from(chosen, (index) => rows[index] ?? 0);
      yield { range, rows: chosenRows, groups: chosen.map((index) => groups[index] ?? 0) };
    }
  };
  const want: RecordWants = rule === 'most-complete' ? { filled: true } : { cells: [column] };
  await runInOrder(
    wanted(),
    pool.size * 2,
    ({ range, rows }) => readRecords(source, range, rows, want),
    ({ filled, cells }, { range, rows, groups }) => {
      for (const [index, row] of rows.entries()) {
        const score = rule === 'most-complete' ? (filled[index] ?? 0) : scoreDate(cells[0]?.[index] ?? '', rule);
        consider(range, row, groups[index] ?? 0, score);
      }
    },
  );
  return keepers;
}

/** What is no date loses against any. */
function scoreDate(cell: string, rule: 'newest' | 'oldest'): number {
  const order = dateOrder(cell);
  if (order === null) return Number.NEGATIVE_INFINITY;
  return rule === 'newest' ? order : -order;
}
