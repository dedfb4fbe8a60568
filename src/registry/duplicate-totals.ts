import type { DuplicateCounts, Report } from './report.ts';

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

/** Totals of nothing; without names, conflicting and repeated duplicates are not told apart. */
export function createTotals(hasNames: boolean): DuplicateTotals {
  return {
    counts: {
      ...createCounts(),
      conflicting: hasNames ? createCounts() : null,
      repeated: hasNames ? createCounts() : null,
    },
    conformingExcess: 0,
    conformingRecords: 0,
    conformingConflictingRecords: 0,
    places: new Map(),
  };
}

/** Counts one duplicate: a code on `size` records. */
export function addDuplicate(totals: DuplicateTotals, size: number, isConflicting: boolean, conforms: boolean): void {
  const { counts } = totals;
  for (const each of [counts, isConflicting ? counts.conflicting : counts.repeated]) {
    if (each === null) continue;
    each.codes++;
    each.records += size;
    each.excess += size - 1;
  }
  if (!conforms) return;
  totals.conformingExcess += size - 1;
  totals.conformingRecords += size;
  if (isConflicting) totals.conformingConflictingRecords += size;
}

/** Counts its excess records where they belong: position 1 followed by positions 3–8, or `?`. */
export function addExcess(totals: DuplicateTotals, place: string, excess: number, conforms: boolean): void {
  let counts = totals.places.get(place);
  if (counts === undefined) {
    counts = { excess: 0, conformingExcess: 0 };
    totals.places.set(place, counts);
  }
  counts.excess += excess;
  if (conforms) counts.conformingExcess += excess;
}

function createCounts(): DuplicateCounts {
  return { codes: 0, records: 0, excess: 0 };
}
