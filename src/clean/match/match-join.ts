import { listEntries } from '../../engine/group/duplicate-set.ts';
import { isOn } from '../../engine/group/group-sides.ts';
import type { KeyStore } from '../../engine/group/key-store.ts';
import { groupBySides, type SideSet } from '../../engine/group/side-stage.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import { pickInOrder } from '../../engine/reread/pick.ts';
import type { ScannedRange } from '../../engine/scan/file-scan.ts';
import { keyKinds } from '../../engine/scan/scan-keys.ts';
import type { Pool } from '../../engine/task.ts';
import { matchStatuses } from './match-report.ts';

/** Statuses of records by their place in `matchStatuses`, a list for each range of the table. */
export type RangeStatuses = Map<number, Uint8Array>;

/**
 * A table held against a registry by conforming codes:
 *
 *   ranges    0 1 2 … of the registry │ … of the table, column by column
 *   plans     of the registry         │ of the table, column by column
 */
export interface MatchJoin {
  keys: Pick<KeyStore, 'clean' | 'hashed' | 'spilled'>;
  bits: number;
  pool: Pool;
  plans: FilePlan[];
  ranges: ScannedRange[];
  /** Ranges before this one are the registry's. */
  registryRanges: number;
  /** Names are compared where both have them. */
  hasNames: boolean;
  batchEntries: number;
  /** Filled in: records start as absent, or as unnamed where no names are compared. */
  statuses: RangeStatuses;
}

const absent = matchStatuses.indexOf('absent');
/** By what comparing a record's name with the registry's has come to. */
const statusOf = {
  same: matchStatuses.indexOf('matched'),
  other: matchStatuses.indexOf('other-name'),
  unknown: matchStatuses.indexOf('unnamed'),
};

/** Marks the table's conforming codes that the registry does not have, or has under other names. */
export async function joinByCode(join: MatchJoin): Promise<void> {
  const { keys, bits, pool, registryRanges, hasNames, batchEntries } = join;
  await groupBySides({
    keys,
    bits,
    pool,
    batchEntries,
    sideOf: (range) => (range < registryRanges ? 0 : 1),
    among: 1,
    wants: ({ side, kind, isClean, presence }) => {
      if (!isClean && kind !== keyKinds.conforming) return false;
      return hasNames ? isOn(presence, 0) && isOn(presence, 1) : side === 1 && !isOn(presence, 0);
    },
    take: async (set) => {
      if (hasNames) await compareNames(join, set);
      else setAbsent(join, set);
    },
  });
}

function setAbsent({ statuses }: MatchJoin, { byRange }: SideSet): void {
  for (const [range, { rows }] of byRange) {
    const list = statuses.get(range);
    if (list !== undefined) for (const row of rows) list[row] = absent;
  }
}

/** The registry's names of each group, as numbers: its ranges come first. */
async function compareNames(join: MatchJoin, set: SideSet): Promise<void> {
  const { registryRanges, statuses } = join;
  const names = createNameLists(set.keys.length);
  await pickInOrder(join, listEntries(set), 'names', ({ numbers }, { range, rows, groups }) => {
    const list = statuses.get(range);
    for (const [at, group] of groups.entries()) {
      const low = numbers[at * 4] ?? 0;
      const high = numbers[at * 4 + 1] ?? 0;
      if (range < registryRanges) names.add(group, low, high);
      else if (list !== undefined) list[rows[at] ?? 0] = statusOf[names.compare(group, low, high)];
    }
  });
}

/** Sets of 64-bit numbers, most of them of one. */
function createNameLists(count: number) {
  const first = new Uint32Array(count * 2);
  const isFilled = new Uint8Array(count);
  const more = new Map<number, Set<string>>();
  return {
    add(group: number, low: number, high: number): void {
      if (isFilled[group] === 0) {
        isFilled[group] = 1;
        first[group * 2] = low;
        first[group * 2 + 1] = high;
      } else if (first[group * 2] !== low || first[group * 2 + 1] !== high) {
        const others = more.get(group) ?? new Set();
        others.add(`${low}:${high}`);
        more.set(group, others);
      }
    },
    /** Whether the name is one of the group's; not known where one of the two has none. */
    compare(group: number, low: number, high: number): 'same' | 'other' | 'unknown' {
      if ((low | high) === 0) return 'unknown';
      const firstLow = first[group * 2] ?? 0;
      const firstHigh = first[group * 2 + 1] ?? 0;
      const others = more.get(group);
      if ((firstLow === low && firstHigh === high) || others?.has(`${low}:${high}`) === true) return 'same';
      return (firstLow | firstHigh) === 0 || others?.has('0:0') === true ? 'unknown' : 'other';
    },
  };
}
