import type { ByteSource, SourceReference } from '../tables/byte-source.ts';
import type { Kernel } from './scan/kernel/kernel.ts';

/** Opens what a task refers to. A thread keeps what it has opened. */
export type OpenSource = (reference: SourceReference) => ByteSource;

/**
 * A kind of task that threads perform. Rooms after this one define their own: the thread's entry lists all it knows.
 *
 *   pool.run(scanTasks, task) ── { name, task } ──▶ thread: scanTasks.perform(kernel, task, open) ── result ──▶
 */
export interface TaskKind<Task, Result> {
  name: string;
  perform(kernel: Kernel, task: Task, open: OpenSource): Promise<Result>;
}

/** Threads that perform tasks, each with a kernel of its own. */
export interface Pool {
  size: number;
  run<Task, Result>(kind: TaskKind<Task, Result>, task: Task): Promise<Result>;
  /** Has small tasks performed by one thread, one after the other, for one round trip; the first that fails ends them all. */
  runAll<Task, Result>(kind: TaskKind<Task, Result>, tasks: readonly Task[]): Promise<Result[]>;
}

/** Tasks of one kind on their way to a thread. */
export interface NamedTasks {
  name: string;
  tasks: readonly unknown[];
}

/** A pool of what performs tasks of a kind, by its name, and gives their results in order. */
export function createPool(size: number, perform: (named: NamedTasks) => Promise<unknown[]>): Pool {
  return completePool(size, async <Task, Result>({ name }: TaskKind<Task, Result>, tasks: readonly Task[]) => {
    // What a kind performs elsewhere, its name alone says.
    return (await perform({ name, tasks })) as Result[];
  });
}

/** A pool of what performs many tasks. */
export function completePool(size: number, runAll: Pool['runAll']): Pool {
  return {
    size,
    async run(kind, task) {
      for (const result of await runAll(kind, [task])) return result;
      throw new Error(`no result of ${kind.name}`);
    },
    runAll,
  };
}
