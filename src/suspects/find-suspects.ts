import { maskIdentityNumbers } from '../code/mask.ts';
import { collectGroups, type DuplicateSet } from '../duplicates/duplicate-set.ts';
import { createKeyStore, type KeyStore } from '../duplicates/key-store.ts';
import { regions } from '../regions/index.ts';
import { groupInBatches } from '../registry/group-stage.ts';
import { runInOrder } from '../registry/in-order.ts';
import type { CheckOptions } from '../registry/options.ts';
import { pickRows } from '../registry/pick.ts';
import { type FilePlan, planFile } from '../registry/plan.ts';
import type { Input, Platform } from '../registry/platform.ts';
import { type ScannedRange, scanFiles } from '../registry/scan-stage.ts';
import { textAt } from '../registry/text-column.ts';
import { createKernel } from '../scan/kernel/kernel.ts';
import { judgeGroup } from './judge-group.ts';
import { kindOf } from './key-list.ts';
import { createStemLookup } from './region-stems.ts';
import { type Suspect, type SuspectCounts, type SuspectRecord, suspectKinds } from './suspect.ts';

/** Up to so many records, names that differ in any one character are compared, however short. */
const thoroughRecords = 5000;
const keysOfRecord = 6;
const partitionKeys = 16_384;
/** What one record of a group takes while it is compared. */
const memberBytes = 400;
const defaultMemoryBytes = 2 ** 30;

/** Where suspects go, and how far the search is, as a share of 1. */
export interface SuspectListener {
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
  const memoryBytes = options.memoryBytes ?? defaultMemoryBytes;
  const bits = Math.max(2, Math.min(12, Math.ceil(Math.log2((records * keysOfRecord) / partitionKeys + 1))));
  const { createSpill } = platform;
  const keys = createKeyStore(memoryBytes, createSpill && (() => createSpill(records * keysOfRecord * 12)));
  const job: SuspectJob = { plans, ranges, platform, options, counts: createCounts(), listener };
  await listAllKeys(job, keys, bits, records <= thoroughRecords);
  await groupInBatches({
    keys,
    bits,
    pool: platform.pool,
    clean: { authorities: new Map(), regions: new Map() },
    batchEntries: Math.max(1 << 16, memoryBytes / memberBytes),
    progress: (share) => listener.progress?.(0.5 + share / 2),
    take: async (groups) => {
      options.signal?.throwIfAborted();
      const set = collectGroups(groups);
      if (set.entryCount > 0) await judgeGroups(job, set);
    },
  });
  return job.counts;
}

interface SuspectJob {
  plans: FilePlan[];
  ranges: ScannedRange[];
  platform: Platform;
  options: CheckOptions;
  counts: SuspectCounts;
  listener: SuspectListener;
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

/** Reads every record of the groups again, once, and compares them group by group. */
async function judgeGroups(
  { plans, ranges, platform, counts, listener }: SuspectJob,
  set: DuplicateSet,
): Promise<void> {
  const members: SuspectRecord[][] = Array.from({ length: set.keys.length }, () => []);
  await runInOrder(
    set.byRange,
    platform.pool.size * 2,
    ([range, { rows }]) => pickRows({ plans, ranges, pool: platform.pool }, range, findDistinct(rows), 'text'),
    ({ codes, names, lines }, [range, { rows, groups }]) => {
      const { file, rowBase, lineBase } = ranges[range] as ScannedRange;
      const places = new Map(Array.from(findDistinct(rows), (row, index) => [row, index] as const));
      for (const [entry, row] of rows.entries()) {
        const index = places.get(row) ?? 0;
        members[groups[entry] ?? 0]?.push({
          file,
          row: rowBase + row + 1,
          line: lineBase + (lines[index] ?? 0) + 1,
          code: textAt(codes, index),
          name: textAt(names, index),
        });
      }
    },
  );
  const words = new Uint32Array(set.keys.buffer);
  const found: Suspect[] = [];
  for (const [group, records] of members.entries()) {
    if (records.length < 2) continue;
    const { suspects, commonNames } = judgeGroup(kindOf(words[group * 2] ?? 0), records, stemsOf);
    counts.commonNames += commonNames;
    for (const suspect of suspects) found.push({ ...suspect, records: suspect.records.map(maskCode) });
  }
  for (const { kind } of found) counts.kinds[kind]++;
  if (found.length > 0) await listener.suspects(found.sort(compareSuspects));
}

function maskCode(record: SuspectRecord): SuspectRecord {
  return { ...record, code: maskIdentityNumbers(record.code) };
}

function findDistinct(rows: Uint32Array): Uint32Array<ArrayBuffer> {
  return Uint32Array.from(new Set(rows)).sort();
}

/** The surest first; of equals, those that come first in the files. */
function compareSuspects(left: Suspect, right: Suspect): number {
  const [a, b] = [left.records[0], right.records[0]];
  return right.confidence - left.confidence || (a?.file ?? 0) - (b?.file ?? 0) || (a?.row ?? 0) - (b?.row ?? 0);
}

function createCounts(): SuspectCounts {
  const kinds = Object.fromEntries(suspectKinds.map((kind) => [kind, 0])) as SuspectCounts['kinds'];
  return { kinds, commonNames: 0 };
}

/** The scan lists keys of codes, which nobody asks for here. */
function createNoStore(): KeyStore {
  return { clean: [], hashed: [], add: () => undefined, spilled: () => null };
}
