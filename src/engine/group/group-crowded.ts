import type { ByteSource } from '../../tables/byte-source.ts';
import { batchItems } from '../batch.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import { type Areas, countAreas } from './count-areas.ts';
import type { FoundGroups } from './found-groups.ts';
import { countSlices, type GroupTask, type Slice } from './gather.ts';
import { enterPlaces, openTable } from './key-table.ts';
import { limitGroups, listCut } from './limit-groups.ts';
import { fillKeys, locateEntries } from './read-slices.ts';

/**
 * Groups the keys of one partition that has far more of them than it should, most often one and the same: some slices after the other,
 * with one table, so that the kernel never holds them all.
 *
 * @param most entries of slices that are taken together
 */
export async function groupCrowded(
  kernel: Kernel,
  task: GroupTask,
  areas: Areas,
  spill: ByteSource | null,
  most: number,
): Promise<FoundGroups> {
  const parts = [...batchItems(task.slices, ({ count }) => count, { mostSize: most })];
  const { groupsAt, keysAt, placesAt, entriesAt, tableAt } = placeCrowded(kernel, task, parts, areas.endAt);
  kernel.startGroups(groupsAt, entriesAt);
  const table = openTable(kernel, tableAt, most);
  // In one block, so that the system has it back when it is dropped; pages that nobody writes are none.
  const entries = new Uint32Array(countSlices(task.slices) * 3);
  let entriesEnd = 0;
  let sizes = new Uint32Array();
  let base = 0;
  for (const slices of parts) {
    const count = countSlices(slices);
    await fillKeys(kernel, { slices }, keysAt, spill);
    countAreas(kernel, areas, keysAt, count);
    listPlaces(kernel, placesAt, base, count);
    kernel.clearEntries();
    // Places count from the task's first key, of which these are some later ones.
    enterPlaces(kernel, table, keysAt - base * 8, placesAt, count);
    base += count;
    let places = new Uint32Array(kernel.memory.buffer, entriesAt, kernel.read('entryCount') * 2);
    if (task.most !== undefined) {
      sizes = extend(sizes, kernel.read('groupCount'));
      places = limitGroups(places, sizes, task.most);
    }
    const start = entriesEnd;
    entriesEnd += (places.length / 2) * 3;
    await locateEntries(task, places, spill, entries.subarray(start, entriesEnd));
  }
  return {
    keys: new BigUint64Array(kernel.memory.buffer, groupsAt, kernel.read('groupCount')).slice(),
    entries: [entries.subarray(0, entriesEnd)],
    cut: listCut(sizes, task.most ?? 0),
  };
}

/**
 * The kernel's memory meanwhile:
 *
 *   … groups │ keys │ places │ entries │ table
 *            └── of some slices ───────┘
 */
function placeCrowded(kernel: Kernel, { slices }: GroupTask, parts: Slice[][], at: number) {
  const room = (Math.max(...parts.map(countSlices)) + 1) & ~1;
  const groupsAt = (at + 7) & ~7;
  const keysAt = groupsAt + (countSlices(slices) >> 1) * 8;
  const placesAt = keysAt + room * 8;
  const entriesAt = placesAt + room * 4;
  // The first entry of a key is told when there is a second, of which these slices may have all.
  const tableAt = kernel.reserve(entriesAt + room * 2 * 8);
  return { groupsAt, keysAt, placesAt, entriesAt, tableAt };
}

function listPlaces(kernel: Kernel, at: number, first: number, count: number): void {
  const places = new Uint32Array(kernel.memory.buffer, at, count);
  for (let index = 0; index < count; index++) places[index] = first + index;
}

function extend(numbers: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(length);
  longer.set(numbers);
  return longer;
}
