import type { CheckOptions } from '../check/options.ts';
import { maskIdentityNumbers } from '../code/mask.ts';
import { collectGroups, type DuplicateSet } from '../engine/group/duplicate-set.ts';
import { groupInBatches } from '../engine/group/group-stage.ts';
import { createKeyStore, type KeyStore } from '../engine/group/key-store.ts';
import { type FilePlan, planFile } from '../engine/plan/plan.ts';
import type { Input, Platform } from '../engine/platform.ts';
import { runInOrder } from '../engine/scan/in-order.ts';
import { createKernel } from '../engine/scan/kernel/kernel.ts';
import { type ScannedRange, scanFiles } from '../engine/scan/scan-stage.ts';
import { regions } from '../regions/index.ts';
import { compareGroup } from './compare-group.ts';
import { kindOf } from './key-list.ts';
import { limitGroups } from './limit-groups.ts';
import { readGroups } from './read-groups.ts';
import { createStemLookup } from './region-stems.ts';
import { mostMembers, type Suspect, type SuspectCounts, type SuspectRecord, suspectKinds } from './suspect.ts';
import { createSuspectSorter, type SuspectSorter } from './suspect-sorter.ts';

/** Up to so many records, names that differ in any one character are compared, however short. */
const thoroughRecords = 5000;
const keysOfRecord = 8;
const keyBytes = 12;
const partitionKeys = 16_384;
/** What one record of a group takes while it is compared. */
const memberBytes = 128;
/** Shares of the memory given: keys before they go to a file, groups while they are compared, suspects before they do. */
const [keyShare, groupShare, suspectShare] = [1 / 16, 1 / 4, 1 / 32];
/** More than this makes nothing faster. */
const mostMemoryBytes = 2 ** 29;

/** Where suspects go, and how far the search is, as a share of 1. */
export interface SuspectListener {
  /** The surest first. */
  suspects(batch: Suspect[]): void | Promise<void>;
  progress?(share: number): void;
}

/**
 * Looks for records that may be one entity under several codes. Candidates share a key; no two records are compared that
 * do not. Two conforming codes never differ by exactly one character, so only erroneous ones are looked up by their repairs.
 *
 *   scan (where records lie) ─▶ list keys ─▶ group ─▶ read the groups' records ─▶ compare ─▶ suspects
 *
 * @throws {UsccError} as `check`
 */
export async function findSuspects(
  inputs: Input[],
  options: CheckOptions,
  platform: Platform,
  listener: SuspectListener,
): Promise<SuspectCounts> {
  const kernel = createKernel();
  const plans: FilePlan[] = [];
  for (const input of inputs) plans.push(await planFile(kernel, input, options, platform));
  const { ranges, records } = await scanFiles({
    plans,
    bits: 2,
    platform,
    options: { ...options, findings: 'none' },
    keys: createNoStore(),
    listener: { findings: () => undefined, progress: () => undefined },
  });
  const memoryBytes = Math.min(options.memoryBytes ?? mostMemoryBytes, mostMemoryBytes);
  const bits = Math.max(2, Math.min(12, Math.ceil(Math.log2((records * keysOfRecord) / partitionKeys + 1))));
  const { createSpill } = platform;
  const keys = createKeyStore(
    memoryBytes * keyShare,
    createSpill && (() => createSpill(records * keysOfRecord * keyBytes)),
  );
  const sorter = createSuspectSorter(memoryBytes * suspectShare, createSpill && (() => createSpill(0)));
  const job: SuspectJob = {
    plans,
    ranges,
    platform,
    options,
    counts: createCounts(),
    listener,
    sorter,
    cut: new Set(),
  };
  await listAllKeys(job, keys, bits, records <= thoroughRecords);
  await groupInBatches({
    keys,
    bits,
    pool: limitGroups(platform.pool, mostMembers, job.cut),
    clean: null,
    batchEntries: Math.max(1 << 12, (memoryBytes * groupShare) / memberBytes),
    progress: (share) => listener.progress?.(0.5 + share / 2),
    take: async (groups) => {
      options.signal?.throwIfAborted();
      const set = collectGroups(groups);
      if (set.entryCount > 0) await compareGroups(job, set);
    },
  });
  await sorter.drain(listener.suspects);
  return job.counts;
}

interface SuspectJob {
  plans: FilePlan[];
  ranges: ScannedRange[];
  platform: Platform;
  options: CheckOptions;
  counts: SuspectCounts;
  listener: SuspectListener;
  sorter: SuspectSorter;
  /** Keys of groups whose first members are compared only. */
  cut: Set<bigint>;
}

const stemsOf = createStemLookup(regions);

async function listAllKeys(job: SuspectJob, keys: KeyStore, bits: number, isThorough: boolean): Promise<void> {
  const { plans, ranges, platform, options, listener } = job;
  let done = 0;
  await runInOrder(
    ranges.entries(),
    platform.pool.size * 2,
    ([, { file, dialect, range, records }]) => {
      options.signal?.throwIfAborted();
      const source = (plans[file] as FilePlan).input.reference;
      return platform.pool.run<'suspect'>({ kind: 'suspect', source, dialect, range, records, bits, isThorough });
    },
    ({ block }, [range]) => {
      if (block !== null) keys.add('hashed', range, block);
      listener.progress?.((++done / ranges.length) * 0.5);
    },
  );
}

/** Compares the records of every group. */
async function compareGroups(job: SuspectJob, set: DuplicateSet): Promise<void> {
  const { plans, ranges, platform, counts, sorter, cut } = job;
  sorter.flush();
  const reader = await readGroups({ plans, ranges, pool: platform.pool }, set);
  const words = new Uint32Array(set.keys.buffer);
  for (const [group, size] of set.sizes.entries()) {
    if (size < 2) continue;
    const verdict = compareGroup(kindOf(words[group * 2] ?? 0), reader.read(group), stemsOf);
    counts.commonNames += verdict.commonNames;
    if (verdict.isCrowded || (verdict.commonNames === 0 && cut.has(set.keys[group] ?? 0n))) counts.crowdedGroups++;
    for (const { kind } of verdict.suspects) counts.kinds[kind]++;
    sorter.add(verdict.suspects.map((suspect) => ({ ...suspect, records: suspect.records.map(maskCode) })));
  }
}

function maskCode(record: SuspectRecord): SuspectRecord {
  return { ...record, code: maskIdentityNumbers(record.code) };
}

function createCounts(): SuspectCounts {
  const kinds = Object.fromEntries(suspectKinds.map((kind) => [kind, 0])) as SuspectCounts['kinds'];
  return { kinds, commonNames: 0, crowdedGroups: 0 };
}

/** The scan lists keys of codes, which nobody asks for here. */
function createNoStore(): KeyStore {
  return { clean: [], hashed: [], add: () => undefined, spilled: () => null };
}
