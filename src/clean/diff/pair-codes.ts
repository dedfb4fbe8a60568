import type { KeyStore } from '../../engine/group/key-store.ts';
import { groupBySides, type SideSet } from '../../engine/group/side-stage.ts';
import { listRowNames } from '../../engine/reread/pick.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';
import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import type { CodeRecord, DiffOptions } from './diff-report.ts';
import type { DiffScan } from './diff-scan.ts';
import { NEW, OLD } from './diff-status.ts';
import { listRanges, readOrdinals } from './read-rows.ts';
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
 *
 * @param keys of records by their ordinals, each block of one side
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
    pool: diff.pool,
    sideOf: (side) => side,
    wants: ({ presence }) => presence === oneOnEach,
    batchEntries: diff.batchEntries,
    async take(set) {
      count += set.keys.length;
      for (const { rows } of set.byRange.values()) oneSided.drop(rows);
      if (onCodes !== undefined) await handOver(diff, listPairs(set), by, onCodes);
    },
  });
  keys.clean.length = 0;
  keys.hashed.length = 0;
  return count;
}

/** Ordinals of the pairs, two words each: the new record's, and the old one's, by which they are in order. */
function listPairs({ keys, byRange }: SideSet): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(keys.length * 2);
  for (const [side, { rows, groups }] of byRange) {
    for (let at = 0; at < rows.length; at++) words[(groups[at] ?? 0) * 2 + (side === OLD ? 1 : 0)] = rows[at] ?? 0;
  }
  new BigUint64Array(words.buffer).sort();
  return words;
}

/** Reads the records of pairs, and gives them in order of the old one. */
async function handOver(
  diff: DiffScan,
  pairs: Uint32Array,
  by: 'organization' | 'name',
  onCodes: NonNullable<DiffOptions['onCodes']>,
): Promise<void> {
  const length = diff.allow('changed', pairs.length / 2);
  const [old, now] = [1, 0].map((word) => Uint32Array.from({ length }, (_, at) => pairs[at * 2 + word] ?? 0));
  const partners: CodeRecord[] = new Array(length);
  await readOrdinals(diff, now as Uint32Array, (records, indexes) => {
    for (const [index, record] of records.entries()) partners[indexes[index] ?? 0] = record;
  });
  await readOrdinals(diff, old as Uint32Array, (records, indexes) =>
    onCodes(
      records.map((record, index) => ({
        status: 'changed' as const,
        by,
        old: record,
        new: partners[indexes[index] ?? 0] as CodeRecord,
      })),
    ),
  );
}

/** A store of the names of all one-sided codes, as numbers. */
export async function listNames({ diff, oneSided }: Pairing): Promise<KeyStore> {
  const { plans, ranges, bases, pool, bits, options } = diff;
  const keys = diff.createStore();
  const wanted = function* () {
    for (const item of listRanges(diff, oneSided)) {
      if ((plans[ranges[item.range]?.file ?? 0]?.dialect.nameColumn ?? -1) >= 0) yield item;
    }
  };
  await runInOrder(
    wanted(),
    pool.size * 2,
    ({ range, rows }) => {
      options.signal?.throwIfAborted();
      return listRowNames(diff, range, {
        rows,
        base: bases[range] ?? 0,
        bits,
        isShared: keys.spilled() === null,
      });
    },
    ({ block }, { range }) => {
      if (block !== null) keys.add('hashed', diff.sideOf(range), block);
    },
  );
  return keys;
}
