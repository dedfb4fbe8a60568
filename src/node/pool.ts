import { availableParallelism } from 'node:os';
import { createInlinePool } from '../engine/perform.ts';
import { createPool, type Pool } from '../engine/task.ts';
import { refuse } from '../messages/refusal/index.ts';
import { findWorker, inlineBytes } from './find-worker.ts';
import { shareDescriptors } from './inputs/descriptors.ts';
import { type FileReference, openSource } from './inputs/file.ts';

/** A pool and how to end it. */
export interface ThreadPool extends Pool {
  close(): Promise<void>;
}

/**
 * Threads for inputs of `totalBytes` together; none for small ones.
 *
 * @throws {UsccError} `usage` when a bundler has taken this module out of its package: the files that threads are made of stayed there
 */
export async function openPool(
  totalBytes: number,
  threads: number | undefined,
  worker: URL = requireWorker(),
): Promise<ThreadPool> {
  if (threads === undefined && totalBytes < inlineBytes) return openInlinePool();
  const size = threads ?? availableParallelism();
  // After the worker was looked for: what a bundler makes of piscina fails as it is loaded.
  const { takeThreads } = await import('./threads.ts');
  shareDescriptors(size);
  const { perform, close } = takeThreads(size, worker);
  return { ...createPool(size, perform), close };
}

/** Before any work, so that small inputs do not hide that the module is missing. */
function requireWorker(): URL {
  const worker = findWorker();
  if (worker === null) throw refuse('usage', { kind: 'bundled' });
  return worker;
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
