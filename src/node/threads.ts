import { Piscina } from 'piscina';
import { type Failure, UsccError, unpackError } from '../code/error.ts';
import type { NamedTasks } from '../engine/task.ts';

/** What a thread is told when it starts. */
export interface ThreadFacts {
  /** How many threads open files beside it. */
  otherThreads: number;
}

/** Buffers of results are moved; errors come back as data, because between threads an error keeps its message only. */
export type ThreadAnswer = { results: unknown[] } | { failure: Failure };

/**
 * Threads of a module:
 *
 *   perform(named) ──▶ piscina ──▶ workers/node.cjs: kernel, open files
 *                  ◀── results, their buffers moved ──┘
 */
export interface Threads {
  size: number;
  perform(named: NamedTasks): Promise<unknown[]>;
  close(): Promise<void>;
}

let ahead: Threads | null = null;

/** Starts threads that {@link takeThreads} will ask for: they load their module while this thread loads others. */
export function startAhead(size: number, module: URL): void {
  ahead ??= startThreads(size, module);
}

/** Threads of a module, started now, or ahead. */
export function takeThreads(size: number, module: URL): Threads {
  const idle = ahead;
  ahead = null;
  if (idle?.size === size) return idle;
  void idle?.close();
  return startThreads(size, module);
}

function startThreads(size: number, module: URL): Threads {
  const piscina = new Piscina<NamedTasks, ThreadAnswer>({
    filename: module.href,
    name: 'performTasks',
    minThreads: size,
    maxThreads: size,
    // The next task waits in the thread, so that it need not wait for this one.
    concurrentTasksPerWorker: 2,
    idleTimeout: 60_000,
    workerData: { otherThreads: size } satisfies ThreadFacts,
  });
  const fuse = createFuse();
  piscina.once('error', fuse.blow);
  return {
    size,
    async perform(named) {
      const answer = await fuse.guard(piscina.run(named)).catch((cause: unknown) => {
        throw new UsccError('worker', cause instanceof Error ? cause.message : String(cause), { cause });
      });
      if ('failure' in answer) throw unpackError(answer.failure);
      return answer.results;
    },
    close: () => piscina.destroy(),
  };
}

/**
 * A thread that cannot start ends no task: what it says has to end them all. Not a race with one promise that lasts as long as
 * the pool: that would keep every result there has been.
 */
function createFuse() {
  const waiting = new Set<(cause: unknown) => void>();
  let blown: { cause: unknown } | null = null;
  return {
    blow(cause: unknown): void {
      blown = { cause };
      for (const reject of waiting) reject(cause);
      waiting.clear();
    },
    guard<Result>(task: Promise<Result>): Promise<Result> {
      return new Promise((resolve, reject) => {
        if (blown !== null) reject(blown.cause);
        waiting.add(reject);
        task.then(resolve, reject).finally(() => waiting.delete(reject));
      });
    },
  };
}
