import type { ScannedTables } from '../engine/open-scan.ts';
import { findCells } from '../engine/reread/pick.ts';
import { beginningOf, type ScannedRange } from '../engine/scan/file-scan.ts';
import { runInOrder } from '../engine/scan/in-order.ts';
import { fieldLimitBytes } from '../engine/scan/kernel/contract.ts';

/** Tells of cells, in order, whether they may change their length without an open quote before them closing in time after all. */
export interface QuoteGuard {
  /** Quotes of the next range that open a field and never close, in order; positions in the source. */
  add(quotes: Iterable<number>): void;
  /** `endAt`: no such quote may stand before it either. */
  isSafe(startAt: number, endAt?: number): boolean;
}

/**
 * Keeps edits away from the 64 KiB after a quote that is read as an ordinary character because nothing closes it within
 * them: with fewer bytes between, something might. The cell that the quote begins may be edited.
 */
export function createQuoteGuard(): QuoteGuard {
  const waiting: number[] = [];
  let next = 0;
  let last = Number.NEGATIVE_INFINITY;
  return {
    add(quotes) {
      for (const at of quotes) waiting.push(at);
    },
    isSafe(startAt, endAt = startAt) {
      for (let at = waiting[next]; at !== undefined && at < startAt; at = waiting[++next]) last = at;
      return startAt > last + fieldLimitBytes && (waiting[next] ?? Number.POSITIVE_INFINITY) >= endAt;
    },
  };
}

/** Where quotes stand that open a field and never close, as positions in the source: few files have one. */
export async function findOpenQuotes(tables: ScannedTables, ranges: [number, ScannedRange][]): Promise<number[]> {
  const quotes: number[] = [];
  await runInOrder(
    ranges,
    tables.pool.size * 2,
    ([number]) => findCells(tables, number, 'formatted'),
    ({ openQuotes }, [, range]) => {
      for (const at of openQuotes) quotes.push(at + beginningOf(range));
    },
  );
  return quotes;
}
