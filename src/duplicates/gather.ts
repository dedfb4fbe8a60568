import type { Block } from '../scan/lists.ts';

/**
 * Some partitions of all blocks, to be grouped by one worker.
 *
 *   block 0   ░░▓▓▓░░░░░          offsets   (partitions + 1) numbers a block: where each of its
 *   block 1   ░▓▓▓▓▓░░░     ▓ ──▶           partitions starts in keys and rows
 *   block 2   ░░░▓▓░░░░░          keys      the ▓ of all blocks, one after the other
 *                                 rows      likewise
 */
export interface GroupTask {
  /** Whether the keys are numbers of clean codes, whose regions and pairs are counted too. */
  isClean: boolean;
  partitionCount: number;
  /** The range each block came from. */
  ranges: Uint32Array<ArrayBuffer>;
  offsets: Uint32Array<ArrayBuffer>;
  keys: BigUint64Array<ArrayBuffer>;
  rows: Uint32Array<ArrayBuffer>;
}

/** A block and the range it came from. */
export interface RangeBlock {
  range: number;
  block: Block;
}

const taskEntries = 1 << 19;

/** Partitions in stretches of about half a million entries. */
export function planStretches(blocks: RangeBlock[], bits: number): [number, number][] {
  const total = blocks.reduce((sum, { block }) => sum + block.count, 0);
  const size = 2 ** bits;
  const taskCount = Math.min(size, Math.max(1, Math.ceil(total / taskEntries)));
  const width = Math.ceil(size / taskCount);
  const stretches: [number, number][] = [];
  for (let start = 0; start < size; start += width) stretches.push([start, Math.min(size, start + width)]);
  return stretches;
}

/** Copies the entries of partitions `first`..`last` out of all blocks. */
export function gatherTask(blocks: RangeBlock[], [first, last]: [number, number], isClean: boolean): GroupTask {
  const partitionCount = last - first;
  const offsets = new Uint32Array(blocks.length * (partitionCount + 1));
  let total = 0;
  for (const { block } of blocks) total += (block.offsets[last] ?? 0) - (block.offsets[first] ?? 0);
  const keys = new BigUint64Array(total);
  const rows = new Uint32Array(total);
  let position = 0;
  for (const [index, { block }] of blocks.entries()) {
    const start = block.offsets[first] ?? 0;
    const end = block.offsets[last] ?? 0;
    const at = index * (partitionCount + 1);
    for (let p = 0; p <= partitionCount; p++) offsets[at + p] = (block.offsets[first + p] ?? 0) - start + position;
    keys.set(block.keys.subarray(start, end), position);
    rows.set(block.rows.subarray(start, end), position);
    position += end - start;
  }
  return { isClean, partitionCount, ranges: Uint32Array.from(blocks, ({ range }) => range), offsets, keys, rows };
}
