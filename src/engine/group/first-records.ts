import type { ByteSource } from '../../tables/byte-source.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import { type Block, type BlockOptions, offsetsBytes, sortAt } from '../scan/lists.ts';
import { countSlices, type GroupTask } from './gather.ts';
import { readRows } from './read-slices.ts';

/**
 * First records of groups that stand on one side only, where that is all that is asked about them. All records of all
 * sides have an ordinal:
 *
 *   side       0                 1
 *   ranges     0     1     2     3     4
 *   ordinals   0 …   b₁ …  b₂ …  b₃ …  b₄ …
 *              └ sideStarts[0]   └ sideStarts[1]   └ sideStarts[2]
 */
export interface FirstRecordsTask extends BlockOptions {
  /** Shapes by side and kind, as `listWants` gives them; each of one side only. */
  wants: BigUint64Array<ArrayBuffer>;
  /** Ordinal of the first record of each slice's range. */
  bases: number[];
  /** Where the sides start, and where the last one ends. */
  sideStarts: number[];
}

/** Ordinals, and the number of them all, have 32 bits. */
export const ordinalLimit = 2 ** 32 - 1;

const bytesPerFirst = 16;
const bytesPerSorted = 12;

/** Room for what may be found among `count` entries. */
export function firstRecordsBytes(count: number, task: FirstRecordsTask): number {
  return placeFirstRecords(0, count, task).end;
}

/**
 * Where things lie from `at` on:
 *
 *   wants │ first records 16 B × count │ ordinals u32 × count │ keys u64 × count │ rows u32 × count │ offsets, keys and rows, sorted
 */
function placeFirstRecords(at: number, count: number, { wants, bits }: FirstRecordsTask) {
  const room = (count + 1) & ~1;
  const firstRecordsAt = at + wants.length * 8;
  const ordinalsAt = firstRecordsAt + room * bytesPerFirst;
  const keysAt = ordinalsAt + room * 4;
  const rowsAt = keysAt + room * 8;
  const sortedAt = rowsAt + room * 4;
  return {
    firstRecordsAt,
    ordinalsAt,
    keysAt,
    rowsAt,
    sortedAt,
    end: sortedAt + offsetsBytes(bits) + room * bytesPerSorted,
  };
}

/** Tells the kernel at `at` what to list, and the ordinal of every entry. */
export async function startFirstRecords(
  kernel: Kernel,
  { slices }: Pick<GroupTask, 'slices'>,
  task: FirstRecordsTask,
  at: number,
  spill: ByteSource | null,
): Promise<void> {
  const count = countSlices(slices);
  const { firstRecordsAt, ordinalsAt } = placeFirstRecords(at, count, task);
  new BigUint64Array(kernel.memory.buffer, at, task.wants.length).set(task.wants);
  const ordinals = new Uint32Array(kernel.memory.buffer, ordinalsAt, count);
  let place = 0;
  for (const [index, slice] of slices.entries()) {
    const base = task.bases[index] ?? 0;
    const rows = await readRows(slice, spill);
    for (let entry = 0; entry < rows.length; entry++) ordinals[place++] = base + (rows[entry] ?? 0);
  }
  kernel.startFirstRecords(at, firstRecordsAt, ordinalsAt);
}

/** Of each side the first records that were found: rows are ordinals, keys of clean codes those of their organization codes. */
export function takeFirstRecords(
  kernel: Kernel,
  { slices }: Pick<GroupTask, 'slices'>,
  task: FirstRecordsTask,
  at: number,
): (Block | null)[] {
  const { keysAt, rowsAt, sortedAt } = placeFirstRecords(at, countSlices(slices), task);
  return task.sideStarts.slice(1).map((end, side) => {
    const count = kernel.copyFirstRecords(task.sideStarts[side] ?? 0, end, keysAt, rowsAt);
    return sortAt(kernel, { keysAt, rowsAt, sortedAt, count }, task);
  });
}
