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
    return { code, message, ...(isData(cause) ? { cause } : {}) };
  }
  return { code: 'worker', message: error instanceof Error ? error.message : String(error) };
}

export function reviveError({ code, message, cause }: Failure): UsccError {
  return new UsccError(code, message, { cause });
}

/** Causes that travel: facts, which the engine or the page look at. */
function isData(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && Object.getPrototypeOf(cause) === Object.prototype;
}
