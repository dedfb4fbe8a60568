import type { CleanCounts } from '../../check/create-report.ts';
import type { Pool } from '../platform.ts';
import { runInOrder } from '../scan/in-order.ts';
import { authorityOfPair, regionOf } from '../scan/kernel/tables.ts';
import { gatherTask, planPartitionSpans } from './gather.ts';
import type { Groups } from './group.ts';
import type { KeyStore, StoredBlock } from './key-store.ts';

/** What grouping all keys works with. */
export interface GroupJob {
  keys: KeyStore;
  bits: number;
  pool: Pool;
  /** Records of clean codes by authority and region are added here; null where the keys are not codes. */
  clean: CleanCounts | null;
  /** Groups are taken when they have so many entries, and at the end. */
  batchEntries: number;
  progress(share: number): void;
  take(groups: Groups[]): Promise<void>;
}

/**
 * Groups all keys, some partitions a task. No code is in two batches: a code has one partition.
 */
export async function groupInBatches(job: GroupJob): Promise<void> {
  const { keys, bits, pool } = job;
  const items = listGroupTasks(keys, bits);
  const spill = keys.spilled()?.reference ?? null;
  let batch: Groups[] = [];
  let entries = 0;
  let done = 0;
  await runInOrder(
    items,
    pool.size * 2,
    ({ blocks, stretch, isClean }) => {
      const isCounted = isClean && job.clean !== null;
      return pool.run<'group'>({ kind: 'group', ...gatherTask(blocks, stretch, { isClean, isCounted }, spill) });
    },
    async (result) => {
      if (job.clean !== null) addClean(job.clean, result);
      batch.push({ ...result, regions: new Uint32Array(), pairs: new Uint32Array() });
      entries += result.entries.length / 3;
      job.progress(++done / items.length);
      if (entries < job.batchEntries) return;
      await job.take(batch);
      batch = [];
      entries = 0;
    },
  );
  keys.clean.length = 0;
  keys.hashed.length = 0;
  await job.take(batch);
}

/** What is grouped as one task: some partitions of all blocks of exact keys, or of all others. */
export function listGroupTasks(
  keys: Pick<KeyStore, 'clean' | 'hashed'>,
  bits: number,
): { blocks: StoredBlock[]; stretch: [number, number]; isClean: boolean }[] {
  return (['clean', 'hashed'] as const).flatMap((which) => {
    const blocks = keys[which];
    if (blocks.length === 0) return [];
    return planPartitionSpans(blocks, bits).map((stretch) => ({ blocks, stretch, isClean: which === 'clean' }));
  });
}

function addClean({ authorities, regions }: CleanCounts, { pairs, regions: counts }: Groups): void {
  for (const [pair, count] of pairs.entries()) addCount(authorities, authorityOfPair(pair), count);
  for (let at = 0; at < counts.length; at += 2) addCount(regions, regionOf(counts[at] ?? 0), counts[at + 1] ?? 0);
}

function addCount(counts: Map<string, number>, key: string, count: number): void {
  if (count > 0) counts.set(key, (counts.get(key) ?? 0) + count);
}
