import type { DuplicateSet } from '../duplicates/duplicate-set.ts';
import { keyKinds, pairCount } from '../scan/kernel/layout.ts';
import { authorityOfPair, regionOf } from '../scan/kernel/tables.ts';
import { runInOrder } from './in-order.ts';
import { pickRows } from './pick.ts';
import type { FilePlan } from './plan.ts';
import type { Pool } from './platform.ts';
import type { DuplicateCounts, Report } from './report.ts';
import type { ScannedRange } from './scan-stage.ts';

/** Everything the report says of duplicates. */
export interface DuplicateTotals {
  counts: Report['duplicates'];
  /** Of duplicates that conform: excess records, all records, records of conflicting ones. */
  conformingExcess: number;
  conformingRecords: number;
  conformingConflictingRecords: number;
  /** Excess records by position 1 followed by positions 3–8 (`?` where the table gives none). */
  places: Map<string, { excess: number; conformingExcess: number }>;
}

/** Counts the groups of a set; with `hasNames`, conflicting and repeated ones apart. */
export async function countDuplicates(
  set: DuplicateSet,
  hasNames: boolean,
  plans: FilePlan[],
  ranges: ScannedRange[],
  pool: Pool,
): Promise<DuplicateTotals> {
  const all = createCounts();
  const conflicting = createCounts();
  const repeated = createCounts();
  const totals: DuplicateTotals = {
    counts: { ...all, conflicting: null, repeated: null },
    conformingExcess: 0,
    conformingRecords: 0,
    conformingConflictingRecords: 0,
    places: new Map(),
  };
  const words = new Uint32Array(set.keys.buffer);
  for (let group = 0; group < set.sizes.length; group++) {
    const size = set.sizes[group] ?? 0;
    if (size < 2) continue;
    const isConflicting = set.conflicting[group] === 1;
    count(all, size);
    count(isConflicting ? conflicting : repeated, size);
    const isClean = group < set.cleanCount;
    const kind = isClean ? keyKinds.conforming : (words[group * 2] ?? 0) & 3;
    if (kind === keyKinds.conforming) {
      totals.conformingExcess += size - 1;
      totals.conformingRecords += size;
      if (isConflicting) totals.conformingConflictingRecords += size;
    }
    if (isClean) addExcess(totals, placeOfKey(words[group * 2 + 1] ?? 0), size - 1, true);
    else if (kind === keyKinds.unconverted) addExcess(totals, '?', size - 1, false);
  }
  totals.counts = { ...all, conflicting: hasNames ? conflicting : null, repeated: hasNames ? repeated : null };
  await addTexts(set, totals, plans, ranges, pool);
  return totals;
}

/** Position 1 and positions 3–8 from the upper word of a clean key. */
function placeOfKey(upper: number): string {
  const head = (upper >>> 8) - 1;
  return authorityOfPair(head % pairCount) + regionOf(Math.floor(head / pairCount));
}

/** Conforming and erroneous texts that are no clean codes: one record of each group is read for its place. */
async function addTexts(
  set: DuplicateSet,
  totals: DuplicateTotals,
  plans: FilePlan[],
  ranges: ScannedRange[],
  pool: Pool,
): Promise<void> {
  const seen = new Uint8Array(set.sizes.length);
  const words = new Uint32Array(set.keys.buffer);
  const kindOf = (group: number): number => (words[group * 2] ?? 0) & 3;
  const isWanted = (group: number): boolean => {
    if (group < set.cleanCount || seen[group] === 1 || (set.sizes[group] ?? 0) < 2) return false;
    seen[group] = 1;
    return kindOf(group) !== keyKinds.unconverted;
  };
  const wanted = [...set.byRange].flatMap(([range, { rows, groups }]) => {
    const firsts: number[] = [];
    for (let index = 0; index < rows.length; index++) if (isWanted(groups[index] ?? 0)) firsts.push(index);
    return firsts.length === 0
      ? []
      : [
          {
            range,
            rows: Uint32Array.from(firsts, (at) => rows[at] ?? 0),
            groups: Uint32Array.from(firsts, (at) => groups[at] ?? 0),
          },
        ];
  });
  await runInOrder(
    wanted,
    pool.size * 2,
    ({ range, rows }) => pickRows(pool, plans, ranges[range] as ScannedRange, rows, 'text'),
    ({ codes }, { groups }) => {
      for (const [index, code] of codes.entries()) {
        const group = groups[index] ?? 0;
        const place = code.length === 18 ? code.charAt(0) + code.slice(2, 8) : '?';
        addExcess(totals, place, (set.sizes[group] ?? 0) - 1, kindOf(group) === keyKinds.conforming);
      }
    },
  );
}

function addExcess(totals: DuplicateTotals, place: string, excess: number, isConforming: boolean): void {
  let counts = totals.places.get(place);
  if (counts === undefined) {
    counts = { excess: 0, conformingExcess: 0 };
    totals.places.set(place, counts);
  }
  counts.excess += excess;
  if (isConforming) counts.conformingExcess += excess;
}

function createCounts(): DuplicateCounts {
  return { codes: 0, records: 0, excess: 0 };
}

function count(counts: DuplicateCounts, size: number): void {
  counts.codes++;
  counts.records += size;
  counts.excess += size - 1;
}
