import { freeAt } from './kernel/contract.ts';
import type { Kernel } from './kernel/kernel.ts';

/** No record shorter than nine characters and a line break has a key. */
const shortestKeyedBytes = 10;

/**
 * The keys of one range, sorted by partition, out of the kernel's memory:
 *
 *   offsets  u32 × (2^bits + 1)   where each partition starts, in entries
 *   rows     u32 × count          record numbers, from 0 at the range's start
 *   keys     u64 × count
 */
export interface Block {
  count: number;
  bits: number;
  offsets: Uint32Array;
  rows: Uint32Array;
  keys: BigUint64Array;
}

/** Where the key lists of a range lie in the kernel's memory. */
export interface Lists {
  cleanKeysAt: number;
  cleanRowsAt: number;
  hashedKeysAt: number;
  hashedRowsAt: number;
  sortedAt: number;
  /** First address after them: room for the input. */
  inputAt: number;
}

/** Makes room for every key of a range and of the record that reaches beyond it. */
export function placeLists(kernel: Kernel, rangeBytes: number, bits: number): Lists {
  const capacity = (Math.ceil(rangeBytes / shortestKeyedBytes) + 3) & ~1;
  const cleanKeysAt = freeAt;
  const cleanRowsAt = cleanKeysAt + capacity * 8;
  const hashedKeysAt = cleanRowsAt + capacity * 4;
  const hashedRowsAt = hashedKeysAt + capacity * 8;
  const sortedAt = hashedRowsAt + capacity * 4;
  const inputAt = kernel.reserve(sortedAt + capacity * 12 + offsetsBytes(bits));
  kernel.placeKeys(cleanKeysAt, cleanRowsAt, hashedKeysAt, hashedRowsAt);
  return { cleanKeysAt, cleanRowsAt, hashedKeysAt, hashedRowsAt, sortedAt, inputAt };
}

/** Sorts one list by partition and copies it out; null when it is empty. */
export function takeBlock(kernel: Kernel, lists: Lists, which: 'clean' | 'hashed', form: BlockOptions): Block | null {
  const count = kernel.read(which === 'clean' ? 'cleanCount' : 'hashedCount');
  const keysAt = which === 'clean' ? lists.cleanKeysAt : lists.hashedKeysAt;
  const rowsAt = which === 'clean' ? lists.cleanRowsAt : lists.hashedRowsAt;
  return sortAt(kernel, { keysAt, rowsAt, sortedAt: lists.sortedAt, count }, form);
}

/** A list in the kernel's memory, and where it is sorted to: offsets, then 12 bytes an entry. */
export interface PlacedList {
  keysAt: number;
  rowsAt: number;
  sortedAt: number;
  count: number;
}

/** What becomes of a list. */
export interface BlockOptions {
  /** Number of partitions, as a power of 2. */
  bits: number;
  /** Whether all threads can read it where it is; else it can be moved to another, and its memory is soon free again. */
  isShared: boolean;
}

/** Sorts a list of the kernel's by partition and copies it out; null when it is empty. */
export function sortAt(
  kernel: Kernel,
  { keysAt, rowsAt, sortedAt, count }: PlacedList,
  { bits, isShared }: BlockOptions,
): Block | null {
  if (count === 0) return null;
  const outKeysAt = sortedAt + offsetsBytes(bits);
  const outRowsAt = outKeysAt + count * 8;
  kernel.partition(keysAt, rowsAt, count, bits, sortedAt, outKeysAt, outRowsAt);
  const { buffer } = kernel.memory;
  const block = isShared ? createBlock(count, bits) : createMovableBlock(count, bits);
  block.keys.set(new BigUint64Array(buffer, outKeysAt, count));
  block.rows.set(new Uint32Array(buffer, outRowsAt, count));
  block.offsets.set(new Uint32Array(buffer, sortedAt, 2 ** bits + 1));
  return block;
}

/** The same with keys that the host has; what the kernel's memory holds is overwritten. */
export function sortKeys(
  kernel: Kernel,
  keys: BigUint64Array,
  rows: Uint32Array,
  { bits, isShared }: BlockOptions,
): Block | null {
  const count = rows.length;
  const rowsAt = freeAt + count * 8;
  const sortedAt = rowsAt + ((count * 4 + 7) & ~7);
  kernel.reserve(sortedAt + offsetsBytes(bits) + count * 12);
  new BigUint64Array(kernel.memory.buffer, freeAt, count).set(keys);
  new Uint32Array(kernel.memory.buffer, rowsAt, count).set(rows);
  return sortAt(kernel, { keysAt: freeAt, rowsAt, sortedAt, count }, { bits, isShared });
}

/** Memory that small blocks are cut from, one after the other: for a buffer of its own each would ask the system. */
const cutBytes = 1 << 20;
let cut: SharedArrayBuffer | null = null;
let cutUsed = 0;

/** Room for a block that all threads can read, where the platform has such a thing. */
function createBlock(count: number, bits: number): Block {
  const bytes = blockBytes(count, bits);
  if (typeof SharedArrayBuffer === 'undefined') return createMovableBlock(count, bits);
  if (bytes > cutBytes / 4) return viewBlock(new SharedArrayBuffer(bytes), 0, count, bits);
  if (cut === null || cutUsed + bytes > cutBytes) {
    cut = new SharedArrayBuffer(cutBytes);
    cutUsed = 0;
  }
  const at = cutUsed;
  cutUsed += (bytes + 7) & ~7;
  return viewBlock(cut, at, count, bits);
}

/** The same in a buffer of one thread's: many such can be dropped, while shared memory is not soon collected. */
function createMovableBlock(count: number, bits: number): Block {
  return viewBlock(new ArrayBuffer(blockBytes(count, bits)), 0, count, bits);
}

function blockBytes(count: number, bits: number): number {
  return count * 12 + (2 ** bits + 1) * 4;
}

function viewBlock(buffer: ArrayBufferLike, at: number, count: number, bits: number): Block {
  return {
    count,
    bits,
    keys: new BigUint64Array(buffer, at, count),
    rows: new Uint32Array(buffer, at + count * 8, count),
    offsets: new Uint32Array(buffer, at + count * 12, 2 ** bits + 1),
  };
}

/** Bytes of a table of offsets, rounded to 8. */
export function offsetsBytes(bits: number): number {
  return (2 ** bits + 2) * 4;
}
