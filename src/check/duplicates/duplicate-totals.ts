import type { DuplicateCounts, PartitionCounts, Report } from '../report.ts';
import type { DuplicateKind } from './duplicate-kind.ts';

/** Everything the report says of duplicates. */
export interface DuplicateTotals {
  counts: Report['duplicates'];
  /** Of duplicates that conform: excess records, all records, records of conflicting ones. */
  conformingExcess: number;
  conformingRecords: number;
  conformingConflictingRecords: number;
  /** Excess records of erroneous duplicates. */
  erroneousExcess: number;
  /** Different names of one code beyond the first, over all duplicates, those that conform, and erroneous ones. */
  extraNames: number;
  conformingExtraNames: number;
  erroneousExtraNames: number;
  /** Excess records by position 1 and by positions 3–8 (`?` where the table gives none). */
  byAuthority: Map<string, Excess>;
  byRegion: Map<string, Excess>;
}

/** Records of duplicates beyond the first, and of them those that conform. */
export interface Excess {
  excess: number;
  conformingExcess: number;
}

/** Totals of nothing; without names, conflicting and repeated duplicates are not told apart. */
export function createTotals(hasNames: boolean): DuplicateTotals {
  return {
    counts: {
      ...createCounts(),
      conflicting: hasNames ? createCounts() : null,
      repeated: hasNames ? createCounts() : null,
      unnamed: createCounts(),
    },
    conformingExcess: 0,
    conformingRecords: 0,
    conformingConflictingRecords: 0,
    erroneousExcess: 0,
    extraNames: 0,
    conformingExtraNames: 0,
    erroneousExtraNames: 0,
    byAuthority: new Map(),
    byRegion: new Map(),
  };
}

/** Duplicates of one kind: codes, the records they stand on, and the different names of one code beyond the first. */
export interface Duplicates {
  codes: number;
  records: number;
  kind: DuplicateKind;
  partition: keyof PartitionCounts;
  extraNames: number;
}

/** Counts duplicates of one kind. */
export function addDuplicates(
  totals: DuplicateTotals,
  { codes, records, kind, partition, extraNames }: Duplicates,
): void {
  const { counts } = totals;
  const excess = records - codes;
  const isTold = counts.conflicting !== null;
  for (const each of [counts, isTold ? counts[kind] : counts.unnamed]) {
    if (each === null) continue;
    each.codes += codes;
    each.records += records;
    each.excess += excess;
  }
  totals.extraNames += extraNames;
  if (partition === 'erroneous') {
    totals.erroneousExcess += excess;
    totals.erroneousExtraNames += extraNames;
  }
  if (partition !== 'conforming') return;
  totals.conformingExtraNames += extraNames;
  totals.conformingExcess += excess;
  totals.conformingRecords += records;
  if (kind === 'conflicting') totals.conformingConflictingRecords += records;
}

/** Counts excess records of one authority or region. */
export function addExcess(rows: Map<string, Excess>, key: string, excess: number, conforms: boolean): void {
  if (excess === 0) return;
  let row = rows.get(key);
  if (row === undefined) {
    row = { excess: 0, conformingExcess: 0 };
    rows.set(key, row);
  }
  row.excess += excess;
  if (conforms) row.conformingExcess += excess;
}

function createCounts(): DuplicateCounts {
  return { codes: 0, records: 0, excess: 0 };
}
