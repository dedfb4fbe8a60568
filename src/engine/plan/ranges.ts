import { batchItems } from '../batch.ts';
import type { FilePlan } from './plan.ts';

/** A part of a file that is scanned as one task. */
export interface PlannedRange {
  file: number;
  start: number;
  end: number;
}

const smallestRangeBytes = 4 << 20;
const largestRangeBytes = 16 << 20;
const rangesPerThread = 6;
const largestBatchBytes = smallestRangeBytes;
const largestBatch = 256;

/** Rows of a range are fewer: each takes two bytes or more. */
export const rowLimit = 2 ** 24;

/**
 * All files in ranges, wide enough to be worth a task, narrow enough that every thread has several.
 *
 * @param rangeBytes their width; chosen by size and threads when absent
 */
export function* planRanges(plans: FilePlan[], threads: number, rangeBytes?: number): Generator<PlannedRange> {
  const total = plans.reduce((sum, { input }) => sum + input.source.size, 0);
  const width = rangeBytes ?? chooseWidth(total, threads);
  for (const [file, { dialect, input }] of plans.entries()) {
    for (let start = dialect.dataAt; start < input.source.size; start += width) {
      yield { file, start, end: Math.min(input.source.size, start + width) };
    }
  }
}

/** How wide ranges of so many bytes in all are; files that are no larger are one range each. */
export function chooseWidth(totalBytes: number, threads: number): number {
  const wanted = Math.ceil(totalBytes / (threads * rangesPerThread));
  return Math.min(largestRangeBytes, Math.max(smallestRangeBytes, wanted));
}

/** Ranges that follow one another, so many together as are worth a task: those of small files are scanned in batches. */
export function batchRanges(ranges: Iterable<PlannedRange>): Generator<PlannedRange[]> {
  return batchItems(ranges, ({ start, end }) => end - start, { most: largestBatch, mostSize: largestBatchBytes });
}
