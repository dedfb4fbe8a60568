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
}

/** A task on its way to a thread. */
export interface NamedTask {
  name: string;
  task: unknown;
}
