import { type ByteSource, fillBytes, readBytes } from '../../tables/byte-source.ts';
import { freeAt, pairCount, regionCount } from '../scan/kernel/contract.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import type { OpenSource, TaskKind } from '../task.ts';
import type { GroupTask, Slice } from './gather.ts';

/** Codes that stand on more than one record, as far as their keys tell. */
export interface Groups {
  isClean: boolean;
  /** Key of each group. */
  keys: BigUint64Array<ArrayBuffer>;
  /** (group, range, row) of each of their records; those of one group in record order. */
  entries: Uint32Array<ArrayBuffer>;
  /** Groups of which the task left members out. */
  cut: Uint32Array<ArrayBuffer>;
  /** (region, records) of clean codes, both as the kernel numbers them. */
  regions: Uint32Array<ArrayBuffer>;
  /** Records of clean codes by pair. */
  pairs: Uint32Array<ArrayBuffer>;
}

/** Keys grouped, partition by partition, each with a sieve and a table that fit the cache. */
export const groupTasks: TaskKind<GroupTask, Groups> = { name: 'group', perform: groupKeys };

async function groupKeys(kernel: Kernel, task: GroupTask, open: OpenSource): Promise<Groups> {
  const spill = openSpill(task, open);
  const memory = await placeTask(kernel, task, spill);
  kernel.startGroups(memory.groupsAt, memory.entriesAt);
  for (let partition = 0; partition < task.partitionCount; partition++) groupPartition(kernel, task, partition, memory);
  const { regionsAt, pairsAt, keysAt } = memory;
  let regionsListed = 0;
  if (task.isCounted) {
    kernel.countAreas(keysAt, memory.count, regionsAt, pairsAt);
    regionsListed = kernel.listCounts(regionsAt, regionCount, memory.listAt);
  }
  const { buffer } = kernel.memory;
  const all = new Uint32Array(buffer, memory.entriesAt, kernel.read('entryCount') * 2);
  const { places, cut } = limitGroups(all, kernel.read('groupCount'), task.most ?? all.length);
  return {
    isClean: task.isClean,
    keys: new BigUint64Array(buffer, memory.groupsAt, kernel.read('groupCount')).slice(),
    entries: await locateEntries(task, places, spill),
    cut,
    regions: new Uint32Array(buffer, memory.listAt, regionsListed * 2).slice(),
    pairs: new Uint32Array(buffer, pairsAt, task.isCounted ? pairCount : 0).slice(),
  };
}

/** Only the first `most` members of each group, moved to the front where they stand, and the groups that had more. */
export function limitGroups(
  places: Uint32Array,
  groupCount: number,
  most: number,
): { places: Uint32Array; cut: Uint32Array<ArrayBuffer> } {
  if (places.length <= most * 2) return { places, cut: new Uint32Array() };
  const sizes = new Uint32Array(groupCount);
  let length = 0;
  for (let at = 0; at < places.length; at += 2) {
    const group = places[at] ?? 0;
    const size = (sizes[group] ?? 0) + 1;
    sizes[group] = size;
    if (size > most) continue;
    places[length++] = group;
    places[length++] = places[at + 1] ?? 0;
  }
  const cut = Uint32Array.from(sizes.keys()).filter((group) => (sizes[group] ?? 0) > most);
  return { places: places.subarray(0, length), cut };
}

/** Groups the keys of one partition: those that the sieve lets through meet a table. */
function groupPartition(kernel: Kernel, task: GroupTask, partition: number, memory: Memory): void {
  const total = kernel.countPartition(partition);
  if (total === 0) return;
  kernel.clearSieve(memory.sieveAt, sieveBits(total), task.bits);
  kernel.sieveKeys(partition);
  const sieved = kernel.listSieved(partition, memory.placesAt);
  if (sieved > 0) enterSieved(kernel, memory, sieved);
}

/** Keys of a partition are some 16,000; where they are many more, they are most often one and the same. */
const mostExpected = 1 << 16;

/**
 * Enters keys into a table at the end of memory, which grows when there are more different ones than a partition should have:
 *
 *   … entries │ 2^17 slots │ 2^18 slots │ …
 *             └── moved ──▶┴── moved ──▶
 */
function enterSieved(kernel: Kernel, { keysAt, placesAt, tableAt }: Memory, sieved: number): void {
  let at = tableAt;
  let bits = tableBits(Math.min(sieved, mostExpected));
  kernel.clearTable(at, bits);
  for (let done = 0; ; ) {
    done += kernel.enterKeys(keysAt, placesAt + done * 4, sieved - done);
    if (done === sieved) return;
    at += 2 ** bits * slotBytes;
    bits++;
    kernel.reserve(at + 2 ** bits * slotBytes);
    kernel.moveTable(at, bits);
  }
}

/** What slices that are not in memory are read from; null: all are. */
export function openSpill({ spill }: Pick<GroupTask, 'spill'>, open: OpenSource): ByteSource | null {
  return spill === null ? null : open(spill);
}

/** Turns (group, place among the task's entries) into (group, range, row). */
export async function locateEntries(
  { slices }: Pick<GroupTask, 'slices'>,
  places: Uint32Array,
  spill: ByteSource | null,
): Promise<Uint32Array<ArrayBuffer>> {
  const bases = [0];
  for (const { count } of slices) bases.push((bases.at(-1) ?? 0) + count);
  const rows: (Uint32Array | undefined)[] = [];
  const entries = new Uint32Array((places.length / 2) * 3);
  let index = 0;
  for (let at = 0, to = 0; at < places.length; at += 2, to += 3) {
    const place = places[at + 1] ?? 0;
    // Most often the entry before it is of the same slice.
    if (place < (bases[index] ?? 0) || place >= (bases[index + 1] ?? 0)) index = findSlice(bases, place);
    const slice = slices[index] as Slice;
    const sliceRows = rows[index] ?? (await readRows(slice, spill));
    rows[index] = sliceRows;
    entries[to] = places[at] ?? 0;
    entries[to + 1] = slice.range;
    entries[to + 2] = sliceRows[place - (bases[index] ?? 0)] ?? 0;
  }
  return entries;
}

/** Rows of a slice's entries, from 0 at its range's start. */
export async function readRows({ rows, rowsAt, count }: Slice, spill: ByteSource | null): Promise<Uint32Array> {
  if (rows !== null) return rows;
  const bytes = spill === null ? new Uint8Array() : await readBytes(spill, rowsAt, count * 4);
  return new Uint32Array(bytes.buffer, 0, bytes.length / 4);
}

/** The slice whose entries hold `place`: the last that does not start after it. */
function findSlice(bases: number[], place: number): number {
  let low = 0;
  let high = bases.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((bases[middle] ?? 0) <= place) low = middle;
    else high = middle;
  }
  return low;
}

/** A key and a note. */
const slotBytes = 12;

/**
 * The kernel's memory during a task:
 *
 *   keys │ starts of partitions │ groups │ region counts │ pair counts │ list of regions │ sieve │ places │ entries │ table
 */
interface Memory {
  count: number;
  keysAt: number;
  groupsAt: number;
  regionsAt: number;
  pairsAt: number;
  listAt: number;
  sieveAt: number;
  placesAt: number;
  tableAt: number;
  entriesAt: number;
}

async function placeTask(kernel: Kernel, task: GroupTask, spill: ByteSource | null): Promise<Memory> {
  const count = task.slices.reduce((sum, slice) => sum + slice.count, 0);
  const room = (count + 1) & ~1;
  const keysAt = freeAt;
  const startsAt = keysAt + room * 8;
  const groupsAt = kernel.reserve(startsAt + ((task.slices.length * (task.partitionCount + 1) + 1) & ~1) * 4);
  placeStarts(kernel, task, keysAt, startsAt);
  let largest = 0;
  for (let p = 0; p < task.partitionCount; p++) largest = Math.max(largest, kernel.countPartition(p));
  const regionRoom = task.isCounted ? (regionCount + 1) & ~1 : 0;
  const regionsAt = groupsAt + room * 4;
  const pairsAt = regionsAt + regionRoom * 4;
  const listAt = pairsAt + ((pairCount + 1) & ~1) * 4;
  const sieveAt = listAt + Math.min(regionRoom, room) * 8;
  const placesAt = sieveAt + 2 ** (sieveBits(largest) - 2);
  const entriesAt = placesAt + ((largest + 2) & ~1) * 4;
  const tableAt = entriesAt + room * 8;
  kernel.reserve(tableAt + 2 ** tableBits(Math.min(largest, mostExpected)) * slotBytes);
  await fillKeys(kernel, task, keysAt, spill);
  kernel.bytes().fill(0, regionsAt, listAt);
  return { count, keysAt, groupsAt, regionsAt, pairsAt, listAt, sieveAt, placesAt, tableAt, entriesAt };
}

/** Says where each partition starts in each slice. */
function placeStarts(kernel: Kernel, { slices, partitionCount }: GroupTask, keysAt: number, startsAt: number): void {
  const width = partitionCount + 1;
  const starts = new Uint32Array(kernel.memory.buffer, startsAt, slices.length * width);
  for (const [index, { offsets }] of slices.entries()) starts.set(offsets, index * width);
  kernel.placeSlices(keysAt, startsAt, slices.length, partitionCount);
}

/** Brings the keys of all slices together at `keysAt`. */
export async function fillKeys(
  kernel: Kernel,
  { slices }: Pick<GroupTask, 'slices'>,
  keysAt: number,
  spill: ByteSource | null,
): Promise<void> {
  let at = keysAt;
  for (const slice of slices) {
    const place = kernel.bytes().subarray(at, at + slice.count * 8);
    if (slice.keys !== null) place.set(new Uint8Array(slice.keys.buffer, slice.keys.byteOffset, place.length));
    else if (spill !== null && place.length > 0) await fillBytes(spill, slice.keysAt, place);
    at += place.length;
  }
}

/** Slots for `count` keys: at most two thirds of them full. */
export function tableBits(count: number): number {
  return Math.max(4, Math.ceil(Math.log2(count * 1.5)));
}

/** Bits of a sieve for `count` keys: about 16 a key, so that one in 16 different keys passes by chance. */
function sieveBits(count: number): number {
  return Math.max(6, Math.ceil(Math.log2(count * 12)));
}
