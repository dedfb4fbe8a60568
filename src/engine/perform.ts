import { UsccError } from '../code/error.ts';
import { groupTasks } from './group/group.ts';
import { sideTasks } from './group/group-sides.ts';
import { planTasks } from './plan/plan-task.ts';
import { wideTasks } from './plan/text/wide-task.ts';
import { cellTasks } from './reread/cell-task.ts';
import { nameTasks } from './reread/name-task.ts';
import { pickTasks } from './reread/pick-task.ts';
import { recordTasks } from './reread/record-task.ts';
import { createKernel, type Kernel } from './scan/kernel/kernel.ts';
import { scanTasks } from './scan/scan-task.ts';
import { completePool, type NamedTasks, type OpenSource, type Pool, type TaskKind } from './task.ts';

/** A kind of task whose task and result are not known here. */
export type AnyKind = TaskKind<unknown, unknown>;

const engineKinds: readonly AnyKind[] = [
  planTasks,
  wideTasks,
  scanTasks,
  pickTasks,
  nameTasks,
  cellTasks,
  recordTasks,
  groupTasks,
  sideTasks,
];

/**
 * What a thread does: tasks one after the other in the order they came, with a kernel of its own.
 *
 * @param kinds what it can do beside the engine's own tasks
 * @param others what it loads when it is asked for, by name
 */
export function createPerformer(
  open: OpenSource,
  kinds: readonly AnyKind[],
  others: Record<string, () => Promise<AnyKind>> = {},
): (named: NamedTasks) => Promise<unknown[]> {
  const known = new Map([...engineKinds, ...kinds].map((kind) => [kind.name, kind]));
  const perform = createSequence(open);
  return async ({ name, tasks }) => {
    const kind = known.get(name) ?? (await others[name]?.());
    if (kind === undefined) throw new UsccError('worker', `no thread here performs ${name}`);
    return perform(kind, tasks);
  };
}

/** A pool of no threads: tasks are performed where they are asked for. For small inputs, and for pages without workers. */
export function createInlinePool(open: OpenSource): Pool {
  return completePool(1, createSequence(open));
}

/** More than a range needs. */
const mostKeptBytes = 96 << 20;

function createSequence(open: OpenSource): Pool['runAll'] {
  let kernel: Kernel | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return (kind, tasks) => {
    const results = last.then(async () => {
      kernel ??= createKernel();
      const done = [];
      for (const task of tasks) done.push(await kind.perform(kernel, task, open));
      // Memory of a kernel only grows; what one very large task took is not kept until the end.
      if (kernel.memory.buffer.byteLength > mostKeptBytes) kernel = undefined;
      return done;
    });
    last = results.catch(() => undefined);
    return results;
  };
}

/** To hand a smaller buffer over is hardly worth it. */
const fewestBytes = 64 << 10;

/** Results of small tasks, which have none, are many. */
const mostResults = 8;

/** The buffers of results that are better handed over than copied: those of their views, wherever they stand. */
export function listBuffers(results: readonly unknown[]): ArrayBuffer[] {
  if (results.length > mostResults) return [];
  const buffers = new Set<ArrayBuffer>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if (ArrayBuffer.isView(part)) {
      if (part.buffer instanceof ArrayBuffer && part.buffer.byteLength >= fewestBytes) buffers.add(part.buffer);
    } else if (Array.isArray(part)) {
      // Lists are of one kind: those of texts and numbers, which may be long, have no buffers.
      if (part.some((each, index) => index < 8 && typeof each === 'object')) for (const each of part) visit(each);
    } else if (!(part instanceof Map)) for (const each of Object.values(part)) visit(each);
  };
  visit(results);
  return [...buffers];
}
