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

/** By range the names that the registry has of absent codes: the key of each record's, two words, 0 where it has none. */
export type KnownNames = Map<number, Uint32Array>;

/**
 * Marks absent codes about which the registry says nothing at all, and returns the names of the others, so that nobody has to read either
 * to ask about each:
 *
 *   names of the registry   ranges 0 … R - 1   ┐
 *   names of absent codes   ranges R …         ┘ grouped by side ─▶ on both: absent still ─▶ the others: unknown
 */
export async function setUnknown(join: NameJoin): Promise<KnownNames> {
  const { pool, statuses, batchEntries } = join;
  const rows = new Map(Array.from(statuses, ([range, lists]) => [range, takeAbsent(lists)]));
  const named: KnownNames = new Map();
  if (join.names === null || [...rows.values()].every(({ length }) => length === 0)) return named;
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
    take({ byRange, keys: ofGroups }) {
      const words = new Uint32Array(ofGroups.buffer, ofGroups.byteOffset, ofGroups.length * 2);
      for (const [index, { rows: known, groups }] of byRange) {
        const range = index - ranges.length;
        const lists = statuses.get(range) ?? [];
        const own = named.get(range) ?? new Uint32Array((lists[0]?.length ?? 0) * 2);
        named.set(range, own);
        for (const [at, row] of known.entries()) {
          for (const list of lists) if (list[row] === unknown) list[row] = absent;
          const group = groups[at] ?? 0;
          own[row * 2] = words[group * 2] ?? 0;
          own[row * 2 + 1] = words[group * 2 + 1] ?? 0;
        }
      }
    },
  });
  return named;
}

/** Those of some rows of a range that there are. */
export function pickNames(words: Uint32Array, rows: Uint32Array): BigUint64Array {
  const picked: number[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const low = words[row * 2] ?? 0;
    const high = words[row * 2 + 1] ?? 0;
    if ((low | high) !== 0) picked.push(low, high);
  }
  return new BigUint64Array(Uint32Array.from(picked).buffer);
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
