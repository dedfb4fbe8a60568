import { UsccError } from '../code/error.ts';
import type { ByteSource, SourceReference } from '../tables/byte-source.ts';
import { groupKeys } from './group/group.ts';
import { groupSides } from './group/group-sides.ts';
import type { Pool, Task, Work } from './platform.ts';
import { performCells } from './reread/cell-task.ts';
import { performNames } from './reread/name-task.ts';
import { performPick } from './reread/pick-task.ts';
import { performRecords } from './reread/record-task.ts';
import { createKernel, type Kernel } from './scan/kernel/kernel.ts';
import { performScan } from './scan/scan-task.ts';

/** Opens what a task refers to. A thread keeps what it has opened. */
export type OpenSource = (reference: SourceReference) => ByteSource;

/** What performs the tasks of folders below this one. */
export interface Performers {
  suspect(kernel: Kernel, source: ByteSource, task: Work['suspect'][0]): Promise<Work['suspect'][1]>;
}

/** Something that performs tasks, one after the other in the order they came, with a kernel of its own. */
export function createPerformer(
  open: OpenSource,
  others: Partial<Performers> = {},
): (task: Task) => Promise<Work[keyof Work][1]> {
  let kernel: Kernel | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const perform = async (task: Task): Promise<Work[keyof Work][1]> => {
    kernel ??= createKernel();
    if (task.kind === 'group' || task.kind === 'sides') {
      const spill = task.spill === null ? null : open(task.spill);
      return task.kind === 'group' ? groupKeys(kernel, task, spill) : groupSides(kernel, task, spill);
    }
    const source = open(task.source);
    if (task.kind === 'records') return performRecords(kernel, source, task);
    if (task.kind === 'names') return performNames(kernel, source, task);
    if (task.kind === 'cells') return performCells(kernel, source, task);
    if (task.kind === 'suspect') {
      if (others.suspect === undefined) throw new UsccError('worker', 'nothing here looks for suspects');
      return others.suspect(kernel, source, task);
    }
    return task.kind === 'scan' ? performScan(kernel, source, task) : performPick(kernel, source, task);
  };
  return (task) => {
    const result = last.then(() => perform(task));
    last = result.catch(() => undefined);
    return result;
  };
}

/** A pool of no threads: tasks are performed where they are asked for. For small inputs, and for pages without workers. */
export function createInlinePool(open: OpenSource, others?: Partial<Performers>): Pool {
  const perform = createPerformer(open, others);
  return { size: 1, run: (task) => perform(task as Task) as Promise<never> };
}

/** The buffers of a result that can be handed over without copying. */
export function listBuffers(result: Work[keyof Work][1]): ArrayBuffer[] {
  const blocks =
    'firstRecords' in result
      ? result.firstRecords
      : 'edges' in result
        ? [result.clean, result.hashed]
        : 'block' in result
          ? [result.block]
          : [];
  const lists = 'units' in result ? Object.values(result.units ?? {}) : [];
  const arrays = [
    ...blocks.flatMap((block) => (block === null ? [] : [block.keys])),
    ...lists,
    ...Object.values(result),
  ];
  const buffers = arrays.flatMap((value) => (ArrayBuffer.isView(value) ? [value.buffer] : []));
  return buffers.filter((buffer) => buffer instanceof ArrayBuffer);
}
