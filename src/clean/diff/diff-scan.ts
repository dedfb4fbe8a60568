import { type Counted, createCheckObserver, createCounted } from '../../check/check-observer.ts';
import { createReport } from '../../check/create-report.ts';
import { compareDuplicates } from '../../check/duplicates/compare-stage.ts';
import { countDuplicates } from '../../check/duplicates/count-stage.ts';
import { createTotals } from '../../check/duplicates/duplicate-totals.ts';
import { countSeveralCodes } from '../../check/duplicates/several-codes.ts';
import { wantsAssignments } from '../../check/options.ts';
import type { Report } from '../../check/report.ts';
import { ordinalLimit } from '../../engine/group/first-records.ts';
import type { Groups } from '../../engine/group/group.ts';
import { isSeveralOn } from '../../engine/group/group-sides.ts';
import { type CleanCounts, groupScan } from '../../engine/group/group-stage.ts';
import type { KeyStore } from '../../engine/group/key-store.ts';
import { groupBySides } from '../../engine/group/side-stage.ts';
import {
  countBatch,
  createKeySpace,
  defaultMemoryBytes,
  type KeySpace,
  measure,
  type OpenScan,
  openScan,
  type ScannedTables,
} from '../../engine/open-scan.ts';
import type { Progress } from '../../engine/options.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import { hasNames, type Planned, planFiles } from '../../engine/plan/plan-files.ts';
import type { Platform } from '../../engine/platform.ts';
import { createKernel } from '../../engine/scan/kernel/kernel.ts';
import { sortKeys } from '../../engine/scan/lists.ts';
import { keyKinds } from '../../engine/scan/scan-keys.ts';
import { refuse } from '../../messages/refusal/index.ts';
import type { WarningFacts } from '../../messages/warning/index.ts';
import type { Input } from '../../tables/input.ts';
import type { DiffOptions } from './diff-report.ts';
import { conforms, EARLIER, NEW, OLD } from './diff-status.ts';

/**
 * All exports, read once, their keys in one store:
 *
 *   side     old              new         earlier
 *   files    0 1              2           3 4
 *   ranges   0 1 2 3 4        5 6 7       8 9
 */
export interface DiffScan extends ScannedTables, KeySpace {
  options: DiffOptions;
  /** Side of each file. */
  sides: number[];
  /** What `check` reports of the old and the new export. */
  reports: Report[];
  /** What was passed over in earlier exports. */
  passedOver: WarningFacts[];
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

/** What is compared: the old and the new export, and tables that each are an earlier one. */
export interface DiffInputs {
  old: Input[];
  new: Input[];
  earlier: Input[];
}

/** Reads all exports. */
export async function scanSides(inputs: DiffInputs, options: DiffOptions, platform: Platform): Promise<DiffScan> {
  const started = performance.now();
  const memoryBytes = options.memoryBytes ?? defaultMemoryBytes;
  const exports = [await planFiles(inputs.old, options, platform), await planFiles(inputs.new, options, platform)];
  const earlier =
    inputs.earlier.length === 0 ? { plans: [], warnings: [] } : await planFiles(inputs.earlier, options, platform);
  for (const plan of earlier.plans) exports.push({ plans: [plan], warnings: [] });
  const totalBytes = measure(exports.flatMap(({ plans }) => plans));
  const createSpace = (): KeySpace => createKeySpace(totalBytes, memoryBytes / storesAtOnce, platform);
  const diff: DiffScan = {
    plans: [],
    ranges: [],
    pool: platform.pool,
    ...createSpace(),
    options,
    sides: [],
    reports: [],
    passedOver: earlier.warnings,
    sideOf: (range) => diff.sides[diff.ranges[range]?.file ?? 0] ?? OLD,
    createStore: () => createSpace().keys,
    bases: [],
    sideStarts: [0],
    batchEntries: countBatch(memoryBytes),
    allow: options.lists === 'examples' ? createAllowance() : (_, count) => count,
  };
  let doneBytes = 0;
  let records = 0;
  const report = (stage: Progress['stage'], bytes: number, more: number): void =>
    options.onProgress?.({ stage, doneBytes: doneBytes + bytes, totalBytes, records: records + more });
  const scans: ExportScan[] = [];
  for (const [index, planned] of exports.entries()) {
    const isEarlier = index >= EARLIER;
    const keys = isEarlier ? diff.createStore() : diff.keys;
    const progress = (bytes: number, more: number): void => report('scan', bytes, more);
    const own = await scanExport(diff, isEarlier ? EARLIER : index, planned, { keys, platform, progress });
    if (isEarlier) await addEarlier(diff, keys, diff.ranges.length - own.scan.ranges.length);
    scans.push(own);
    doneBytes += own.scan.totalBytes;
    for (const range of own.scan.ranges) {
      diff.bases.push(records);
      records += range.records;
    }
    if (!isEarlier) diff.sideStarts.push(requireOrdinals(records));
  }
  for (const side of [OLD, NEW]) {
    const elapsedMilliseconds = performance.now() - started;
    diff.reports.push(await reportSide(diff, side, scans[side] as ExportScan, platform, elapsedMilliseconds));
  }
  return diff;
}

/** @throws {UsccError} `input` when there are more records than can be told apart */
function requireOrdinals(records: number): number {
  if (records <= ordinalLimit) return records;
  throw refuse('input', { kind: 'too-many-records', limit: ordinalLimit });
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

/** One export that was read. */
interface ExportScan {
  scan: OpenScan;
  counted: Counted;
  passedOver: WarningFacts[];
}

async function scanExport(
  diff: DiffScan,
  side: number,
  { plans, warnings }: Planned<FilePlan>,
  { keys, platform, progress }: { keys: KeyStore; platform: Platform; progress(bytes: number, records: number): void },
): Promise<ExportScan> {
  const { options, bits } = diff;
  const counted = createCounted(plans);
  const join = { keys, bits, rangeBase: diff.ranges.length };
  const scan = await openScan(
    { plans, key: 'problem', options, platform, join, progress },
    await createCheckObserver(plans, counted, platform.pool, {}),
  );
  const fileBase = diff.plans.length;
  for (const range of scan.ranges) diff.ranges.push({ ...range, file: fileBase + range.file });
  diff.plans.push(...plans);
  for (const _ of plans) diff.sides.push(side);
  return { scan, counted, passedOver: warnings };
}

/** Of an earlier export only its problems: each once, so that a code that stands in several of them is no duplicate. */
async function addEarlier(diff: DiffScan, keys: KeyStore, range: number): Promise<void> {
  const kernel = createKernel();
  await groupBySides({
    keys,
    bits: diff.bits,
    pool: diff.pool,
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
async function reportSide(
  diff: DiffScan,
  side: number,
  { scan, counted, passedOver }: ExportScan,
  platform: Platform,
  elapsedMilliseconds: number,
): Promise<Report> {
  const { keys, options } = diff;
  const { plans, files, records, blankRows } = scan;
  const isOfSide = ({ range }: { range: number }): boolean => diff.sideOf(range) === side;
  const own = { ...keys, clean: keys.clean.filter(isOfSide), hashed: keys.hashed.filter(isOfSide) };
  const isNamed = hasNames(plans);
  const clean: CleanCounts = { authorities: new Map(), regions: new Map() };
  const duplicates = createTotals(isNamed);
  await groupScan(
    { ...diff, keys: own },
    {
      clean,
      adapt: dropIncomparable,
      signal: options.signal,
      async take(set) {
        const source = { ...diff, set, register: counted.register };
        if (isNamed || counted.register !== null || set.keys.length > set.cleanCount) {
          await compareDuplicates(source, { keepTexts: false, progress: () => {} });
        }
        await countDuplicates(source, duplicates);
      },
    },
  );
  const severalCodes = wantsAssignments(options)
    ? await countSeveralCodes(plans, options, platform, () => undefined)
    : null;
  const found = { plans, passedOver, files, records, blankRows, counted, clean, duplicates, severalCodes };
  const units = counted.register?.list() ?? null;
  return createReport({ ...found, units, wantsUnits: options.unitColumn !== undefined, elapsedMilliseconds }, options);
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
  const entries = groups.entries.map((all) => {
    const kept: number[] = [];
    for (let at = 0; at < all.length; at += 3) {
      const number = numbers[all[at] ?? 0] ?? 0;
      if (number > 0) kept.push(number - 1, all[at + 1] ?? 0, all[at + 2] ?? 0);
    }
    return Uint32Array.from(kept);
  });
  const keys = groups.keys.filter((_, group) => numbers[group] !== 0);
  return { ...groups, keys, entries };
}
