import { move, transferableSymbol, valueSymbol } from 'piscina';
import { packError, UsccError } from '../src/code/error.ts';
import { createPerformer, listBuffers } from '../src/engine/perform.ts';
import type { Task } from '../src/engine/platform.ts';
import { type FileReference, openSource } from '../src/node/file.ts';
import { performSuspect } from '../src/suspects/suspect-task.ts';

const opened = new Map<string, ReturnType<typeof openSource>>();

const perform = createPerformer(
  (reference) => {
    const { path, size } = reference as FileReference;
    const source = opened.get(path) ?? openSource(path, size);
    opened.set(path, source);
    return source;
  },
  { suspect: performSuspect },
);

/**
 * What a thread of the pool does: one task at a time, its result's buffers handed over without copying. Errors of ours
 * come back as data, because between threads an error keeps its message only.
 */
export async function performTask(task: Task): Promise<unknown> {
  try {
    const result = await perform(task);
    return move({ [valueSymbol]: result, [transferableSymbol]: listBuffers(result) } as never);
  } catch (error) {
    if (!(error instanceof UsccError)) throw error;
    return { failure: packError(error) };
  }
}
