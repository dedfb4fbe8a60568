import type { Kernel } from '../scan/kernel/kernel.ts';

/** A key and a note. */
const slotBytes = 12;

/** Keys of a partition are some 16,000; where they are many more, they are most often one and the same. */
const mostExpected = 1 << 16;

/**
 * Keys that have been met, in a table at the end of memory, which grows when there are more different ones than a partition should have:
 *
 *   … entries │ 2^17 slots │ 2^18 slots │ …
 *             └── moved ──▶┴── moved ──▶
 */
export interface KeyTable {
  at: number;
  /** Number of slots, as a power of 2. */
  bits: number;
}

/** An empty table at `at`, the end of memory, for `count` keys. */
export function openTable(kernel: Kernel, at: number, count: number): KeyTable {
  const bits = tableBits(Math.min(count, mostExpected));
  kernel.reserve(at + 2 ** bits * slotBytes);
  kernel.clearTable(at, bits);
  return { at, bits };
}

/** Enters the keys at `count` places, counted from `keysAt`. */
export function enterPlaces(kernel: Kernel, table: KeyTable, keysAt: number, placesAt: number, count: number): void {
  for (let done = 0; ; ) {
    done += kernel.enterKeys(keysAt, placesAt + done * 4, count - done);
    if (done === count) return;
    table.at += 2 ** table.bits * slotBytes;
    table.bits++;
    kernel.reserve(table.at + 2 ** table.bits * slotBytes);
    kernel.moveTable(table.at, table.bits);
  }
}

/** Slots for `count` keys: at most two thirds of them full. */
export function tableBits(count: number): number {
  return Math.max(4, Math.ceil(Math.log2(count * 1.5)));
}
