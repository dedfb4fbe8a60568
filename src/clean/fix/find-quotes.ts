import type { FilePlan } from '../../engine/plan/plan.ts';
import type { Pool } from '../../engine/platform.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';
import type { ScannedRange } from '../../engine/scan/scan-stage.ts';
import { beginningOf } from './fix.ts';

/** Where quotes stand that open a field and never close, as places in the source: few files have one. */
export async function findQuotes(ranges: [number, ScannedRange][], plan: FilePlan, pool: Pool): Promise<number[]> {
  const quotes: number[] = [];
  await runInOrder(
    ranges,
    pool.size * 2,
    ([, { dialect, range }]) =>
      pool.run<'cells'>({ kind: 'cells', source: plan.input.reference, dialect, range, want: 'formatted' }),
    ({ openQuotes }, [, range]) => {
      for (const at of openQuotes) quotes.push(at + beginningOf(range));
    },
  );
  return quotes;
}
