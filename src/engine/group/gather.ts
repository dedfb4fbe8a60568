import type { SourceReference } from '../../tables/byte-source.ts';
import { batchItems } from '../batch.ts';
import type { StoredBlock } from './key-store.ts';

/**
 * Some partitions of all blocks, to be grouped by one worker.
 *
 *   block 0   ░░▓▓▓░░░░░
 *   block 1   ░▓▓▓▓▓░░░     ▓ ──▶ one slice a block: its keys and rows, and where each partition starts in them
 *   block 2   ░░░▓▓░░░░░
 */
export interface GroupTask {
  /** Whether the keys are exact, as numbers of clean codes are. */
  isClean: boolean;
  /** Whether their regions and pairs are counted too: only clean codes have such. */
  isCounted: boolean;
  /** Partitions of all keys, as a power of 2. */
  bits: number;
  /** Members of a group that are told: the first ones. Absent: all. */
  most?: number | undefined;
  partitionCount: number;
  slices: Slice[];
  /** Where slices that are not in memory are read from. */
  spill: SourceReference | null;
}

/** The entries of one block that fall into a task's partitions. */
export interface Slice {
  /** The range the block came from. */
  range: number;
  count: number;
  /** partitionCount + 1 numbers: where each partition starts, in the block. */
  offsets: Uint32Array;
  /** Null: in the spill file, from bytes `keysAt` and `rowsAt`. */
  keys: BigUint64Array | null;
  rows: Uint32Array | null;
  keysAt: number;
  rowsAt: number;
}

const mostTaskEntries = 1 << 20;
const fewestTaskEntries = 1 << 19;
const tasksPerBatch = 16;

/** Partitions in spans of about a million entries; of fewer where less memory is to be had, since each thread's kernel holds those of one. */
export function planPartitionSpans(blocks: StoredBlock[], bits: number, batchEntries: number): [number, number][] {
  const taskEntries = Math.min(mostTaskEntries, Math.max(fewestTaskEntries, batchEntries / tasksPerBatch));
  const total = blocks.reduce((sum, { count }) => sum + count, 0);
  const size = 2 ** bits;
  const taskCount = Math.min(size, Math.max(1, Math.ceil(total / taskEntries)));
  const width = Math.ceil(size / taskCount);
  const spans: [number, number][] = [];
  for (let start = 0; start < size; start += width) spans.push([start, Math.min(size, start + width)]);
  return spans;
}

/** The entries of partitions `first` to before `last` of all blocks: views where threads share memory, else copies. */
export function gatherTask(
  blocks: StoredBlock[],
  [first, last]: [number, number],
  kind: Pick<GroupTask, 'isClean' | 'isCounted' | 'most'>,
  spill: SourceReference | null,
): GroupTask {
  const slices = blocks.map(({ range, count, offsets, keys, rows, at }): Slice => {
    const start = offsets[first] ?? 0;
    const end = offsets[last] ?? 0;
    return {
      range,
      count: end - start,
      offsets: share(offsets.subarray(first, last + 1)),
      keys: keys && share(keys.subarray(start, end)),
      rows: rows && share(rows.subarray(start, end)),
      keysAt: at + start * 8,
      rowsAt: at + count * 8 + start * 4,
    };
  });
  const bits = Math.log2((blocks[0]?.offsets.length ?? 2) - 1);
  return { ...kind, bits, partitionCount: last - first, slices, spill };
}

/** A view that costs nothing to send: of memory all threads see, or of its own. */
function share<View extends BigUint64Array | Uint32Array>(view: View): View {
  return view.buffer instanceof ArrayBuffer ? (view.slice() as View) : view;
}

/** Where the entries of a partition start, from the slice's start, and how many there are. */
export function findPartition({ offsets }: Slice, partition: number): { start: number; length: number } {
  const at = offsets[partition] ?? 0;
  return { start: at - (offsets[0] ?? 0), length: (offsets[partition + 1] ?? 0) - at };
}

/** Entries of some slices. */
export function countSlices(slices: readonly Slice[]): number {
  return slices.reduce((sum, { count }) => sum + count, 0);
}

/** Entries of one partition in all slices. */
export function countPartition({ slices }: Pick<GroupTask, 'slices'>, partition: number): number {
  let total = 0;
  for (const { offsets } of slices) total += (offsets[partition + 1] ?? 0) - (offsets[partition] ?? 0);
  return total;
}

/** The task in parts of `most` entries or fewer, partition by partition; one that alone has more is a part of its own. */
export function* cutTask(task: GroupTask, most: number): Generator<GroupTask> {
  if (countSlices(task.slices) <= most) {
    yield task;
    return;
  }
  const { partitionCount } = task;
  const partitions = Array(partitionCount).keys();
  const parts = batchItems(partitions, (partition) => countPartition(task, partition), { mostSize: most });
  for (const { 0: first = 0, length } of parts) {
    const slices = task.slices.map((slice) => cutSlice(slice, first, first + length));
    yield { ...task, partitionCount: length, slices };
  }
}

/** The entries of some partitions, `first` to before `last`, of a slice. */
function cutSlice(slice: Slice, first: number, last: number): Slice {
  const { offsets, keys, rows } = slice;
  const start = (offsets[first] ?? 0) - (offsets[0] ?? 0);
  const end = (offsets[last] ?? 0) - (offsets[0] ?? 0);
  return {
    range: slice.range,
    count: end - start,
    offsets: offsets.subarray(first, last + 1),
    keys: keys?.subarray(start, end) ?? null,
    rows: rows?.subarray(start, end) ?? null,
    keysAt: slice.keysAt + start * 8,
    rowsAt: slice.rowsAt + start * 4,
  };
}
