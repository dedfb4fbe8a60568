import { checkTasks } from '../../check/check-task.ts';
import { problemTasks } from '../../clean/diff/problem-task.ts';
import { entityTasks } from '../../clean/lookup/entity-task.ts';
import { packError } from '../../code/error.ts';
import { createPerformer, listBuffers } from '../../engine/perform.ts';
import { licenceTasks } from '../../licences/licence-task.ts';
import { pairTasks } from '../../licences/pair-task.ts';
import { suspectTasks } from '../../suspects/suspect-task.ts';
import type { Answer, Call, Engine, Role } from '../protocol.ts';
import { sourceOfBlob } from './blob-source.ts';
import { createEngine } from './engine.ts';
import type { PoolAnswer, PoolRequest } from './page-pool.ts';
import type { WorkerScope } from './scope.ts';

/** Makes a worker what its first message says: the engine, or one of its threads. */
export function serveRole(scope: WorkerScope): void {
  scope.onmessage = ({ data }: MessageEvent<Role>) => {
    if (data.role === 'pool') performTasks(scope);
    else
      answerCalls(
        scope,
        createEngine(data.script, (event) => scope.postMessage(event)),
      );
  };
}

function performTasks(scope: WorkerScope): void {
  const perform = createPerformer(
    (reference) => sourceOfBlob(reference as Blob),
    [checkTasks, entityTasks, problemTasks, suspectTasks, licenceTasks, pairTasks],
  );
  scope.onmessage = async ({ data: { id, named } }: MessageEvent<PoolRequest>) => {
    try {
      const results = await perform(named);
      scope.postMessage({ id, results } satisfies PoolAnswer, { transfer: listBuffers(results) });
    } catch (error) {
      scope.postMessage({ id, failure: packError(error) } satisfies PoolAnswer);
    }
  };
}

function answerCalls(scope: WorkerScope, engine: Engine): void {
  scope.onmessage = async ({ data: { id, name, args } }: MessageEvent<Call>) => {
    try {
      const call = engine[name] as (...values: unknown[]) => Promise<unknown>;
      scope.postMessage({ id, value: await call(...args) } satisfies Answer);
    } catch (error) {
      scope.postMessage({ id, failure: packError(error) } satisfies Answer);
    }
  };
}
