import type { OpenScan } from '../open-scan.ts';
import { runInOrder } from '../scan/in-order.ts';
import { authorityOfPair, regionOf } from '../scan/kernel/tables.ts';
import { collectGroups, type DuplicateSet } from './duplicate-set.ts';
import { countEntries } from './found-groups.ts';
import { gatherTask, planPartitionSpans } from './gather.ts';
import { type Groups, groupTasks } from './group.ts';
import type { KeyStore, StoredBlock } from './key-store.ts';

/** Records of clean codes by authority and by region. */
export interface CleanCounts {
  authorities: Map<string, number>;
  regions: Map<string, number>;
}

/** What grouping the keys of a scan works with. */
export interface GroupJob {
  /** Records of clean codes by authority and region are added here; without it they are not counted. */
  clean?: CleanCounts;
  /** Groups of one task on their way to the others: some of them, or some of their entries, may be left out. */
  adapt?(groups: Groups): Groups;
  /** Members of a group that are of use: the first ones. */
  most?: number;
  signal?: AbortSignal | undefined;
  progress?(share: number): void;
  /** Takes groups when there are enough of them; no code is in two sets, for a code has one partition. */
  take(set: DuplicateSet): Promise<void>;
}

/** Groups all keys of a scan, some partitions a task, and forgets them. */
export async function groupScan(
  scan: Pick<OpenScan, 'keys' | 'bits' | 'pool' | 'batchEntries'>,
  job: GroupJob,
): Promise<void> {
  const { keys, bits, pool } = scan;
  const items = listGroupTasks(keys, bits, scan.batchEntries);
  const spill = keys.spilled()?.reference ?? null;
  let batch: Groups[] = [];
  let entries = 0;
  let done = 0;
  const takeBatch = async (): Promise<void> => {
    job.signal?.throwIfAborted();
    const set = collectGroups(batch);
    batch = [];
    entries = 0;
    if (set.entryCount > 0) await job.take(set);
  };
  await runInOrder(
    items,
    pool.size * 2,
    ({ blocks, span, isClean }) => {
      const isCounted = isClean && job.clean !== undefined;
      return pool.run(groupTasks, gatherTask(blocks, span, { isClean, isCounted, most: job.most }, spill));
    },
    async (result) => {
      if (job.clean !== undefined) addClean(job.clean, result);
      const groups = job.adapt?.(result) ?? result;
      batch.push({ ...groups, regions: new Uint32Array(), pairs: new Uint32Array() });
      entries += countEntries(groups);
      done++;
      job.progress?.(done / items.length);
      // The last ones are taken when the keys are gone.
      if (entries >= scan.batchEntries && done < items.length) await takeBatch();
    },
  );
  keys.clean.length = 0;
  keys.hashed.length = 0;
  await takeBatch();
}

/** What is grouped as one task: some partitions of all blocks of exact keys, or of all others, where there are entries in them. */
export function listGroupTasks(
  keys: Pick<KeyStore, 'clean' | 'hashed'>,
  bits: number,
  batchEntries: number,
): { blocks: StoredBlock[]; span: [number, number]; isClean: boolean }[] {
  return (['clean', 'hashed'] as const).flatMap((which) => {
    const blocks = keys[which];
    if (blocks.length === 0) return [];
    return planPartitionSpans(blocks, bits, batchEntries)
      .filter(([first, last]) => blocks.some(({ offsets }) => offsets[last] !== offsets[first]))
      .map((span) => ({ blocks, span, isClean: which === 'clean' }));
  });
}

function addClean({ authorities, regions }: CleanCounts, { pairs, regions: counts }: Groups): void {
  for (const [pair, count] of pairs.entries()) addCount(authorities, authorityOfPair(pair), count);
  for (let at = 0; at < counts.length; at += 2) addCount(regions, regionOf(counts[at] ?? 0), counts[at + 1] ?? 0);
}

function addCount(counts: Map<string, number>, key: string, count: number): void {
  if (count > 0) counts.set(key, (counts.get(key) ?? 0) + count);
}
