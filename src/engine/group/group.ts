import type { Kernel } from '../scan/kernel/kernel.ts';
import type { OpenSource, TaskKind } from '../task.ts';
import { placeAreas, takeAreas } from './count-areas.ts';
import { type FoundGroups, joinGroups } from './found-groups.ts';
import { countSlices, cutTask, type GroupTask } from './gather.ts';
import { groupCrowded } from './group-crowded.ts';
import { groupPartitions } from './group-partitions.ts';
import { openSpill } from './read-slices.ts';

/** What is found of a task, as far as keys tell. */
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
