import { collectGroups } from '../engine/group/duplicate-set.ts';
import { groupInBatches } from '../engine/group/group-stage.ts';
import { createKeyStore } from '../engine/group/key-store.ts';
import { hasUnits, planFiles } from '../engine/plan/plan-files.ts';
import type { Input, Platform } from '../engine/platform.ts';
import { createKernel } from '../engine/scan/kernel/kernel.ts';
import { scanFiles } from '../engine/scan/scan-stage.ts';
import { regions } from '../regions/index.ts';
import { type CheckResult, type CleanCounts, createReport } from './create-report.ts';
import { compareDuplicates, type PickedTexts } from './duplicates/compare-stage.ts';
import { countDuplicates } from './duplicates/count-stage.ts';
import { createTotals } from './duplicates/duplicate-totals.ts';
import { emitDuplicates } from './duplicates/emit-stage.ts';
import type { CheckOptions, Progress } from './options.ts';
import type { Report } from './report.ts';

export const defaultMemoryBytes = 2 ** 30;
/** Keys of a file of codes and short names come to this share of it. */
export const keyShare = 0.25;
/** What one record of a duplicate takes while duplicates are compared. */
export const duplicateBytes = 64;
/** What one takes as text, at most, where names are not very long. */
const textBytes = 1024;

/**
 * Checks registry exports: plan, scan, group, compare, count.
 *
 *   inputs ─▶ plan ─▶ scan ranges ─▶ group partitions ─▶ compare duplicates ─▶ report
 *                         └▶ findings                          └▶ duplicates
 *
 * @throws {UsccError} `input` when a file cannot be understood; `aborted` when the signal fired
 */
export async function check(inputs: Input[], options: CheckOptions, platform: Platform): Promise<Report> {
  return createReport(await examine(inputs, options, platform));
}

/** The check before it is put into words: `createReport` gives the same of it in either language. Errors as `check`. */
export async function examine(inputs: Input[], options: CheckOptions, platform: Platform): Promise<CheckResult> {
  const started = performance.now();
  const kernel = createKernel();
  const plans = await planFiles(kernel, inputs, options, platform);
  const totalBytes = plans.reduce((sum, { input }) => sum + input.source.size, 0);
  const bits = chooseBits(totalBytes);
  const report = (stage: Progress['stage'], share: number, records: number): void =>
    options.onProgress?.({ stage, doneBytes: Math.min(1, share) * totalBytes, totalBytes, records });

  const memoryBytes = options.memoryBytes ?? defaultMemoryBytes;
  const { createSpill } = platform;
  const keys = createKeyStore(memoryBytes, createSpill && (() => createSpill(totalBytes * keyShare)));
  const scanning = scanFiles({
    plans,
    bits,
    platform,
    options,
    keys,
    listener: {
      findings: async (batch) => options.onFindings?.(batch),
      progress: (doneBytes, records) => report('scan', doneBytes / totalBytes, records),
    },
  });
  // Names take a while to unpack; the threads are at work now, and this one would only wait.
  regions.name('110101');
  const scan = await scanning;

  const hasNames = plans.some(({ nameColumn }) => nameColumn !== null);
  const { duplicateGroups = Number.POSITIVE_INFINITY } = options;
  const room = { conflicting: duplicateGroups, others: duplicateGroups };
  const listsAll =
    options.findings === 'all' && options.onDuplicates !== undefined && options.duplicateGroups === undefined;
  const wantsRecords = options.findings !== undefined && options.findings !== 'none';
  const clean: CleanCounts = { authorities: new Map(), regions: new Map() };
  const totals = createTotals(hasNames);
  let emitted = 0;
  await groupInBatches({
    keys,
    bits,
    pool: platform.pool,
    clean,
    batchEntries: Math.max(1 << 16, memoryBytes / duplicateBytes),
    progress: (share) => report('group', share, scan.records),
    take: async (groups) => {
      options.signal?.throwIfAborted();
      const set = collectGroups(groups);
      if (set.entryCount === 0) return;
      const site = { set, plans, ranges: scan.ranges, pool: platform.pool, register: scan.register };
      let texts: PickedTexts | null = null;
      if (hasNames || hasUnits(plans) || set.keys.length > set.cleanCount) {
        texts = await compareDuplicates(site, {
          keepTexts: listsAll && set.entryCount * textBytes <= memoryBytes,
          progress: (share) => report('duplicates', share, scan.records),
        });
      }
      await countDuplicates(site, totals);
      if (!wantsRecords || options.onDuplicates === undefined) return;
      const examplesOnly = options.findings === 'examples';
      if (examplesOnly && emitted > 0) return;
      emitted += await emitDuplicates(site, {
        examplesOnly,
        room,
        hasNames,
        emitted,
        texts,
        take: options.onDuplicates,
      });
    },
  });
  const units = scan.register?.list() ?? null;
  return { plans, scan, clean, duplicates: totals, units, options, elapsedMilliseconds: performance.now() - started };
}

/** Partitions of about 16,000 keys, if a record has some 100 bytes. */
export function chooseBits(totalBytes: number): number {
  return Math.max(2, Math.min(12, Math.ceil(Math.log2(totalBytes / 100 / 16_384 + 1))));
}
