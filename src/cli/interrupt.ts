import { constants } from 'node:os';
import { UsccError } from '../code/error.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Exit code of an interrupted run. */
export const INTERRUPTED = 130;

/** What a thread is in the middle of may take longer; it ends with the process. */
const GRACE_MILLISECONDS = 500;

/**
 * Runs something that stops in an orderly way when its signal fires: on Ctrl-C and on a request to end. What has not
 * stopped soon after is left behind, for the caller to end the process.
 *
 * @throws {UsccError} `aborted`, instead of whatever the work throws once it was told to stop
 */
export async function withInterrupts<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  // Wrappers such as npx pass on what the terminal has sent already: a second signal says nothing new.
  const interrupt = (): void => controller.abort();
  const signals = SIGNALS.filter((name) => name in constants.signals);
  for (const name of signals) process.on(name, interrupt);
  try {
    return await Promise.race([work(controller.signal), failLater(controller.signal)]);
  } catch (error) {
    throw controller.signal.aborted ? new UsccError('aborted', 'interrupted', { cause: error }) : error;
  } finally {
    for (const name of signals) process.off(name, interrupt);
  }
}

function failLater(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => setTimeout(reject, GRACE_MILLISECONDS, signal.reason).unref());
  });
}
