/** A quote is an ordinary character when its field is still open after so many bytes: see src/scan/kernel/assembly/split.ts. */
const fieldLimitBytes = 65_536;

/** Tells of cells, in order, whether they may change their length without an open quote before them closing in time after all. */
export interface QuoteGuard {
  /** Quotes of the next range that open a field and never close, in order; places in the source. */
  add(quotes: Iterable<number>): void;
  isSafe(startAt: number): boolean;
}

/**
 * Keeps edits away from the 64 KiB after a quote that is read as an ordinary character because nothing closes it within
 * them: with fewer bytes between, something might. The cell that the quote begins may be edited.
 */
export function createQuoteGuard(): QuoteGuard {
  const waiting: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  return {
    add: (quotes) => void waiting.push(...quotes),
    isSafe(startAt) {
      while (waiting[0] !== undefined && waiting[0] < startAt) last = waiting.shift() ?? last;
      return startAt > last + fieldLimitBytes;
    },
  };
}
