import { defaultMemoryBytes } from '../../check/check.ts';
import { unpackForms } from '../../code/written-form.ts';
import type { KeyStore } from '../../engine/group/key-store.ts';
import { type FilePlan, planFile } from '../../engine/plan/plan.ts';
import type { Input, Platform } from '../../engine/platform.ts';
import type { CellResult } from '../../engine/reread/cell-task.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';
import { createKernel } from '../../engine/scan/kernel/kernel.ts';
import { type ScannedRange, scanFiles } from '../../engine/scan/scan-stage.ts';
import type { OpenRegistry } from '../lookup/open-registry.ts';
import { createQuoteGuard } from '../open-quotes.ts';
import { type Original, openOriginal } from '../original.ts';
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
 *   input ─▶ plan ─▶ scan ─▶ ranges ─▶ cells to write anew ─▶ stretches of the file, edited ─▶ onBytes
 *                                                         └─▶ onChanges
 *
 * The first reading finds where records are, the second what to change in them.
 *
 * @throws {UsccError} `input` when the file cannot be understood; `aborted` when the signal fired
 */
export async function fix(
  input: Input,
  options: FixOptions,
  platform: Platform,
  registry: OpenRegistry | null = null,
): Promise<FixReport> {
  const started = performance.now();
  const plan = await planFile(createKernel(), input, options, platform);
  const totalBytes = plan.input.source.size;
  const report = (stage: 'scan' | 'write', doneBytes: number, records: number): void =>
    options.onProgress?.({ stage, doneBytes, totalBytes, records });
  const scan = await scanFiles({
    plans: [plan],
    bits: 2,
    platform,
    options: { ...options, findings: 'none' },
    keys: forgetKeys(),
    listener: { findings: () => undefined, progress: (doneBytes, records) => report('scan', doneBytes, records) },
  });
  const original = await openOriginal(input, plan);
  const guard = createQuoteGuard();
  const totals: FixTotals = { changed: 0, skipped: 0, heldBack: 0, reasons: {}, filled: {} };
  await copyHead(plan, original, input, options);
  const bounds = [...scan.ranges.map(beginningOf), totalBytes];
  const job: RangeJob = { plan, scan, options, platform, registry };
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
    platform.pool.size,
    ([, range]) => {
      options.signal?.throwIfAborted();
      return findCells(job, range);
    },
    async (cells, [number, range]) => {
      waiting.push({ number, range, cells });
      waitingCells += cells.partitions.length;
      if (registry === null || waitingCells >= together) await writeAll();
    },
  );
  await writeAll();
  return createFixReport({ plan, scan, totals, input, options, elapsedMilliseconds: performance.now() - started });
}

/** Keys are for finding duplicates, which nobody asks for here. */
function forgetKeys(): KeyStore {
  return { clean: [], hashed: [], add: () => undefined, spilled: () => null };
}

export function beginningOf({ range }: ScannedRange): number {
  return range.begins ?? range.start;
}

/** What stands above the records. Converted tables get what CSV needs to be opened: a mark that Excel knows, a header. */
export async function copyHead(
  plan: FilePlan,
  original: Original,
  { table }: Input,
  options: Pick<FixOptions, 'onBytes'>,
): Promise<void> {
  const { bytes } = await original.read(plan.dialect.dataAt, new Uint32Array());
  const header = table?.header === undefined ? '' : formatHeader(table.header);
  if (table !== undefined) await options.onBytes?.(new TextEncoder().encode(`\ufeff${header}`));
  if (bytes.length > 0) await options.onBytes?.(bytes);
}

function formatHeader(names: string[]): string {
  const cells = names.map((name) => (/[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name));
  return `${cells.join(',')}\n`;
}

function findCells({ plan, platform, registry }: RangeJob, { dialect, range }: ScannedRange): Promise<CellResult> {
  const want = registry === null ? 'formatted' : 'doubtful';
  return platform.pool.run<'cells'>({ kind: 'cells', source: plan.input.reference, dialect, range, want });
}

function addChanges(totals: FixTotals, fixed: FixedRange): void {
  totals.changed += fixed.changed;
  totals.skipped += fixed.skipped;
  totals.heldBack += fixed.heldBack;
  for (const partition of fixed.filled) totals.filled[partition] = (totals.filled[partition] ?? 0) + 1;
  const add = (reason: FixReason, count: number): void => {
    totals.reasons[reason] = (totals.reasons[reason] ?? 0) + count;
  };
  for (const [bits, count] of fixed.byForms.entries()) {
    if (count > 0) for (const form of unpackForms(bits)) add(form, count);
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
