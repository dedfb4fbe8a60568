import { workerData } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { aheadTasks } from '../src/check/check-ahead.ts';
import { checkTasks } from '../src/check/check-task.ts';
import { annotateTasks } from '../src/clean/annotate/annotate-task.ts';
import { parquetTasks } from '../src/clean/annotate/parquet-task.ts';
import { problemTasks } from '../src/clean/diff/problem-task.ts';
import { entityTasks } from '../src/clean/lookup/entity-task.ts';
import { askTasks } from '../src/clean/match/ask-task.ts';
import { rowTasks } from '../src/clean/match/row-task.ts';
import { packError } from '../src/code/error.ts';
import { createPerformer, listBuffers } from '../src/engine/perform.ts';
import type { NamedTasks } from '../src/engine/task.ts';
import { licenceTasks } from '../src/licences/licence-task.ts';
import { pairTasks } from '../src/licences/pair-task.ts';
import { shareDescriptors } from '../src/node/inputs/descriptors.ts';
import { type FileReference, openSource } from '../src/node/inputs/file.ts';
import type { ThreadAnswer, ThreadFacts } from '../src/node/threads.ts';
import { indexTasks } from '../src/serve/index/index-task.ts';
import { suspectTasks } from '../src/suspects/suspect-task.ts';

shareDescriptors((workerData as ThreadFacts).otherThreads);

const opened = new Map<string, ReturnType<typeof openSource>>();

const perform = createPerformer(
  (reference) => {
    const { path, size } = reference as FileReference;
    const source = opened.get(path) ?? openSource(path, size);
    opened.set(path, source);
    return source;
  },
  [
    checkTasks,
    aheadTasks,
    annotateTasks,
    parquetTasks,
    entityTasks,
    problemTasks,
    askTasks,
    rowTasks,
    suspectTasks,
    licenceTasks,
    pairTasks,
    indexTasks,
  ],
);

/**
 * What a thread of the pool does: one task at a time, the buffers of results handed over without copying. Errors come back as
 * data, because between threads an error keeps its message only.
 */
export async function performTasks(named: NamedTasks): Promise<unknown> {
  try {
    const results = await perform(named);
    const answer: ThreadAnswer = { results };
    return move({ [valueSymbol]: answer, [transferableSymbol]: listBuffers(results) });
  } catch (error) {
    return { failure: packError(error) } satisfies ThreadAnswer;
  }
}
