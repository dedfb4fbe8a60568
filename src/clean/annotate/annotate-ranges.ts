import type { OpenScan } from '../../engine/open-scan.ts';
import type { Progress } from '../../engine/options.ts';
import { findRange } from '../../engine/reread/pick.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';

/** What watches. */
export interface WatchOptions {
  signal?: AbortSignal;
  onProgress?(progress: Progress): void;
}

/** Has the ranges of a table formed by the threads, and takes what they bring in order. */
export async function annotateRanges<Part>(
  scan: OpenScan,
  { signal, onProgress }: WatchOptions,
  form: (range: number) => Promise<Part>,
  take: (part: Part) => void | Promise<void>,
): Promise<void> {
  const { ranges, pool, totalBytes } = scan;
  let doneBytes = 0;
  let records = 0;
  await runInOrder(
    ranges.keys(),
    // Each takes up to some tens of megabytes: one waits for a thread, no more.
    pool.size + 1,
    (range) => {
      signal?.throwIfAborted();
      return form(range);
    },
    async (part, range) => {
      signal?.throwIfAborted();
      await take(part);
      const { range: bounds, records: count } = findRange(scan, range);
      doneBytes += bounds.end - (bounds.begins ?? bounds.start);
      records += count;
      onProgress?.({ stage: 'write', doneBytes, totalBytes, records });
    },
  );
}
