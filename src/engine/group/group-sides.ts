import { freeAt, kindCount, presenceCount, sideCount } from '../scan/kernel/contract.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import type { Block } from '../scan/lists.ts';
import type { OpenSource, TaskKind } from '../task.ts';
import { type FirstRecordsTask, firstRecordsBytes, startFirstRecords, takeFirstRecords } from './first-records.ts';
import { countPartition, findPartition, type GroupTask } from './gather.ts';
import { tableBits } from './key-table.ts';
import { fillKeys, locateEntries, openSpill } from './read-slices.ts';

/** Partitions to group, each slice of which belongs to one side. */
export interface SideTask extends GroupTask {
  /** Side of each slice: 0, 1 or 2. */
  sides: number[];
  /** For side and kind (side × 8 + kind), the presences of groups whose entries are wanted: see {@link listWants}. */
  wants: BigUint64Array<ArrayBuffer>;
  /** The side whose keys alone matter; null: those of all sides, which are counted. */
  among: number | null;
  /** Null: no first records are listed. */
  firstRecords: FirstRecordsTask | null;
}

/** What is wanted of one task, and how much there is of everything. */
export interface SideGroups {
  isClean: boolean;
  /** Key and presence of each group with an entry that is wanted. */
  keys: BigUint64Array<ArrayBuffer>;
  presences: Uint8Array<ArrayBuffer>;
  /** (group, range, row) of each entry that is wanted, in parts; those of one group and side in record order. */
  entries: Uint32Array<ArrayBuffer>[];
  /** Keys by kind and presence (kind × 64 + presence); not counted where one side alone matters. */
  codes: Uint32Array<ArrayBuffer>;
  /** Entries by side, kind and presence; not counted where one side alone matters. */
  records: Uint32Array<ArrayBuffer>;
  /** Of each side the first records that were asked for, as `takeFirstRecords` gives them. */
  firstRecords: (Block | null)[];
}

/** One record as it stands among the sides. */
export interface Member {
  side: number;
  /** `keyKinds` of texts that are no clean codes; 0 of exact keys. */
  kind: number;
  isClean: boolean;
  presence: number;
}

/** Whether a group has a record on a side. */
export function isOn(presence: number, side: number): boolean {
  return ((presence >> side) & 1) === 1;
}

/** Whether a group has several records on a side. */
export function isSeveralOn(presence: number, side: number): boolean {
  return ((presence >> (side + sideCount)) & 1) === 1;
}

/** All answers of `wants` as the bits a task carries. */
export function listWants(isClean: boolean, wants: (member: Member) => boolean): BigUint64Array<ArrayBuffer> {
  const list = new BigUint64Array(sideCount * kindCount);
  for (const index of list.keys()) {
    const side = Math.floor(index / kindCount);
    const kind = index % kindCount;
    for (let presence = 0; presence < presenceCount; presence++) {
      if (isOn(presence, side) && wants({ side, kind, isClean, presence }))
        list[index] = (list[index] ?? 0n) | (1n << BigInt(presence));
    }
  }
  return list;
}

/** Keys grouped by side, partition by partition. See assembly/keys/sides.ts. */
export const sideTasks: TaskKind<SideTask, SideGroups> = { name: 'sides', perform: groupSides };

async function groupSides(kernel: Kernel, task: SideTask, open: OpenSource): Promise<SideGroups> {
  const spill = openSpill(task, open);
  const memory = placeSides(kernel, task);
  await fillKeys(kernel, task, memory.keysAt, spill);
  new BigUint64Array(kernel.memory.buffer, memory.wantsAt, task.wants.length).set(task.wants);
  kernel.bytes().fill(0, memory.codesAt, memory.tableAt);
  kernel.startGroups(memory.groupsAt, memory.entriesAt);
  const kindMask = task.isClean ? 0 : kindCount - 1;
  kernel.startSides(memory.wantsAt, memory.codesAt, memory.recordsAt, memory.presencesAt, kindMask);
  if (task.firstRecords !== null)
    await startFirstRecords(kernel, task, task.firstRecords, memory.firstRecordsAt, spill);
  const entering = listEntering(task);
  const listed = listPresences(task);
  for (let p = 0; p < task.partitionCount; p++) {
    const total = countPartition(entering, p);
    if (total === 0) continue;
    kernel.clearTable(memory.tableAt, tableBits(total));
    const seen = enterSides(kernel, task, p, memory.keysAt);
    forEachSlice(task, p, (place, count, side) => {
      if (((listed[side] ?? 0n) & seen) !== 0n) kernel.listSide(memory.keysAt + place * 8, count, place, side);
    });
  }
  const { buffer } = kernel.memory;
  const groupCount = kernel.read('groupCount');
  const places = new Uint32Array(buffer, memory.entriesAt, kernel.read('entryCount') * 2);
  const entries = new Uint32Array((places.length / 2) * 3);
  await locateEntries(task, places, spill, entries);
  return {
    isClean: task.isClean,
    keys: new BigUint64Array(buffer, memory.groupsAt, groupCount).slice(),
    presences: new Uint8Array(buffer, memory.presencesAt, groupCount).slice(),
    codes: new Uint32Array(buffer, memory.codesAt, codeCounts).slice(),
    records: new Uint32Array(buffer, memory.recordsAt, codeCounts * sideCount).slice(),
    entries: [entries],
    firstRecords:
      task.firstRecords === null ? [] : takeFirstRecords(kernel, task, task.firstRecords, memory.firstRecordsAt),
  };
}

/** Of each side the presences whose records are listed, or counted. */
function listPresences({ among, wants }: SideTask): bigint[] {
  const sides = Array.from({ length: sideCount }, (_, side) =>
    wants.subarray(side * kindCount, (side + 1) * kindCount),
  );
  return sides.map((kinds) => (among === null ? -1n : kinds.reduce((all, presences) => all | presences, 0n)));
}

/** The slices whose keys go into the table. */
function listEntering({ slices, sides, among }: SideTask): Pick<GroupTask, 'slices'> {
  return { slices: among === null ? slices : slices.filter((_, index) => sides[index] === among) };
}

/**
 * Enters the keys of one partition: all of them, which are counted, or first those that matter, against which the others are held. Returns
 * the presences there may be.
 */
function enterSides(kernel: Kernel, task: SideTask, partition: number, keysAt: number): bigint {
  const { among } = task;
  forEachSlice(task, partition, (place, count, side) => {
    if (among === null || side === among) kernel.enterSide(keysAt + place * 8, count, side);
  });
  if (among === null) {
    kernel.countPresences();
    return -1n;
  }
  const once = 1 << among;
  let seen = (1n << BigInt(once)) | (1n << BigInt(once | (once << sideCount)));
  forEachSlice(task, partition, (place, count, side) => {
    if (side !== among) seen |= kernel.matchSide(keysAt + place * 8, count, side);
  });
  return seen;
}

const codeCounts = kindCount * presenceCount;

/** The keys of one partition, slice by slice: where they stand among the task's, how many, and on which side. */
function forEachSlice(
  { slices, sides }: SideTask,
  partition: number,
  take: (entry: number, count: number, side: number) => void,
): void {
  let base = 0;
  for (const [index, slice] of slices.entries()) {
    const { start, length } = findPartition(slice, partition);
    take(base + start, length, sides[index] ?? 0);
    base += slice.count;
  }
}

function placeSides(kernel: Kernel, task: SideTask) {
  const count = task.slices.reduce((sum, slice) => sum + slice.count, 0);
  const room = (count + 7) & ~7;
  const entering = listEntering(task);
  let largest = 0;
  for (let p = 0; p < task.partitionCount; p++) largest = Math.max(largest, countPartition(entering, p));
  const keysAt = freeAt;
  const groupsAt = keysAt + room * 8;
  const presencesAt = groupsAt + room * 8;
  const wantsAt = presencesAt + room;
  const codesAt = wantsAt + task.wants.length * 8;
  const recordsAt = codesAt + codeCounts * 4;
  const tableAt = recordsAt + codeCounts * sideCount * 4;
  const entriesAt = tableAt + 2 ** tableBits(largest) * 12;
  const firstRecordsAt = entriesAt + room * 8;
  kernel.reserve(firstRecordsAt + (task.firstRecords === null ? 0 : firstRecordsBytes(count, task.firstRecords)));
  return { keysAt, groupsAt, presencesAt, wantsAt, codesAt, recordsAt, tableAt, entriesAt, firstRecordsAt };
}
