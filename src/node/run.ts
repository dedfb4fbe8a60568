import { freemem } from 'node:os';
import { transcodeWide } from '../engine/plan/text/wide-task.ts';
import type { Platform } from '../engine/platform.ts';
import { refuse, wordError } from '../messages/refusal/index.ts';
import { voiceOf } from '../messages/voice.ts';
import { describeWarning, type Warning, type WarningFacts } from '../messages/warning/index.ts';
import type { ByteSource } from '../tables/byte-source.ts';
import { isWide } from '../tables/encoding.ts';
import type { Input } from '../tables/input.ts';
import { transcodeFile } from '../tables/transcode.ts';
import type { NamedStream } from './inputs/input-sources.ts';
import { type InputOptions, type OpenInputs, openInputs } from './inputs/open-inputs.ts';
import { openPool, type ThreadPool } from './pool.ts';
import { createSpillFile } from './temp/spill-file.ts';
import { createSpool } from './temp/spool.ts';
import { prepareTempFolder } from './temp/temp-folder.ts';

const mostMemoryBytes = 4 * 2 ** 30;

/** What a run over some files works with. */
export interface Run {
  inputs: Input[];
  /** The one file that all inputs are sheets of; null: there is none. */
  workbook: ByteSource | null;
  /** What was passed over on the way to them. */
  warnings: Warning[];
  /** The same, before it is worded. */
  warningFacts: WarningFacts[];
  platform: Platform;
  memoryBytes: number;
  /** Of all inputs, as they are scanned. */
  totalBytes: number;
  /** @throws {UsccError} `input` when a file is not the one any more that was opened */
  verify(): void;
  /** Says that threads have nothing more to do: they end while the rest is done. */
  dismissThreads(): void;
}

/**
 * Opens files, threads and a temporary folder for `work`, and closes them however it ends.
 *
 * @param outer a run that lasts longer: its threads are used, where it has any
 * @throws {UsccError} what opening and `work` throw; `aborted` when the signal fired
 */
export async function withRun<Result>(
  files: readonly (string | NamedStream)[],
  options: InputOptions,
  work: (run: Run) => Promise<Result>,
  outer?: Run,
): Promise<Result> {
  const { signal } = options;
  const voice = voiceOf(options);
  const folder = prepareTempFolder(options.tempDir);
  const spills: { close(): void }[] = [];
  let opened: OpenInputs | undefined;
  let pool: ThreadPool | undefined;
  let closing: Promise<void> | undefined;
  const closePool = async (): Promise<void> => {
    closing ??= pool?.close();
    await closing;
  };
  try {
    opened = await openInputs(files, options, folder);
    const { verify } = opened;
    const spool = createSpool(folder, signal);
    const transcode: Platform['transcode'] = (input, encoding, rewrite = {}) =>
      pool !== undefined && pool.size > 1 && isWide(encoding) && Object.keys(rewrite).length === 0
        ? transcodeWide(input, encoding, spool, pool)
        : transcodeFile(input, encoding, spool, rewrite);
    const { inputs, warnings } = opened;
    const createSpill = (expectedBytes: number): ReturnType<typeof createSpillFile> => {
      const spill = createSpillFile(folder.createPath('.keys'), expectedBytes);
      spills.push(spill);
      return spill;
    };
    const totalBytes = inputs.reduce((sum, { source }) => sum + source.size, 0);
    pool = borrowPool(outer) ?? (await openPool(totalBytes, options.workers));
    return await work({
      inputs,
      workbook: opened.workbook,
      warnings: warnings.map((facts) => describeWarning(facts, voice)),
      warningFacts: warnings,
      platform: { pool, transcode, createSpill },
      memoryBytes: options.memoryBytes ?? Math.min(mostMemoryBytes, freemem() / 2),
      totalBytes,
      verify,
      dismissThreads: () => void closePool().catch(() => undefined),
    });
  } catch (error) {
    if (signal?.aborted) throw wordError(refuse('aborted', { kind: 'interrupted' }, { cause: error }), voice);
    throw wordError(error, voice);
  } finally {
    await closePool();
    opened?.close();
    for (const spill of spills) spill.close();
    await folder.remove();
  }
}

/** The threads of another run, which closes them itself. */
function borrowPool(outer: Run | undefined): ThreadPool | null {
  const pool = outer?.platform.pool;
  return pool === undefined || pool.size === 1 ? null : { ...pool, close: async () => {} };
}
