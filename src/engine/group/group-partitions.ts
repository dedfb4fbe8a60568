import type { ByteSource } from '../../tables/byte-source.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import { type Areas, countAreas } from './count-areas.ts';
import type { FoundGroups } from './found-groups.ts';
import { countSlices, type GroupTask } from './gather.ts';
import { enterPlaces, openTable } from './key-table.ts';
import { limitGroups, listCut } from './limit-groups.ts';
import { fillKeys, locateEntries } from './read-slices.ts';

/** Groups keys partition by partition, each with a sieve and a table that fit the cache. */
export async function groupPartitions(
  kernel: Kernel,
  task: GroupTask,
  areas: Areas,
  spill: ByteSource | null,
): Promise<FoundGroups> {
  const memory = placePartitions(kernel, task, areas.endAt);
  await fillKeys(kernel, task, memory.keysAt, spill);
  kernel.startGroups(memory.groupsAt, memory.entriesAt);
  for (let partition = 0; partition < task.partitionCount; partition++) groupPartition(kernel, task, partition, memory);
  countAreas(kernel, areas, memory.keysAt, memory.count);
  const { buffer } = kernel.memory;
  const sizes = new Uint32Array(task.most === undefined ? 0 : kernel.read('groupCount'));
  const all = new Uint32Array(buffer, memory.entriesAt, kernel.read('entryCount') * 2);
  const places = task.most === undefined ? all : limitGroups(all, sizes, task.most);
  const entries = new Uint32Array((places.length / 2) * 3);
  await locateEntries(task, places, spill, entries);
  return {
    keys: new BigUint64Array(buffer, memory.groupsAt, kernel.read('groupCount')).slice(),
    entries: [entries],
    cut: listCut(sizes, task.most ?? 0),
  };
}

/** Groups the keys of one partition: those that the sieve lets through meet a table. */
function groupPartition(kernel: Kernel, { bits }: GroupTask, partition: number, memory: Memory): void {
  const { keysAt, sieveAt, placesAt, tableAt } = memory;
  const total = kernel.countPartition(partition);
  if (total === 0) return;
  kernel.clearSieve(sieveAt, sieveBits(total), bits);
  kernel.sieveKeys(partition);
  const sieved = kernel.listSieved(partition, placesAt);
  if (sieved > 0) enterPlaces(kernel, openTable(kernel, tableAt, sieved), keysAt, placesAt, sieved);
}

/**
 * The kernel's memory while partitions are grouped:
 *
 *   … keys │ starts of partitions │ groups │ sieve │ places │ entries │ table
 */
interface Memory {
  count: number;
  keysAt: number;
  groupsAt: number;
  sieveAt: number;
  placesAt: number;
  entriesAt: number;
  tableAt: number;
}

function placePartitions(kernel: Kernel, task: GroupTask, at: number): Memory {
  const { slices, partitionCount } = task;
  const count = countSlices(slices);
  const room = (count + 1) & ~1;
  const keysAt = (at + 7) & ~7;
  const startsAt = keysAt + room * 8;
  const groupsAt = kernel.reserve(startsAt + ((slices.length * (partitionCount + 1) + 1) & ~1) * 4);
  placeStarts(kernel, task, keysAt, startsAt);
  let largest = 0;
  for (let p = 0; p < partitionCount; p++) largest = Math.max(largest, kernel.countPartition(p));
  const sieveAt = groupsAt + room * 4;
  const placesAt = sieveAt + 2 ** (sieveBits(largest) - 2);
  const entriesAt = placesAt + ((largest + 2) & ~1) * 4;
  const tableAt = kernel.reserve(entriesAt + room * 8);
  return { count, keysAt, groupsAt, sieveAt, placesAt, entriesAt, tableAt };
}

/** Says where each partition starts in each slice. */
function placeStarts(kernel: Kernel, { slices, partitionCount }: GroupTask, keysAt: number, startsAt: number): void {
  const width = partitionCount + 1;
  const starts = new Uint32Array(kernel.memory.buffer, startsAt, slices.length * width);
  for (const [index, { offsets }] of slices.entries()) starts.set(offsets, index * width);
  kernel.placeSlices(keysAt, startsAt, slices.length, partitionCount);
}

/** Bits of a sieve for `count` keys: about 16 a key, so that one in 16 different keys passes by chance. */
function sieveBits(count: number): number {
  return Math.max(6, Math.ceil(Math.log2(count * 12)));
}
