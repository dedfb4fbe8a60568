import { constants } from 'node:os';
import { UsccError } from '../code/error.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Exit code of an interrupted run. */
export const INTERRUPTED = 130;

/**
 * Runs something that stops in an orderly way when its signal fires: on Ctrl-C and on a request to end. A second
 * Ctrl-C ends the process at once.
 *
 * @throws {UsccError} `aborted` instead of whatever the work throws once it was told to stop
 */
export async function withInterrupts<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    controller.abort();
  };
  const signals = SIGNALS.filter((name) => name in constants.signals);
  for (const name of signals) process.on(name, interrupt);
  try {
    return await work(controller.signal);
  } catch (error) {
    throw controller.signal.aborted ? new UsccError('aborted', 'interrupted', { cause: error }) : error;
  } finally {
    for (const name of signals) process.off(name, interrupt);
  }
}
