import { UsccError } from '../../code/error.ts';
import type { Failure } from '../protocol.ts';

/** What is used of the global scope of a worker. */
export interface WorkerScope {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown, transfer?: Transferable[]): void;
}

/** An error as data. One that is not ours is a mistake in the program: `worker`. */
export function describeError(error: unknown): Failure {
  if (error instanceof UsccError) {
    const { code, message, cause } = error;
    return { code, message, ...(isFault(cause) ? { cause } : {}) };
  }
  return { code: 'worker', message: error instanceof Error ? error.message : String(error) };
}

export function reviveError({ code, message, cause }: Failure): UsccError {
  return new UsccError(code, message, { cause });
}

/** Causes that travel: data the engine looks at. */
function isFault(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'kind' in cause && !(cause instanceof Error);
}
