import { Worker } from 'node:worker_threads';
import { type Failure, UsccError, unpackError } from '../code/error.ts';
import type { NamedTasks } from '../engine/task.ts';

/** Below this a second thread costs more than it saves. */
export const inlineBytes = 4 << 20;

/** What a thread is told when it starts. */
export interface ThreadFacts {
  /** How many threads open files beside it. */
  otherThreads: number;
}

export interface ThreadRequest {
  id: number;
  named: NamedTasks;
}

export type ThreadAnswer = { id: number; results: unknown[] } | { id: number; failure: Failure };

/**
 * Threads, and the tasks that wait for one:
 *
 *   perform(named) ──▶ queue ──▶ the thread with the fewest tasks, two at most ──▶ its module performs one after the other
 *
 * The second task waits in the thread, so that it need not wait for this one. When a thread fails, all tasks do: those under way,
 * those that wait, and those to come.
 */
export interface Threads {
  size: number;
  perform(named: NamedTasks): Promise<unknown[]>;
  close(): Promise<void>;
}

const mostTasks = 2;

interface Task {
  named: NamedTasks;
  resolve(results: unknown[]): void;
  reject(error: UsccError): void;
}

interface Thread {
  worker: Worker;
  tasks: Map<number, Task>;
}

/** Threads that were started before it was known that there is work for them, and keep no process running. */
interface IdleThreads extends Threads {
  engage(): void;
}

let ahead: IdleThreads | null = null;

/** Starts threads that {@link takeThreads} will ask for: they load their module while this thread loads others. */
export function startAhead(size: number, module: URL): void {
  ahead ??= startThreads(size, module);
}

/** Threads of a module, started now, or ahead. */
export function takeThreads(size: number, module: URL): Threads {
  const idle = ahead;
  ahead = null;
  const fits = idle?.size === size;
  if (idle !== null && !fits) void idle.close();
  const threads = idle !== null && fits ? idle : startThreads(size, module);
  threads.engage();
  return threads;
}

function startThreads(size: number, module: URL): IdleThreads {
  const queue: Task[] = [];
  let count = 0;
  let failed: UsccError | null = null;
  const threads = Array.from({ length: size }, (): Thread => {
    const worker = new Worker(module, { workerData: { otherThreads: size } satisfies ThreadFacts });
    const tasks = new Map<number, Task>();
    worker.on('message', (answer: ThreadAnswer) => {
      const task = tasks.get(answer.id);
      tasks.delete(answer.id);
      if ('failure' in answer) task?.reject(unpackError(answer.failure));
      else task?.resolve(answer.results);
      feed();
    });
    worker.on('error', fail);
    worker.on('messageerror', fail);
    worker.on('exit', (code) => fail(new Error(`a thread ended with ${code}`)));
    // Listening to its messages holds the process.
    worker.unref();
    return { worker, tasks };
  });

  function feed(): void {
    while (queue.length > 0) {
      const thread = threads.reduce((a, b) => (b.tasks.size < a.tasks.size ? b : a));
      if (thread.tasks.size >= mostTasks) return;
      const task = queue.shift();
      if (task === undefined) return;
      thread.tasks.set(++count, task);
      thread.worker.postMessage({ id: count, named: task.named } satisfies ThreadRequest);
    }
  }

  function fail(cause: unknown): void {
    failed ??= new UsccError('worker', cause instanceof Error ? cause.message : String(cause), { cause });
    for (const { reject } of [...threads.flatMap(({ tasks }) => [...tasks.values()]), ...queue]) reject(failed);
    for (const { tasks } of threads) tasks.clear();
    queue.length = 0;
  }

  return {
    size,
    engage: () => {
      for (const { worker } of threads) worker.ref();
    },
    perform: (named) =>
      new Promise((resolve, reject) => {
        if (failed !== null) return reject(failed);
        queue.push({ named, resolve, reject });
        feed();
      }),
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
