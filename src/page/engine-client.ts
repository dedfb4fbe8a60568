import { UsccError, unpackError } from '../code/error.ts';
import type { Answer, CallName, Engine, EngineEvent, Role } from './protocol.ts';

/** The engine's worker as the page sees it. */
export function startEngine(script: string, listen: (event: EngineEvent) => void): Engine {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url);
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  let count = 0;
  worker.onmessage = ({ data }: MessageEvent<Answer | EngineEvent>) => {
    if ('event' in data) return listen(data);
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if (!('failure' in data)) return call?.resolve(data.value);
    call?.reject(unpackError(data.failure));
  };
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new UsccError('worker', message));
    waiting.clear();
  };
  worker.postMessage({ role: 'engine', script } satisfies Role);
  const call =
    (name: CallName) =>
    (...args: unknown[]): Promise<never> =>
      new Promise((resolve, reject) => {
        const id = ++count;
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
        worker.postMessage({ id, name, args });
      });
  return {
    open: call('open'),
    survey: call('survey'),
    drop: call('drop'),
    check: call('check'),
    work: call('work'),
    cancel: call('cancel'),
    write: call('write'),
  };
}
