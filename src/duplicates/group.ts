import type { Kernel } from '../scan/kernel/kernel.ts';
import { freeAt, pairCount, regionCount } from '../scan/kernel/layout.ts';
import type { GroupTask } from './gather.ts';

/** Codes that stand on more than one record, as far as their keys tell. */
export interface Groups {
  isClean: boolean;
  /** Key of each group. */
  keys: BigUint64Array<ArrayBuffer>;
  /** (group, range, row) of each of their records; those of one group in record order. */
  entries: Uint32Array<ArrayBuffer>;
  /** (region, records) of clean codes, both as the kernel numbers them. */
  regions: Uint32Array<ArrayBuffer>;
  /** Records of clean codes by pair. */
  pairs: Uint32Array<ArrayBuffer>;
}

/** Groups the keys of one task, partition by partition, each in a table that fits the cache. */
export function groupKeys(kernel: Kernel, task: GroupTask): Groups {
  const memory = placeTask(kernel, task);
  const { partitionCount, offsets } = task;
  const width = partitionCount + 1;
  kernel.startGroups(memory.groupsAt);
  let end = memory.entriesAt;
  for (let p = 0; p < partitionCount; p++) {
    const slices = [...task.ranges.keys()].flatMap((block) => {
      const start = offsets[block * width + p] ?? 0;
      const count = (offsets[block * width + p + 1] ?? 0) - start;
      return count > 0 ? [{ block, start, count }] : [];
    });
    const total = slices.reduce((sum, { count }) => sum + count, 0);
    if (total === 0) continue;
    kernel.clearTable(memory.tableAt, tableBits(total));
    const before = kernel.read('groupCount');
    for (const { start, count } of slices) kernel.enterKeys(memory.keysAt + start * 8, count);
    if (kernel.read('groupCount') === before) continue;
    for (const { block, start, count } of slices) {
      const range = task.ranges[block] ?? 0;
      end = kernel.listEntries(memory.keysAt + start * 8, memory.rowsAt + start * 4, count, range, end);
    }
  }
  if (task.isClean) kernel.countParts(memory.keysAt, task.keys.length, memory.regionsAt, memory.pairsAt);
  const { buffer } = kernel.memory;
  return {
    isClean: task.isClean,
    keys: new BigUint64Array(buffer, memory.groupsAt, kernel.read('groupCount')).slice(),
    entries: new Uint32Array(buffer, memory.entriesAt, (end - memory.entriesAt) / 4).slice(),
    regions: listCounts(new Uint32Array(buffer, memory.regionsAt, task.isClean ? regionCount : 0)),
    pairs: new Uint32Array(buffer, memory.pairsAt, task.isClean ? pairCount : 0).slice(),
  };
}

interface Memory {
  keysAt: number;
  rowsAt: number;
  groupsAt: number;
  entriesAt: number;
  regionsAt: number;
  pairsAt: number;
  tableAt: number;
}

function placeTask(kernel: Kernel, task: GroupTask): Memory {
  const count = (task.keys.length + 1) & ~1;
  const width = task.partitionCount + 1;
  let largest = 0;
  for (let p = 0; p < task.partitionCount; p++) {
    let total = 0;
    for (let at = p; at < task.offsets.length; at += width) {
      total += (task.offsets[at + 1] ?? 0) - (task.offsets[at] ?? 0);
    }
    largest = Math.max(largest, total);
  }
  const keysAt = freeAt;
  const rowsAt = keysAt + count * 8;
  const groupsAt = rowsAt + count * 4;
  const regionsAt = groupsAt + count * 4;
  const pairsAt = regionsAt + (regionCount + 1) * 4;
  const tableAt = pairsAt + pairCount * 4 + 4;
  const entriesAt = tableAt + 2 ** tableBits(largest) * 12;
  kernel.reserve(entriesAt + count * 12);
  const bytes = kernel.bytes();
  bytes.set(new Uint8Array(task.keys.buffer), keysAt);
  bytes.set(new Uint8Array(task.rows.buffer), rowsAt);
  bytes.fill(0, regionsAt, tableAt);
  return { keysAt, rowsAt, groupsAt, entriesAt, regionsAt, pairsAt, tableAt };
}

/** Slots for `count` keys: at most half of them full. */
function tableBits(count: number): number {
  return Math.max(4, Math.ceil(Math.log2(count * 2)));
}

function listCounts(counts: Uint32Array): Uint32Array<ArrayBuffer> {
  const list: number[] = [];
  for (let index = 0; index < counts.length; index++) {
    const count = counts[index] ?? 0;
    if (count > 0) list.push(index, count);
  }
  return Uint32Array.from(list);
}
