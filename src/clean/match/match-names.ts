import { isOn } from '../../engine/group/group-sides.ts';
import type { StoredBlock } from '../../engine/group/key-store.ts';
import { groupBySides } from '../../engine/group/side-stage.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import { listRowNames } from '../../engine/reread/pick.ts';
import type { ScannedRange } from '../../engine/scan/file-scan.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';
import type { Pool } from '../../engine/task.ts';
import type { IndexedScan } from '../lookup/find-entities.ts';
import { matchStatuses } from './match-report.ts';

const absent = matchStatuses.indexOf('absent');
/** The place after all statuses: absent, and no record of the registry has the name either. */
export const unknown = matchStatuses.length;

/** A table's records held against a registry by their names. */
export interface NameJoin {
  pool: Pool;
  /** Of the table, as its first reading has them. */
  plans: FilePlan[];
  ranges: ScannedRange[];
  /** Statuses by range, a list for each column. */
  statuses: Map<number, Uint8Array[]>;
  batchEntries: number;
  /** The registry under its names; null where there are none to compare. */
  names: (() => Promise<IndexedScan>) | null;
}

/**
 * Marks absent codes about which the registry says nothing at all, so that nobody has to ask it about each:
 *
 *   names of the registry   ranges 0 … R - 1   ┐
 *   names of absent codes   ranges R …         ┘ grouped by side ─▶ on both: absent still ─▶ the others: unknown
 */
export async function setUnknown(join: NameJoin): Promise<void> {
  const { pool, statuses, batchEntries } = join;
  const rows = new Map(Array.from(statuses, ([range, lists]) => [range, takeAbsent(lists)]));
  if (join.names === null || [...rows.values()].every(({ length }) => length === 0)) return;
  const { keys, bits, ranges } = await join.names();
  const own: StoredBlock[] = [];
  await runInOrder(
    rows,
    pool.size * 2,
    ([range, list]) => listRowNames(join, range, { rows: list, base: 0, bits, isShared: true }),
    ({ block }, [range]) => {
      if (block !== null) own.push({ ...block, range: ranges.length + range, at: 0 });
    },
  );
  await groupBySides({
    keys: { clean: [], hashed: [...keys.hashed, ...own], spilled: keys.spilled },
    bits,
    pool,
    sideOf: (range) => (range < ranges.length ? 0 : 1),
    among: 1,
    wants: ({ side, presence }) => side === 1 && isOn(presence, 0),
    batchEntries,
    take({ byRange }) {
      for (const [range, { rows: known }] of byRange) {
        for (const list of statuses.get(range - ranges.length) ?? []) {
          for (const row of known) if (list[row] === unknown) list[row] = absent;
        }
      }
    },
  });
}

/** Makes what is absent unknown; returns the rows. */
function takeAbsent(lists: Uint8Array[]): Uint32Array<ArrayBuffer> {
  const records = lists[0]?.length ?? 0;
  const rows = new Uint32Array(records);
  let count = 0;
  for (let row = 0; row < records; row++) {
    let isAbsent = false;
    for (const list of lists) {
      if (list[row] !== absent) continue;
      list[row] = unknown;
      isAbsent = true;
    }
    if (isAbsent) rows[count++] = row;
  }
  return rows.slice(0, count);
}
