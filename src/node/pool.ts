import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { type Failure, UsccError, unpackError } from '../code/error.ts';
import { createInlinePool } from '../engine/perform.ts';
import { createPool, type NamedTasks, type Pool } from '../engine/task.ts';
import { refuse } from '../messages/refusal/index.ts';
import { shareDescriptors } from './inputs/descriptors.ts';
import { type FileReference, openSource } from './inputs/file.ts';

/** Below this a second thread costs more than it saves. */
const inlineBytes = 4 << 20;

/** The thread's module, seen from here in the package. Not written where a bundler would take it for a file to copy. */
const workerPath = '../../workers/node';
const packageName = 'uscc-toolkit';
/** There in what webpack writes, which puts the place of the sources in for that of the bundle. */
declare const __webpack_require__: unknown;

/** What a thread of the pool is told when it starts. */
export interface ThreadFacts {
  /** How many threads open files beside it. */
  otherThreads: number;
}

/** A pool and how to end it. */
export interface ThreadPool extends Pool {
  close(): Promise<void>;
}

/**
 * Threads for inputs of `totalBytes` together; none for small ones.
 *
 * @throws {UsccError} `usage` when a bundler has taken this module out of its package: the files that threads are made of stayed there
 *
 *   check ── run(task) ──▶ piscina ──▶ workers/node.js: kernel, open files
 *         ◀── results, their buffers moved ──┘
 */
export async function openPool(
  totalBytes: number,
  threads: number | undefined,
  worker: URL = findWorker(),
): Promise<ThreadPool> {
  if (threads === undefined && totalBytes < inlineBytes) return openInlinePool();
  // After the worker was looked for: what a bundler makes of piscina fails as it is loaded.
  const { Piscina } = await import('piscina');
  const size = threads ?? availableParallelism();
  shareDescriptors(size);
  const piscina = new Piscina<NamedTasks, { results: unknown[] } | { failure: Failure }>({
    filename: worker.href,
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
  const pool = createPool(size, async (named) => {
    const answer = await fuse.guard(piscina.run(named)).catch((cause: unknown) => {
      throw new UsccError('worker', cause instanceof Error ? cause.message : String(cause), { cause });
    });
    if ('failure' in answer) throw unpackError(answer.failure);
    return answer.results;
  });
  return { ...pool, close: () => piscina.destroy() };
}

let found: URL | null = null;

/** The thread's module in the package that this one belongs to; before any work, so that small inputs do not hide that it is missing. */
function findWorker(): URL {
  // A bundler that writes CommonJS leaves nothing of it.
  const here: string | undefined = import.meta.url;
  const isBundled = !here || typeof __webpack_require__ !== 'undefined';
  if (found === null && !isBundled)
    found = ['.js', '.ts'].map((end) => new URL(workerPath + end, here)).find(isOurs) ?? null;
  if (found === null) throw refuse('usage', { kind: 'bundled' });
  return found;
}

function isOurs(worker: URL): boolean {
  if (!existsSync(worker)) return false;
  return ['../package.json', '../../package.json'].some((path) => {
    const file = new URL(path, worker);
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === packageName;
  });
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

function openInlinePool(): ThreadPool {
  const opened = new Map<string, ReturnType<typeof openSource>>();
  const pool = createInlinePool((reference) => {
    const { path, size } = reference as FileReference;
    const source = opened.get(path) ?? openSource(path, size);
    opened.set(path, source);
    return source;
  });
  return {
    ...pool,
    close: async () => {
      for (const source of opened.values()) source.close();
    },
  };
}
