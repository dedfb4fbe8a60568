import { collectGroups, type DuplicateSet } from '../duplicates/duplicate-set.ts';
import { gatherTask, planStretches, type RangeBlock } from '../duplicates/gather.ts';
import type { Groups } from '../duplicates/group.ts';
import { createKernel } from '../scan/kernel/kernel.ts';
import { authorityOfPair, regionOf } from '../scan/kernel/tables.ts';
import { compareDuplicates } from './compare-stage.ts';
import { type CleanCounts, createReport } from './create-report.ts';
import { countDuplicates } from './duplicate-counts.ts';
import { emitDuplicates } from './emit-stage.ts';
import { runInOrder } from './in-order.ts';
import type { CheckOptions } from './options.ts';
import { type FilePlan, planFile } from './plan.ts';
import type { Input, Platform } from './platform.ts';
import type { Report } from './report.ts';
import { type Scan, scanFiles } from './scan-stage.ts';

/**
 * Checks registry exports: plan, scan, group, compare, count.
 *
 *   inputs ─▶ plan ─▶ scan ranges ─▶ group partitions ─▶ compare duplicates ─▶ report
 *                         └▶ findings                          └▶ duplicates
 *
 * @throws {UsccError} `input` when a file cannot be understood; `aborted` when the signal fired
 */
export async function check(inputs: Input[], options: CheckOptions, platform: Platform): Promise<Report> {
  const started = performance.now();
  const { pool } = platform;
  const kernel = createKernel();
  const plans: FilePlan[] = [];
  for (const input of inputs) plans.push(await planFile(kernel, input, options, platform));
  const totalBytes = plans.reduce((sum, { input }) => sum + input.source.size, 0);
  const bits = chooseBits(totalBytes);
  const report = (stage: 'scan' | 'group' | 'duplicates', doneBytes: number, records: number): void =>
    options.onProgress?.({ stage, doneBytes, totalBytes, records });

  const scan = await scanFiles(
    plans,
    bits,
    pool,
    options,
    {
      findings: async (batch) => options.onFindings?.(batch),
      progress: (doneBytes, records) => report('scan', Math.min(doneBytes, totalBytes), records),
    },
    platform.rangeBytes,
  );
  const records = scan.files.reduce((sum, file) => sum + file.records, 0);

  const clean: CleanCounts = { authorities: new Map(), regions: new Map() };
  const set = await groupKeys(scan, bits, platform, clean, (share) => report('group', share * totalBytes, records));
  const hasNames = plans.some(({ nameColumn }) => nameColumn !== null);
  if (set.entryCount > 0 && (hasNames || set.keys.length > set.cleanCount)) {
    const rangeCount = set.byRange.size;
    await compareDuplicates(set, plans, scan.ranges, pool, (done) =>
      report('duplicates', (totalBytes * done) / rangeCount, records),
    );
  }
  const duplicates = await countDuplicates(set, hasNames, plans, scan.ranges, pool);
  if (options.findings !== undefined && options.findings !== 'none' && options.onDuplicates !== undefined) {
    const take = options.onDuplicates;
    await emitDuplicates(set, plans, scan.ranges, pool, {
      examplesOnly: options.findings === 'examples',
      hasNames,
      take,
    });
  }
  return createReport({ plans, scan, clean, duplicates, options, elapsedMilliseconds: performance.now() - started });
}

/** Partitions of about 16,000 keys, if a record has some 100 bytes. */
function chooseBits(totalBytes: number): number {
  return Math.max(2, Math.min(12, Math.ceil(Math.log2(totalBytes / 100 / 16_384 + 1))));
}

async function groupKeys(
  scan: Scan,
  bits: number,
  { pool }: Platform,
  clean: CleanCounts,
  progress: (share: number) => void,
): Promise<DuplicateSet> {
  const groups: Groups[] = [];
  const lists: [RangeBlock[], boolean][] = [
    [scan.clean, true],
    [scan.hashed, false],
  ];
  const items = lists.flatMap(([blocks, isClean]) =>
    blocks.length === 0 ? [] : planStretches(blocks, bits).map((stretch) => ({ blocks, stretch, isClean })),
  );
  let done = 0;
  await runInOrder(
    items,
    pool.size * 2,
    ({ blocks, stretch, isClean }) => pool.run<'group'>({ kind: 'group', ...gatherTask(blocks, stretch, isClean) }),
    (result) => {
      addClean(clean, result);
      groups.push({ ...result, regions: new Uint32Array(), pairs: new Uint32Array() });
      progress(++done / items.length);
    },
  );
  scan.clean.length = 0;
  scan.hashed.length = 0;
  return collectGroups(groups);
}

function addClean({ authorities, regions }: CleanCounts, { pairs, regions: counts }: Groups): void {
  for (const [pair, count] of pairs.entries()) addCount(authorities, authorityOfPair(pair), count);
  for (let at = 0; at < counts.length; at += 2) addCount(regions, regionOf(counts[at] ?? 0), counts[at + 1] ?? 0);
}

function addCount(counts: Map<string, number>, key: string, count: number): void {
  if (count > 0) counts.set(key, (counts.get(key) ?? 0) + count);
}
