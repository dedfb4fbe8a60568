import { type Failure, UsccError, unpackError } from '../../code/error.ts';
import { groupTasks } from '../../engine/group/group.ts';
import { createInlinePool, listBuffers } from '../../engine/perform.ts';
import { createPool, type NamedTasks, type Pool } from '../../engine/task.ts';
import { inlineBytes } from '../limits.ts';
import type { Role } from '../protocol.ts';
import { sourceOfBlob } from './blob-source.ts';

const mostThreads = 16;

export interface PoolRequest {
  id: number;
  named: NamedTasks;
}

export type PoolAnswer = { id: number; results: unknown[] } | { id: number; failure: Failure };

interface Thread {
  worker: Worker;
  waiting: Map<number, { resolve(results: unknown[]): void; reject(error: unknown): void }>;
}

/** The engine's threads: none for small inputs, else workers that are kept for the next check. */
export function createPagePools(script: string): (totalBytes: number) => Pool {
  const inline = createInlinePool((reference) => sourceOfBlob(reference as Blob));
  let threads: Pool | undefined;
  return (totalBytes) => {
    if (totalBytes < inlineBytes) return inline;
    threads ??= startThreads(script, Math.min(mostThreads, navigator.hardwareConcurrency || 2));
    return threads;
  };
}

function startThreads(script: string, size: number): Pool {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const threads = Array.from({ length: size }, () => startThread(url));
  let count = 0;
  return createPool(size, (named) => {
    const thread = threads.reduce((a, b) => (b.waiting.size < a.waiting.size ? b : a));
    const id = ++count;
    return new Promise((resolve, reject) => {
      thread.waiting.set(id, { resolve, reject });
      thread.worker.postMessage({ id, named } satisfies PoolRequest, listTaskBuffers(named));
    });
  });
}

function startThread(url: string): Thread {
  const thread: Thread = { worker: new Worker(url), waiting: new Map() };
  const { worker, waiting } = thread;
  worker.onmessage = ({ data }: MessageEvent<PoolAnswer>) => {
    const task = waiting.get(data.id);
    waiting.delete(data.id);
    if ('failure' in data) task?.reject(unpackError(data.failure));
    else task?.resolve(data.results);
  };
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new UsccError('worker', message));
    waiting.clear();
  };
  worker.postMessage({ role: 'pool' } satisfies Role);
  return thread;
}

/** Keys on their way to be grouped are copies of their own: they move. */
function listTaskBuffers({ name, tasks }: NamedTasks): ArrayBuffer[] {
  return name === groupTasks.name ? listBuffers(tasks) : [];
}
