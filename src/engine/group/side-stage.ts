import { runInOrder } from '../scan/in-order.ts';
import { kindCount, presenceCount, sideCount } from '../scan/kernel/contract.ts';
import type { Block } from '../scan/lists.ts';
import type { Pool } from '../task.ts';
import { collectGroups, type DuplicateSet } from './duplicate-set.ts';
import type { FirstRecordsTask } from './first-records.ts';
import { countEntries } from './found-groups.ts';
import { gatherTask } from './gather.ts';
import { listWants, type Member, type SideGroups, sideTasks } from './group-sides.ts';
import { listGroupTasks } from './group-stage.ts';
import type { KeyStore, StoredBlock } from './key-store.ts';

/**
 * Keyed groups over several sides: what stands on one and not on another, or on both.
 *
 *   side 0   ranges 0 1 2      ┐ keys under one selector   ┌ counts: how many keys and records there are of each presence
 *   side 1   ranges 3 4 5      ├ in one store ─ grouped ───┤
 *   side 2   ranges 6          ┘                           └ entries: (group, range, row) of what `wants` says, in batches
 *
 * The presence of a group says on which sides it stands, and on which more than once (`isOn`, `isSeveralOn`). Entries nobody
 * wants never leave the kernel: ten million codes that stand on both sides cost two look-ups each. Keys of exact selectors
 * are compared as they are; the others are 61 bits of a hash, so that two texts that differ are taken for equal once in
 * some 10^18 pairs.
 */
export interface SideJob {
  /** Its blocks are left in place. */
  keys: Pick<KeyStore, 'clean' | 'hashed' | 'spilled'>;
  bits: number;
  pool: Pool;
  /** Side of a range's records: 0, 1 or 2. */
  sideOf(range: number): number;
  /** Whether a record is handed over; asked once of every combination there can be, beforehand. */
  wants(member: Member): boolean;
  /** A side: keys that do not stand on it are nobody's, and nothing is counted. A small one is quick to hold a large one against. */
  among?: number;
  /** Groups are taken when they have so many entries, and at the end. No key is in two batches. */
  batchEntries: number;
  /** First records that are listed beside the groups. */
  firstRecords?: FirstRecordsJob;
  progress?(share: number): void;
  take(batch: SideSet): void | Promise<void>;
}

/** Groups of which nothing but the first record is wanted: they never become entries. */
export interface FirstRecordsJob {
  /** Of one side only, whatever the key. */
  wants(member: Member): boolean;
  /** Ordinal of a range's first record. */
  baseOf(range: number): number;
  sideStarts: number[];
  /** Whether what is taken is kept in memory. */
  isShared(): boolean;
  /** Rows are ordinals; keys of clean codes are those of their organization codes. */
  take(side: number, isClean: boolean, block: Block): void;
}

/** Groups by range, with their presences. */
export interface SideSet extends DuplicateSet {
  presences: Uint8Array;
}

/** How many keys and records there are, those of exact keys as kind `clean`. */
export interface SideCounts {
  /** Keys whose kind and presence hold. */
  codes(holds: (kind: number | 'clean', presence: number) => boolean): number;
  /** Records on one side of such keys. */
  records(side: number, holds: (kind: number | 'clean', presence: number) => boolean): number;
}

export async function groupBySides(job: SideJob): Promise<SideCounts> {
  const { keys, bits, pool, among = null } = job;
  const counts = { clean: createCounts(), hashed: createCounts() };
  const isAmong = ({ range }: StoredBlock): boolean => among === null || job.sideOf(range) === among;
  const items = listGroupTasks(keys, bits, job.batchEntries).filter(({ blocks, span: [first, last] }) =>
    blocks.some((block) => isAmong(block) && block.offsets[last] !== block.offsets[first]),
  );
  const spill = keys.spilled()?.reference ?? null;
  const wants = { clean: listWants(true, job.wants), hashed: listWants(false, job.wants) };
  let batch: SideGroups[] = [];
  let entries = 0;
  let done = 0;
  await runInOrder(
    items,
    pool.size * 2,
    ({ blocks, span, isClean }) =>
      pool.run(sideTasks, {
        ...gatherTask(blocks, span, { isClean, isCounted: false }, spill),
        sides: blocks.map(({ range }) => job.sideOf(range)),
        wants: isClean ? wants.clean : wants.hashed,
        among,
        firstRecords: planFirstRecords(job, blocks, isClean),
      }),
    async (result) => {
      const total = result.isClean ? counts.clean : counts.hashed;
      addCounts(total.codes, result.codes);
      addCounts(total.records, result.records);
      for (const [side, block] of result.firstRecords.entries()) {
        if (block !== null) job.firstRecords?.take(side, result.isClean, block);
      }
      batch.push({ ...result, firstRecords: [] });
      entries += countEntries(result);
      job.progress?.(++done / items.length);
      if (entries < job.batchEntries) return;
      await job.take(collectSides(batch));
      batch = [];
      entries = 0;
    },
  );
  if (entries > 0) await job.take(collectSides(batch));
  return readCounts(counts);
}

function planFirstRecords(
  { firstRecords, bits }: SideJob,
  blocks: StoredBlock[],
  isClean: boolean,
): FirstRecordsTask | null {
  if (firstRecords === undefined) return null;
  const bases = blocks.map(({ range }) => firstRecords.baseOf(range));
  return {
    wants: listWants(isClean, firstRecords.wants),
    bases,
    sideStarts: firstRecords.sideStarts,
    bits,
    isShared: firstRecords.isShared(),
  };
}

function collectSides(parts: SideGroups[]): SideSet {
  const presences = new Uint8Array(parts.reduce((sum, part) => sum + part.presences.length, 0));
  let at = 0;
  for (const part of [...parts.filter(({ isClean }) => isClean), ...parts.filter(({ isClean }) => !isClean)]) {
    presences.set(part.presences, at);
    at += part.presences.length;
  }
  return { ...collectGroups(parts), presences };
}

interface Counts {
  codes: Float64Array;
  records: Float64Array;
}

function createCounts(): Counts {
  const size = kindCount * presenceCount;
  return { codes: new Float64Array(size), records: new Float64Array(size * sideCount) };
}

function addCounts(total: Float64Array, counts: Uint32Array): void {
  for (const [index, count] of counts.entries()) total[index] = (total[index] ?? 0) + count;
}

function readCounts({ clean, hashed }: { clean: Counts; hashed: Counts }): SideCounts {
  const size = kindCount * presenceCount;
  const sum = (
    list: (counts: Counts) => Float64Array,
    base: number,
    holds: (kind: number | 'clean', presence: number) => boolean,
  ): number => {
    let total = 0;
    for (let index = 0; index < size; index++) {
      const presence = index % presenceCount;
      const kind = Math.floor(index / presenceCount);
      if (kind === 0 && holds('clean', presence)) total += list(clean)[base + index] ?? 0;
      if (holds(kind, presence)) total += list(hashed)[base + index] ?? 0;
    }
    return total;
  };
  return {
    codes: (holds) => sum(({ codes }) => codes, 0, holds),
    records: (side, holds) => sum(({ records }) => records, side * size, holds),
  };
}
