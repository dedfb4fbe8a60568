import type { Block } from '../scan/lists.ts';

/**
 * Some partitions of all blocks, to be grouped by one worker.
 *
 *   block 0   ░░▓▓▓░░░░░
 *   block 1   ░▓▓▓▓▓░░░     ▓ ──▶ one slice a block: its keys and rows, and where each partition starts in them
 *   block 2   ░░░▓▓░░░░░
 */
export interface GroupTask {
  /** Whether the keys are numbers of clean codes, whose regions and pairs are counted too. */
  isClean: boolean;
  partitionCount: number;
  slices: Slice[];
}

/** The entries of one block that fall into a task's partitions. */
export interface Slice {
  /** The range the block came from. */
  range: number;
  /** partitionCount + 1 numbers: where each partition starts, from the slice's start. */
  offsets: Uint32Array;
  keys: BigUint64Array;
  rows: Uint32Array;
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

/** The entries of partitions `first` to before `last` of all blocks: views where threads share memory, else copies. */
export function gatherTask(blocks: RangeBlock[], [first, last]: [number, number], isClean: boolean): GroupTask {
  const slices = blocks.map(({ range, block }): Slice => {
    const start = block.offsets[first] ?? 0;
    const end = block.offsets[last] ?? 0;
    const isShared = !(block.keys.buffer instanceof ArrayBuffer);
    const keys = block.keys.subarray(start, end);
    const rows = block.rows.subarray(start, end);
    return {
      range,
      offsets: block.offsets.slice(first, last + 1).map((offset) => offset - start),
      keys: isShared ? keys : keys.slice(),
      rows: isShared ? rows : rows.slice(),
    };
  });
  return { isClean, partitionCount: last - first, slices };
}
