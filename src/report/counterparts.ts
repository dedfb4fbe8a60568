import type { DuplicateRecord } from '../check/findings/finding.ts';

/** A record of a duplicate, and some of the others with its code. */
export interface Counterparts {
  record: DuplicateRecord;
  others: DuplicateRecord[];
  hasMore: boolean;
}

/** Other records that are named beside each. */
const mostNamed = 3;
/** Records of one duplicate that wait for the others. */
const mostWaiting = 1000;

/** Puts records of duplicates, which come one duplicate after another, beside those that share their code. */
export interface CounterpartFinder {
  /** The records whose others are known now. */
  add(batch: DuplicateRecord[]): Counterparts[];
  /** Those that still waited. */
  finish(): Counterparts[];
}

export function createCounterpartFinder(): CounterpartFinder {
  let waiting: DuplicateRecord[] = [];
  let named: DuplicateRecord[] = [];

  const place = (record: DuplicateRecord, count: number): Counterparts => {
    const others = named.filter((other) => other.file !== record.file || other.row !== record.row).slice(0, mostNamed);
    return { record, others, hasMore: count - 1 > others.length };
  };
  const flush = (): Counterparts[] => {
    const placed = waiting.map((record) => place(record, waiting.length));
    waiting = [];
    return placed;
  };

  return {
    add(batch) {
      const placed: Counterparts[] = [];
      for (const record of batch) {
        if (named[0]?.group !== record.group) {
          placed.push(...flush());
          named = [];
        }
        if (named.length <= mostNamed) named.push(record);
        // A duplicate of very many records does not wait for its end.
        if (waiting.length < mostWaiting) waiting.push(record);
        else placed.push(place(record, mostWaiting + 1));
      }
      return placed;
    },
    finish: flush,
  };
}
