import type { DuplicateSet } from '../duplicates/duplicate-set.ts';
import type { DuplicateSite } from '../registry/pick.ts';
import { chooseKeepers, type KeepChoice } from './choose-keepers.ts';
import { compareRecords } from './compare-records.ts';
import type { ConflictRule, DedupBy, DedupReport } from './dedup-report.ts';
import { fates, type Marks } from './marks.ts';

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

/** Decides what becomes of every record of a set of duplicates, and marks those that do not just stay. */
export async function resolveDuplicates(site: DuplicateSite, rules: DedupRules, resolution: Resolution): Promise<void> {
  const { set } = site;
  await compareRecords(site, rules.by, rules.hasNames);
  countDuplicates(set, resolution.duplicates);
  const isResolved = (group: number): boolean =>
    (set.sizes[group] ?? 0) > 1 && (set.conflicting[group] === 0 || rules.conflicts === 'drop');
  const keepers = await chooseKeepers(site, rules.keep, isResolved);
  const left = rules.conflicts === 'separate' ? fates.moved : fates.listed;
  for (const [range, { rows, groups }] of set.byRange) {
    for (const [index, row] of rows.entries()) {
      const group = groups[index] ?? 0;
      if ((set.sizes[group] ?? 0) < 2) continue;
      if (!isResolved(group)) {
        const conflict = resolution.conflictBase + group;
        resolution.marks.add(range, { row, fate: left, otherRange: conflict, otherRow: 0 });
        continue;
      }
      const [otherRange = 0, otherRow = 0] = [keepers.ranges[group], keepers.rows[group]];
      if (otherRange === range && otherRow === row) continue;
      const fate = set.conflicting[group] === 1 ? fates.dropped : fates.repeated;
      resolution.marks.add(range, { row, fate, otherRange, otherRow });
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
