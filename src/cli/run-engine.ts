import type { ScanOptions } from '../engine/options.ts';
import { cliMessagesFor } from '../messages/cli/index.ts';
import { withInterrupts } from './interrupt.ts';
import type { Language } from './language.ts';
import { createProgressLine } from './progress.ts';

/** What a command that reads tables works with. */
export interface EngineRun {
  signal: AbortSignal;
  /** What every engine is told: the language, how it is stopped, and where its progress goes. */
  options: Required<Pick<ScanOptions, 'lang' | 'signal' | 'onProgress'>>;
  /** What is written; when the run fails or is stopped, all of it is taken back. */
  outputs: { abort(): Promise<void> }[];
  /** To be awaited when the engine is done, before outputs are finished: the progress goes, and Ctrl-C is heeded once more. */
  settle(): Promise<void>;
}

/** Runs an engine, with a line of progress, until it is done, fails, or is interrupted. */
export function runEngine<Result>(lang: Language, work: (run: EngineRun) => Promise<Result>): Promise<Result> {
  return withInterrupts(async (signal) => {
    const progress = createProgressLine(process.stderr, cliMessagesFor(lang));
    const outputs: EngineRun['outputs'] = [];
    const settle = async (): Promise<void> => {
      progress.erase();
      // Lets in a signal that came while the loop was busy.
      await new Promise(setImmediate);
      signal.throwIfAborted();
    };
    try {
      return await work({ signal, options: { lang, signal, onProgress: progress.show }, outputs, settle });
    } catch (error) {
      progress.erase();
      await Promise.allSettled(outputs.map((output) => output.abort()));
      throw error;
    }
  });
}
