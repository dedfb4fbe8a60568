import { chmodSync, constants, renameSync } from 'node:fs';
import { access, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { refuse } from '../../messages/refusal/index.ts';
import { findRealPath, showPath, toSystem } from '../system-path.ts';
import { nameForThisRun, removeLeftovers } from './leftovers.ts';
import { makeFolders } from './make-folders.ts';
import { createTextWriter, describeWriteError, describeWriteErrors, findFacts } from './text-writer.ts';
import { endUnfinished, isUnfinished, removeEmptyParents, startUnfinished } from './unfinished.ts';

/*
 * A file of a report appears whole or not at all:
 *
 *   parent/.uscc-…        written here, readable by its owner only
 *          │ finish()
 *          ▼
 *   parent/report.html    the earlier file, if any, is replaced in one step
 */

/** A file under construction. */
export interface OutFile {
  write(chunk: string | Uint8Array): Promise<void>;
  /** Puts the file in its place. */
  finish(): Promise<void>;
  /** Removes what was written. Does nothing after `finish`. */
  abort(): Promise<void>;
}

/**
 * Starts a file that takes the place of what is there when it is finished. Links are followed.
 *
 * @throws {UsccError} `output` when it cannot be created, or something else than a file is in its place
 */
export async function createOutFile(path: string): Promise<OutFile> {
  const target = await findRealPath(path).catch(() => path);
  const earlier = await findFacts(target, path);
  if (earlier !== null && !earlier.isFile())
    throw refuse('output', { kind: 'output-is-no-file', file: showPath(path) });
  if (earlier !== null) await access(toSystem(target), constants.W_OK).catch(refuseReadOnly);
  const parent = dirname(target);
  const building = join(parent, nameForThisRun());
  let made: string | undefined;
  const writer = await startFile().catch((error: unknown) => {
    removeEmptyParents(building, made);
    throw describeWriteError(path, error);
  });

  /** A file that may not be written is one that somebody wants to keep, though its folder would let it be replaced. */
  function refuseReadOnly(error: unknown): never {
    throw describeWriteError(path, error);
  }

  async function startFile() {
    made = await makeFolders(parent);
    await findFacts(target, path);
    await removeLeftovers(parent);
    const created = await createTextWriter(building, 0o600);
    startUnfinished(building, made);
    return describeWriteErrors(created, path);
  }

  async function abort(): Promise<void> {
    if (!isUnfinished(building)) return;
    await Promise.allSettled([writer.close()]);
    await rm(toSystem(building), { force: true, maxRetries: 3 });
    endUnfinished(building);
    removeEmptyParents(building, made);
  }

  return {
    write: (chunk) => writer.write(chunk),
    abort,
    async finish() {
      try {
        await writer.close();
        chmodSync(toSystem(building), (earlier?.mode ?? 0o666 & ~process.umask()) & 0o777);
        renameSync(toSystem(building), toSystem(target));
        endUnfinished(building);
      } catch (error) {
        await abort();
        throw describeWriteError(path, error);
      }
    },
  };
}

/**
 * Writes a file that is there when all of it is written, and not at all when `work` fails.
 *
 * @throws {UsccError} `output` when it cannot be written; whatever `work` throws
 */
export async function writeOutFile(path: string, work: (write: OutFile['write']) => Promise<void>): Promise<void> {
  const file = await createOutFile(path);
  try {
    await work(file.write);
    await file.finish();
  } catch (error) {
    await file.abort();
    throw error;
  }
}
