import type { DuplicateSet } from '../duplicates/duplicate-set.ts';
import type { DuplicateSite } from '../registry/pick.ts';
import { chooseKeepers, type KeepChoice } from './choose-keepers.ts';
import { compareRecords } from './compare-records.ts';
import type { ConflictRule, DedupBy, DedupReport } from './dedup-report.ts';
import { fates, type Marks } from './marks.ts';
import { partRepeats, type Repeats } from './part-repeats.ts';

/** The rules of one deduplication. */
export interface DedupRules {
  by: DedupBy;
  keep: KeepChoice;
  conflicts: ConflictRule;
  hasNames: boolean;
}

/** What resolving adds to, duplicate by duplicate. */
export interface Resolution {
  marks: Marks;
  duplicates: DedupReport['duplicates'];
  /** Conflicts so far have lower numbers. */
  conflictBase: number;
}

const noRepeats: Repeats = { conflictOf: new Map(), nameless: new Map() };

/** Decides what becomes of every record of a set of duplicates, and marks those that do not just stay. */
export async function resolveDuplicates(site: DuplicateSite, rules: DedupRules, resolution: Resolution): Promise<void> {
  const { set } = site;
  const { by, keep, conflicts, hasNames } = rules;
  await compareRecords(site, by, hasNames);
  countDuplicates(set, resolution.duplicates);
  const isParted = by === 'organization' && hasNames && conflicts !== 'drop';
  const { conflictOf, nameless } = isParted ? await partRepeats(site) : noRepeats;
  const isResolved = (group: number): boolean =>
    (set.sizes[group] ?? 0) > 1 && (set.conflicting[group] === 0 || conflicts === 'drop');
  const mayStay = (range: number, row: number): boolean => nameless.get(range)?.has(row) !== true;
  const keepers = await chooseKeepers(site, keep, isResolved, mayStay);
  const left = conflicts === 'separate' ? fates.moved : fates.listed;
  for (const [range, { rows, groups }] of set.byRange) {
    for (const [index, row] of rows.entries()) {
      const group = groups[index] ?? 0;
      if ((set.sizes[group] ?? 0) < 2) continue;
      const [otherRange = 0, otherRow = 0] = [keepers.ranges[group], keepers.rows[group]];
      if (isResolved(group) && (otherRange !== range || otherRow !== row)) {
        const fate = set.conflicting[group] === 1 ? fates.dropped : fates.repeated;
        resolution.marks.add(range, { row, fate, otherRange, otherRow });
        continue;
      }
      const conflict = isResolved(group) ? conflictOf.get(group) : group;
      if (conflict !== undefined) {
        const otherRange = resolution.conflictBase + conflict;
        resolution.marks.add(range, { row, fate: left, otherRange, otherRow: 0 });
      }
    }
  }
  resolution.conflictBase += set.sizes.length;
}

function countDuplicates(set: DuplicateSet, duplicates: DedupReport['duplicates']): void {
  for (const [group, size] of set.sizes.entries()) {
    if (size < 2) continue;
    for (const counts of [duplicates, set.conflicting[group] === 1 ? duplicates.conflicting : duplicates.repeated]) {
      counts.codes++;
      counts.records += size;
      counts.excess += size - 1;
    }
  }
}
