import { move, transferableSymbol, valueSymbol } from 'piscina';
import { createPerformer, listBuffers } from '../src/registry/perform.ts';
import type { Task } from '../src/registry/platform.ts';
import { type FileReference, openSource } from '../src/source/file.ts';

const opened = new Map<string, ReturnType<typeof openSource>>();

const perform = createPerformer((reference) => {
  const { path } = reference as FileReference;
  const source = opened.get(path) ?? openSource(path);
  opened.set(path, source);
  return source;
});

/** What a thread of the pool does: one task at a time, its result's buffers handed over without copying. */
export async function performTask(task: Task): Promise<unknown> {
  const result = await perform(task);
  return move({ [valueSymbol]: result, [transferableSymbol]: listBuffers(result) } as never);
}
