import type { DuplicateSource } from '../../check/duplicates/duplicate-source.ts';
import type { DuplicateSet } from '../../engine/group/duplicate-set.ts';
import { chooseKeepers, type KeepChoice } from './choose-keepers.ts';
import { compareRecords } from './compare-records.ts';
import type { ConflictRule, DedupBy, DedupReport } from './dedup-report.ts';
import { actions, type RowDecisions } from './row-decisions.ts';
import { type Repeats, separateRepeats } from './separate-repeats.ts';

/** The rules of one deduplication. */
export interface DedupRules {
  by: DedupBy;
  keep: KeepChoice;
  conflicts: ConflictRule;
  hasNames: boolean;
}

/** What resolving adds to, duplicate by duplicate. */
export interface Resolution {
  decisions: RowDecisions;
  duplicates: DedupReport['duplicates'];
  /** Conflicts that nothing was decided of; decisions know them by the numbers below. */
  conflictCount: number;
}

const noRepeats: Repeats = { conflictOf: new Map(), nameless: new Map() };

/** Decides what becomes of every record of a set of duplicates, and decisions those that do not just stay. */
export async function resolveDuplicates(
  source: DuplicateSource,
  rules: DedupRules,
  resolution: Resolution,
): Promise<void> {
  const { set } = source;
  const { by, keep, hasNames } = rules;
  const isDropping = rules.conflicts === 'drop';
  await compareRecords(source, by, hasNames);
  countDuplicates(set, resolution.duplicates);
  const isParted = by === 'organization' && hasNames && !isDropping;
  const { conflictOf, nameless } = isParted ? await separateRepeats(source) : noRepeats;
  const isResolved = (group: number): boolean =>
    (set.sizes[group] ?? 0) > 1 && (set.conflicting[group] === 0 || isDropping);
  const keepers = await chooseKeepers(source, keep, isResolved, nameless);
  const left = rules.conflicts === 'separate' ? actions.moved : actions.listed;
  const conflicts = set.sizes.map((size, group) => (size > 1 && !isResolved(group) ? resolution.conflictCount++ : 0));
  for (const [range, { rows, groups }] of set.byRange) {
    for (const [index, row] of rows.entries()) {
      const group = groups[index] ?? 0;
      if ((set.sizes[group] ?? 0) < 2) continue;
      const [otherRange = 0, otherRow = 0] = [keepers.ranges[group], keepers.rows[group]];
      if (isResolved(group) && (otherRange !== range || otherRow !== row)) {
        const action = set.conflicting[group] === 1 ? actions.dropped : actions.repeated;
        resolution.decisions.add(range, { row, action, otherRange, otherRow });
        continue;
      }
      const conflict = isResolved(group) ? conflictOf.get(group) : group;
      if (conflict !== undefined) {
        const otherRange = conflicts[conflict] ?? 0;
        resolution.decisions.add(range, { row, action: left, otherRange, otherRow: 0 });
      }
    }
  }
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
