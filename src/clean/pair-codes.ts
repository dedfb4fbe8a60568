import type { KeyStore } from '../duplicates/key-store.ts';
import { runInOrder } from '../registry/in-order.ts';
import { pickRows } from '../registry/pick.ts';
import { groupBySides, type SideSet } from '../registry/side-stage.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import { sortKeys } from '../scan/lists.ts';
import type { CodeRecord, DiffOptions } from './diff-report.ts';
import type { DiffScan } from './diff-scan.ts';
import { NEW, OLD } from './diff-status.ts';
import { readPlaces } from './read-places.ts';
import type { RowBits } from './row-bits.ts';

/** On one record of the old export and one of the new, see `isOn`. */
const oneOnEach = (1 << OLD) | (1 << NEW);

/** Codes that only one of the exports has, and what pairs them. */
export interface Pairing {
  diff: DiffScan;
  kernel: Kernel;
  /** First records of such codes; those that are paired leave. */
  oneSided: RowBits;
}

/**
 * Pairs what stands under one key on exactly one record of each export, hands the pairs over and takes them out of the
 * one-sided ones. Returns their number.
 */
export async function pairCodes(
  { diff, oneSided }: Pairing,
  keys: KeyStore,
  by: 'organization' | 'name',
  onCodes: DiffOptions['onCodes'],
): Promise<number> {
  let count = 0;
  await groupBySides({
    keys,
    bits: diff.bits,
    pool: diff.platform.pool,
    sideOf: diff.sideOf,
    wants: ({ shape }) => shape === oneOnEach,
    batchEntries: diff.batchEntries,
    async take(set) {
      count += set.keys.length;
      for (const [range, { rows }] of set.byRange) for (const row of rows) oneSided.drop(range, row);
      if (onCodes !== undefined) await handOver(diff, set, by, onCodes);
    },
  });
  return count;
}

/** Reads the records of pairs, and gives them in order of the old one. */
async function handOver(
  diff: DiffScan,
  set: SideSet,
  by: 'organization' | 'name',
  onCodes: NonNullable<DiffOptions['onCodes']>,
): Promise<void> {
  const pairs: { old: CodeRecord | null; new: CodeRecord | null }[] = Array.from(set.keys, () => ({
    old: null,
    new: null,
  }));
  const order: number[] = [];
  const isChosen = new Uint8Array(set.keys.length);
  // Ranges of the old export come first.
  const wanted = Array.from(set.byRange, ([range, { rows, groups }]) => {
    const sorted = [...rows.keys()].sort((a, b) => (rows[a] ?? 0) - (rows[b] ?? 0));
    if (diff.sideOf(range) === OLD) {
      for (const index of sorted) if (diff.allows('changed')) isChosen[groups[index] ?? 0] = 1;
    }
    const chosen = sorted.filter((index) => isChosen[groups[index] ?? 0] === 1);
    return {
      range,
      rows: Uint32Array.from(chosen, (index) => rows[index] ?? 0),
      groups: chosen.map((index) => groups[index] ?? 0),
    };
  }).filter(({ rows }) => rows.length > 0);
  await readPlaces(diff, wanted, (records, { range, groups }) => {
    const side = diff.sideOf(range) === OLD ? 'old' : 'new';
    for (const [index, record] of records.entries()) {
      const group = groups[index] ?? 0;
      const pair = pairs[group];
      if (pair !== undefined) pair[side] = record;
      if (side === 'old') order.push(group);
    }
  });
  await onCodes(
    order.flatMap((group) => {
      const { old, new: now } = pairs[group] ?? { old: null, new: null };
      return old === null || now === null ? [] : [{ status: 'changed' as const, by, old, new: now }];
    }),
  );
}

/** A store of the names of all one-sided codes, as numbers. */
export async function listNames({ diff, kernel, oneSided }: Pairing): Promise<KeyStore> {
  const { plans, ranges, platform, bits } = diff;
  const { pool } = platform;
  const keys = diff.createStore();
  const wanted = function* (): Generator<{ range: number; rows: Uint32Array<ArrayBuffer> }> {
    for (const range of oneSided.ranges()) {
      const rows = oneSided.list(range);
      if (rows.length > 0 && (plans[ranges[range]?.file ?? 0]?.dialect.nameColumn ?? -1) >= 0) yield { range, rows };
    }
  };
  await runInOrder(
    wanted(),
    pool.size * 2,
    ({ range, rows }) => pickRows({ plans, ranges, pool }, range, rows, 'numbers'),
    ({ numbers }, { range, rows }) => {
      const all = new BigUint64Array(numbers.buffer);
      const named = [...rows.keys()].filter((index) => all[index * 2] !== 0n);
      if (named.length === 0) return;
      const names = BigUint64Array.from(named, (index) => all[index * 2] ?? 0n);
      keys.add(
        'clean',
        range,
        sortKeys(
          kernel,
          names,
          Uint32Array.from(named, (index) => rows[index] ?? 0),
          bits,
        ),
      );
    },
  );
  return keys;
}
