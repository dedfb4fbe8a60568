import { createCheckObserver, createCounted } from '../../check/check-observer.ts';
import { unpackDeviations } from '../../code/cell/deviations.ts';
import { defaultMemoryBytes, measure, openScan } from '../../engine/open-scan.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import { planFiles } from '../../engine/plan/plan-files.ts';
import type { Platform } from '../../engine/platform.ts';
import { findCells } from '../../engine/reread/pick.ts';
import { beginningOf } from '../../engine/scan/file-scan.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { voiceOf } from '../../messages/voice.ts';
import type { Input } from '../../tables/input.ts';
import type { OpenRegistry } from '../lookup/open-registry.ts';
import { createQuoteGuard } from '../open-quotes.ts';
import { copyHead, openOriginal } from '../original.ts';
import { createFixReport, type FixTotals } from './create-fix-report.ts';
import { fillRanges, type RangeJob, type WaitingRange } from './fill-ranges.ts';
import { type FixedRange, fixRange } from './fix-range.ts';
import type { Change, FixOptions, FixReason, FixReport } from './fix-report.ts';

/** Cells that are asked of the registry together, and what one takes with what the registry has for it, several times. */
const mostWaitingCells = 1 << 17;
const waitingCellBytes = 16 << 10;
const batchChanges = 1 << 13;

/**
 * Writes every code cell whose written form is not the code it surely is as that code; every other byte stays.
 *
 *   input ─▶ plan ─▶ scan ─▶ ranges ─▶ cells to write anew ─▶ parts of the file, edited ─▶ onBytes
 *                                                         └─▶ onChanges
 *
 * The first reading finds where records are, the second what to change in them.
 *
 * @throws {UsccError} `input` when the file cannot be understood; `aborted` when the signal fired
 */
export async function fix(
  inputs: Input[],
  options: FixOptions,
  platform: Platform,
  registry: OpenRegistry | null = null,
): Promise<FixReport> {
  const started = performance.now();
  const { plans, warnings: passedOver } = await planFiles(inputs, options, platform);
  const [plan, ...others] = plans;
  if (plan === undefined || others.length > 0) {
    const files = plans.map(({ path }) => path);
    throw refuse('input', { kind: 'several-tables', files, remedies: [{ kind: 'sheet' }] });
  }
  const totalBytes = measure(plans);
  const report = (stage: 'scan' | 'write', doneBytes: number, records: number): void =>
    options.onProgress?.({ stage, doneBytes, totalBytes, records });
  const counted = createCounted(plans);
  const scan = await openScan(
    { plans, key: null, options, platform, progress: (doneBytes, records) => report('scan', doneBytes, records) },
    await createCheckObserver(plans, counted, platform.pool, {}),
  );
  const original = await openOriginal(plan);
  const guard = createQuoteGuard();
  const totals: FixTotals = { changed: 0, skipped: 0, heldBack: 0, unnamed: 0, reasons: {}, filled: {} };
  await copyHead(plan, original, options.onBytes);
  const bounds = [...scan.ranges.map(beginningOf), totalBytes];
  const job: RangeJob = { plan, scan, options, registry };
  const together = Math.min(mostWaitingCells, (options.memoryBytes ?? defaultMemoryBytes) / waitingCellBytes);
  let waiting: WaitingRange[] = [];
  let waitingCells = 0;
  const writeAll = async (): Promise<void> => {
    const fills = await fillRanges(job, waiting);
    for (const [index, { number, range, cells }] of waiting.entries()) {
      options.signal?.throwIfAborted();
      const endAt = bounds[number + 1] ?? totalBytes;
      const length = endAt - beginningOf(range);
      const fixed = await fixRange({ range, cells, length, fills: fills[index] ?? [], original, guard });
      addChanges(totals, fixed);
      await options.onBytes?.(fixed.bytes);
      await handOver(fixed, plan, options);
      report('write', endAt, range.rowBase + range.records);
    }
    waiting = [];
    waitingCells = 0;
  };
  await runInOrder(
    scan.ranges.entries(),
    scan.pool.size,
    ([number]) => {
      options.signal?.throwIfAborted();
      return findCells(scan, number, registry === null ? 'formatted' : 'doubtful');
    },
    async (cells, [number, range]) => {
      waiting.push({ number, range, cells });
      waitingCells += cells.partitions.length;
      if (registry === null || waitingCells >= together) await writeAll();
    },
  );
  await writeAll();
  const elapsedMilliseconds = performance.now() - started;
  return createFixReport({
    scan,
    before: counted.tally.counts,
    passedOver,
    totals,
    voice: voiceOf(options),
    elapsedMilliseconds,
  });
}

function addChanges(totals: FixTotals, fixed: FixedRange): void {
  totals.changed += fixed.changed;
  totals.skipped += fixed.skipped;
  totals.heldBack += fixed.heldBack;
  totals.unnamed += fixed.unnamed;
  for (const partition of fixed.filled) totals.filled[partition] = (totals.filled[partition] ?? 0) + 1;
  const add = (reason: FixReason, count: number): void => {
    totals.reasons[reason] = (totals.reasons[reason] ?? 0) + count;
  };
  for (const [bits, count] of fixed.byForms.entries()) {
    if (count > 0) for (const form of unpackDeviations(bits)) add(form, count);
  }
  for (const [reason, count] of fixed.byFill) add(reason, count);
}

/** Tells of the changes of one range, some at a time. */
async function handOver(
  { changed, changes }: FixedRange,
  { path, codeColumn }: FilePlan,
  { onChanges }: FixOptions,
): Promise<void> {
  if (onChanges === undefined || changed === 0) return;
  const place = { file: path, column: codeColumn };
  let batch: Change[] = [];
  for (const change of changes()) {
    batch.push(change);
    if (batch.length < batchChanges) continue;
    await onChanges(batch, place);
    batch = [];
  }
  if (batch.length > 0) await onChanges(batch, place);
}
