import { chooseBits, defaultMemoryBytes, duplicateBytes, keyShare } from '../../check/check.ts';
import { type CleanCounts, createReport } from '../../check/create-report.ts';
import { compareDuplicates } from '../../check/duplicates/compare-stage.ts';
import { countDuplicates } from '../../check/duplicates/count-stage.ts';
import { createTotals } from '../../check/duplicates/duplicate-totals.ts';
import type { Progress } from '../../check/options.ts';
import type { Report } from '../../check/report.ts';
import { UsccError } from '../../code/error.ts';
import { collectGroups } from '../../engine/group/duplicate-set.ts';
import { ordinalLimit } from '../../engine/group/first-records.ts';
import type { Groups } from '../../engine/group/group.ts';
import { isSeveralOn } from '../../engine/group/group-sides.ts';
import { groupInBatches } from '../../engine/group/group-stage.ts';
import { createKeyStore, type KeyStore } from '../../engine/group/key-store.ts';
import { groupBySides } from '../../engine/group/side-stage.ts';
import { type FilePlan, planFile } from '../../engine/plan/plan.ts';
import type { Input, Platform } from '../../engine/platform.ts';
import { createKernel } from '../../engine/scan/kernel/kernel.ts';
import { keyKinds } from '../../engine/scan/kernel/layout.ts';
import { sortKeys } from '../../engine/scan/lists.ts';
import { type Scan, type ScannedRange, scanFiles } from '../../engine/scan/scan-stage.ts';
import { diffMessagesFor } from '../../messages/diff/index.ts';
import { formatCount } from '../../write/numbers.ts';
import type { DiffOptions } from './diff-report.ts';
import { conforms, EARLIER, NEW, OLD } from './diff-status.ts';

/**
 * All exports, read once, their keys in one store:
 *
 *   side     old              new         earlier
 *   files    0 1              2           3 4
 *   ranges   0 1 2 3 4        5 6 7       8 9
 */
export interface DiffScan {
  plans: FilePlan[];
  ranges: ScannedRange[];
  keys: KeyStore;
  bits: number;
  platform: Platform;
  options: DiffOptions;
  /** Side of each file. */
  sides: number[];
  /** What `check` reports of the old and the new export. */
  reports: Report[];
  sideOf(range: number): number;
  /** Ordinal of each range's first record: records of the old export are counted from 0, then those of the new one. */
  bases: number[];
  /** Ordinals at which the old and the new export start, and after the last of them. */
  sideStarts: number[];
  /** A store like `keys` for what is found out later. */
  createStore(): KeyStore;
  batchEntries: number;
  /** How many more records of a status are to be handed over, of `count` that there are. */
  allow(status: string, count: number): number;
}

const mostExamples = 5;

/** One that is read, and one that is filled from it. */
const storesAtOnce = 2;

/** What is compared: each list of inputs is one export. */
export interface DiffInputs {
  old: Input[];
  new: Input[];
  earlier: Input[][];
}

/** Reads all exports. */
export async function scanSides(inputs: DiffInputs, options: DiffOptions, platform: Platform): Promise<DiffScan> {
  const started = performance.now();
  const { createSpill } = platform;
  const memoryBytes = options.memoryBytes ?? defaultMemoryBytes;
  const exports = [inputs.old, inputs.new, ...inputs.earlier];
  const totalBytes = exports.flat().reduce((sum, { source }) => sum + source.size, 0);
  const createStore = (): KeyStore =>
    createKeyStore(memoryBytes / storesAtOnce, createSpill && (() => createSpill(totalBytes * keyShare)));
  const diff: DiffScan = {
    plans: [],
    ranges: [],
    keys: createStore(),
    bits: chooseBits(totalBytes),
    platform,
    options,
    sides: [],
    reports: [],
    sideOf: (range) => diff.sides[diff.ranges[range]?.file ?? 0] ?? OLD,
    createStore,
    bases: [],
    sideStarts: [0],
    batchEntries: Math.max(1 << 16, memoryBytes / duplicateBytes),
    allow: options.lists === 'examples' ? createAllowance() : (_, count) => count,
  };
  let doneBytes = 0;
  let records = 0;
  const report = (stage: Progress['stage'], bytes: number, more: number): void =>
    options.onProgress?.({ stage, doneBytes: doneBytes + bytes, totalBytes, records: records + more });
  const scans: Scan[] = [];
  for (const [index, files] of exports.entries()) {
    const isEarlier = index >= EARLIER;
    const keys = isEarlier ? createStore() : diff.keys;
    const scan = await scanSide({ ...diff, keys }, isEarlier ? EARLIER : index, files, report);
    if (isEarlier) await addEarlier(diff, keys, diff.ranges.length - scan.ranges.length);
    scans.push(scan);
    doneBytes += files.reduce((sum, { source }) => sum + source.size, 0);
    for (const range of scan.ranges) {
      diff.bases.push(records);
      records += range.records;
    }
    if (!isEarlier) diff.sideStarts.push(requireOrdinals(records, options));
  }
  for (const side of [OLD, NEW]) {
    const elapsedMilliseconds = performance.now() - started;
    diff.reports.push(await reportSide(diff, side, scans[side] as Scan, elapsedMilliseconds));
  }
  return diff;
}

/** @throws {UsccError} `input` when there are more records than can be told apart */
function requireOrdinals(records: number, { lang = 'zh' }: DiffOptions): number {
  if (records <= ordinalLimit) return records;
  throw new UsccError('input', diffMessagesFor(lang).tooMany(formatCount(ordinalLimit)));
}

/** A few records of each status. */
function createAllowance(): DiffScan['allow'] {
  const left = new Map<string, number>();
  return (status, count) => {
    const before = left.get(status) ?? mostExamples;
    const allowed = Math.min(before, count);
    left.set(status, before - allowed);
    return allowed;
  };
}

async function scanSide(
  diff: DiffScan,
  side: number,
  inputs: Input[],
  report: (stage: Progress['stage'], bytes: number, records: number) => void,
): Promise<Scan> {
  const { options, platform, bits, keys } = diff;
  const kernel = createKernel();
  const plans: FilePlan[] = [];
  for (const input of inputs) plans.push(await planFile(kernel, input, options, platform));
  const rangeBase = diff.ranges.length;
  const scan = await scanFiles({
    plans,
    bits,
    platform,
    options: { ...options, findings: 'none' },
    keys: { ...keys, add: (which, range, block) => keys.add(which, rangeBase + range, block) },
    key: 'problem',
    listener: { findings: () => {}, progress: (bytes, records) => report('scan', bytes, records) },
  });
  const fileBase = diff.plans.length;
  for (const range of scan.ranges) diff.ranges.push({ ...range, file: fileBase + range.file });
  diff.plans.push(...plans);
  for (const _ of plans) diff.sides.push(side);
  return scan;
}

/** Of an earlier export only its problems: each once, so that a code that stands in several of them is no duplicate. */
async function addEarlier(diff: DiffScan, keys: KeyStore, range: number): Promise<void> {
  const kernel = createKernel();
  await groupBySides({
    keys,
    bits: diff.bits,
    pool: diff.platform.pool,
    sideOf: () => OLD,
    wants: ({ isClean, kind, presence }) => !conforms(isClean ? 'clean' : kind) || isSeveralOn(presence, OLD),
    batchEntries: diff.batchEntries,
    take: ({ keys: found, cleanCount }) => {
      const parts = { clean: found.subarray(0, cleanCount), hashed: found.subarray(cleanCount) };
      for (const which of ['clean', 'hashed'] as const) {
        const form = { bits: diff.bits, isShared: true };
        const block = sortKeys(kernel, parts[which], new Uint32Array(parts[which].length), form);
        if (block !== null) diff.keys.add(which, range, block);
      }
    },
  });
}

/** The report that `check` would give of one side. */
async function reportSide(diff: DiffScan, side: number, scan: Scan, elapsedMilliseconds: number): Promise<Report> {
  const { keys, bits, platform, ranges, options, batchEntries } = diff;
  const plans = diff.plans.filter((_, file) => diff.sides[file] === side);
  const ofSide = keys.clean.filter(({ range }) => diff.sideOf(range) === side);
  const hashedOfSide = keys.hashed.filter(({ range }) => diff.sideOf(range) === side);
  const hasNames = plans.some(({ nameColumn }) => nameColumn !== null);
  const clean: CleanCounts = { authorities: new Map(), regions: new Map() };
  const totals = createTotals(hasNames);
  await groupInBatches({
    keys: { ...keys, clean: ofSide, hashed: hashedOfSide },
    bits,
    pool: platform.pool,
    clean,
    batchEntries,
    progress: () => {},
    take: async (groups) => {
      options.signal?.throwIfAborted();
      const set = collectGroups(groups.map(dropIncomparable));
      if (set.entryCount === 0) return;
      const site = { set, plans: diff.plans, ranges, pool: platform.pool, register: null };
      if (hasNames || set.keys.length > set.cleanCount) {
        await compareDuplicates(site, { keepTexts: false, progress: () => {} });
      }
      await countDuplicates(site, totals);
    },
  });
  return createReport({ plans, scan, clean, duplicates: totals, units: null, options, elapsedMilliseconds });
}

/** Texts that are listed as problems only are no duplicates when they are equal. */
function dropIncomparable(groups: Groups): Groups {
  if (groups.isClean) return groups;
  const words = new Uint32Array(groups.keys.buffer);
  const numbers = new Uint32Array(groups.keys.length);
  let count = 0;
  for (const group of numbers.keys()) {
    const isComparable = ((words[group * 2] ?? 0) & keyKinds.missing) === 0;
    numbers[group] = isComparable ? ++count : 0;
  }
  if (count === numbers.length) return groups;
  const entries: number[] = [];
  for (let at = 0; at < groups.entries.length; at += 3) {
    const number = numbers[groups.entries[at] ?? 0] ?? 0;
    if (number > 0) entries.push(number - 1, groups.entries[at + 1] ?? 0, groups.entries[at + 2] ?? 0);
  }
  const keys = groups.keys.filter((_, group) => numbers[group] !== 0);
  return { ...groups, keys, entries: Uint32Array.from(entries) };
}
