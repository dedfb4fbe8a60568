import type { Kernel } from '../scan/kernel/kernel.ts';
import type { OpenSource, TaskKind } from '../task.ts';
import { placeAreas, takeAreas } from './count-areas.ts';
import { countSlices, cutTask, type GroupTask } from './gather.ts';
import { groupCrowded } from './group-crowded.ts';
import { groupPartitions } from './group-partitions.ts';
import { openSpill } from './read-slices.ts';

/** Codes that stand on more than one record. */
export interface FoundGroups {
  /** Key of each group. */
  keys: BigUint64Array<ArrayBuffer>;
  /** (group, range, row) of each of their records, in parts; those of one group in record order. */
  entries: Uint32Array<ArrayBuffer>[];
  /** Groups of which the task left members out. */
  cut: Uint32Array<ArrayBuffer>;
}

/** The same of a task, as far as their keys tell. */
export interface Groups extends FoundGroups {
  isClean: boolean;
  /** (region, records) of clean codes, both as the kernel numbers them. */
  regions: Uint32Array<ArrayBuffer>;
  /** Records of clean codes by pair. */
  pairs: Uint32Array<ArrayBuffer>;
}

/** Keys grouped, partition by partition. */
export const groupTasks: TaskKind<GroupTask, Groups> = { name: 'group', perform: groupKeys };

/** Twice what a task should have. */
const mostTogether = 1 << 21;

/** @param most entries that a kernel holds together */
export async function groupKeys(
  kernel: Kernel,
  task: GroupTask,
  open: OpenSource,
  most: number = mostTogether,
): Promise<Groups> {
  const spill = openSpill(task, open);
  const areas = placeAreas(kernel, task);
  const found: FoundGroups[] = [];
  for (const part of cutTask(task, most)) {
    found.push(
      countSlices(part.slices) > most
        ? await groupCrowded(kernel, part, areas, spill, most / 4)
        : await groupPartitions(kernel, part, areas, spill),
    );
  }
  return { isClean: task.isClean, ...joinGroups(found), ...takeAreas(kernel, areas) };
}

/** The groups of all parts, numbered on from one to the next. */
function joinGroups(parts: FoundGroups[]): FoundGroups {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return only;
  const keys = new BigUint64Array(parts.reduce((sum, part) => sum + part.keys.length, 0));
  const cut: number[] = [];
  let base = 0;
  for (const part of parts) {
    keys.set(part.keys, base);
    for (const group of part.cut) cut.push(base + group);
    for (const entries of part.entries) {
      for (let at = 0; at < entries.length; at += 3) entries[at] = base + (entries[at] ?? 0);
    }
    base += part.keys.length;
  }
  return { keys, entries: parts.flatMap(({ entries }) => entries), cut: Uint32Array.from(cut) };
}

/** How many entries there are. */
export function countEntries({ entries }: Pick<FoundGroups, 'entries'>): number {
  return entries.reduce((sum, { length }) => sum + length / 3, 0);
}
