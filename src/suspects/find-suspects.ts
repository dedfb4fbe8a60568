import { maskIdentityNumbers } from '../code/cell/mask.ts';
import type { DuplicateSet } from '../engine/group/duplicate-set.ts';
import { groupScan } from '../engine/group/group-stage.ts';
import { createKeyStore, type KeyStore } from '../engine/group/key-store.ts';
import type { OpenScan, ScannedTables } from '../engine/open-scan.ts';
import type { RunOptions } from '../engine/options.ts';
import type { Platform } from '../engine/platform.ts';
import { findRange } from '../engine/reread/pick.ts';
import { cutSections } from '../engine/reread/pick-task.ts';
import { runInOrder } from '../engine/scan/in-order.ts';
import { regions } from '../regions/index.ts';
import { compareGroup } from './compare-group.ts';
import { kindOf } from './key-list.ts';
import { readGroups } from './read-groups.ts';
import { createStemLookup } from './region-stems.ts';
import { mostMembers, type Suspect, type SuspectCounts, type SuspectRecord, suspectKinds } from './suspect.ts';
import { createSuspectSorter, type SuspectSorter } from './suspect-sorter.ts';
import { type SuspectTask, suspectTasks } from './suspect-task.ts';

/** Up to so many records, names that differ in any one character are compared, however short. */
const thoroughRecords = 5000;
const keysOfRecord = 8;
const keyBytes = 12;
const partitionKeys = 16_384;
/** A record has keys of three times its size. */
const sectionBytes = 4 << 20;
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
 *   records ─▶ list keys ─▶ group ─▶ read the groups' records ─▶ compare ─▶ suspects
 *
 * @param tables that have been scanned, under whatever key
 */
export async function findSuspects(
  tables: ScannedTables & Pick<OpenScan, 'records'>,
  options: RunOptions,
  platform: Platform,
  listener: SuspectListener,
): Promise<SuspectCounts> {
  const { records, pool } = tables;
  const { createSpill } = platform;
  const memoryBytes = Math.min(options.memoryBytes ?? mostMemoryBytes, mostMemoryBytes);
  const bits = Math.max(2, Math.min(12, Math.ceil(Math.log2((records * keysOfRecord) / partitionKeys + 1))));
  const keys = createKeyStore(
    memoryBytes * keyShare,
    createSpill && (() => createSpill(records * keysOfRecord * keyBytes)),
  );
  const sorter = createSuspectSorter(memoryBytes * suspectShare, createSpill && (() => createSpill(0)));
  const job: SuspectJob = { tables, options, counts: createCounts(), listener, sorter, cut: new Set() };
  await listAllKeys(job, keys, bits, records <= thoroughRecords);
  const batchEntries = Math.max(1 << 12, (memoryBytes * groupShare) / memberBytes);
  await groupScan(
    { keys, bits, pool, batchEntries },
    {
      most: mostMembers,
      adapt(groups) {
        for (const group of groups.cut) job.cut.add(groups.keys[group] ?? 0n);
        return groups;
      },
      signal: options.signal,
      progress: (share) => listener.progress?.(0.5 + share / 2),
      take: (set) => compareGroups(job, set),
    },
  );
  await sorter.drain(listener.suspects);
  return job.counts;
}

interface SuspectJob {
  tables: ScannedTables;
  options: RunOptions;
  counts: SuspectCounts;
  listener: SuspectListener;
  sorter: SuspectSorter;
  /** Keys of groups whose first members are compared only. */
  cut: Set<bigint>;
}

const stemsOf = createStemLookup(regions);

async function listAllKeys(job: SuspectJob, keys: KeyStore, bits: number, isThorough: boolean): Promise<void> {
  const { tables, options, listener } = job;
  const { ranges, pool } = tables;
  await runInOrder(
    listParts(tables),
    pool.size * 2,
    ({ task }) => {
      options.signal?.throwIfAborted();
      return pool.run(suspectTasks, { ...task, bits, isThorough });
    },
    ({ block }, { range }) => {
      if (block !== null) keys.add('hashed', range, block);
      listener.progress?.(((range + 1) / ranges.length) * 0.5);
    },
  );
}

function* listParts(
  tables: ScannedTables,
): Generator<{ range: number; task: Omit<SuspectTask, 'bits' | 'isThorough'> }> {
  for (const range of tables.ranges.keys()) {
    const { source, dialect, ...place } = findRange(tables, range);
    for (const { range: part, firstRow, records } of cutSections(place, sectionBytes))
      yield { range, task: { source, dialect, range: part, firstRow, records } };
  }
}

/** Compares the records of every group. */
async function compareGroups(job: SuspectJob, set: DuplicateSet): Promise<void> {
  const { tables, counts, sorter, cut } = job;
  sorter.flush();
  const reader = await readGroups(tables, set);
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
