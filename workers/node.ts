import { workerData } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { aheadTasks } from '../src/check/check-ahead.ts';
import { checkTasks } from '../src/check/check-task.ts';
import { packError } from '../src/code/error.ts';
import { type AnyKind, createPerformer, listBuffers } from '../src/engine/perform.ts';
import type { NamedTasks } from '../src/engine/task.ts';
import { shareDescriptors } from '../src/node/inputs/descriptors.ts';
import { type FileReference, openSource } from '../src/node/inputs/file.ts';
import type { ThreadAnswer, ThreadFacts } from '../src/node/threads.ts';

shareDescriptors((workerData as ThreadFacts).otherThreads);

const opened = new Map<string, ReturnType<typeof openSource>>();

/** Loaded when they are asked for: a check can start without them. */
const others: Record<string, () => Promise<AnyKind>> = {
  annotate: async () => (await import('../src/clean/annotate/annotate-task.ts')).annotateTasks,
  'annotate-parquet': async () => (await import('../src/clean/annotate/parquet-task.ts')).parquetTasks,
  entities: async () => (await import('../src/clean/lookup/entity-task.ts')).entityTasks,
  problems: async () => (await import('../src/clean/diff/problem-task.ts')).problemTasks,
  'match-ask': async () => (await import('../src/clean/match/ask-task.ts')).askTasks,
  'match-rows': async () => (await import('../src/clean/match/row-task.ts')).rowTasks,
  suspect: async () => (await import('../src/suspects/suspect-task.ts')).suspectTasks,
  licences: async () => (await import('../src/licences/licence-task.ts')).licenceTasks,
  'licence-pairs': async () => (await import('../src/licences/pair-task.ts')).pairTasks,
  index: async () => (await import('../src/serve/index/index-task.ts')).indexTasks,
};

const perform = createPerformer(
  (reference) => {
    const { path, size } = reference as FileReference;
    const source = opened.get(path) ?? openSource(path, size);
    opened.set(path, source);
    return source;
  },
  [checkTasks, aheadTasks],
  others,
);

/**
 * What a thread of the pool does: one task at a time, the buffers of results handed over without copying. Errors come back as
 * data, because between threads an error keeps its message only.
 */
export async function performTasks(named: NamedTasks): Promise<unknown> {
  try {
    const results = await perform(named);
    const answer: ThreadAnswer = { results };
    const buffers = listBuffers(results);
    // Most have none, and piscina's own module is loaded where one of its functions is called.
    return buffers.length === 0 ? answer : move({ [valueSymbol]: answer, [transferableSymbol]: buffers });
  } catch (error) {
    return { failure: packError(error) } satisfies ThreadAnswer;
  }
}
