import { type Stats, writeSync } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { UsccError } from '../../code/error.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { nameSystemError } from '../../messages/system-errors.ts';
import { showPath, toSystem } from '../system-path.ts';

const FLUSH_CHARACTERS = 256 * 1024;
/** Of more, Linux may look for one piece of memory for all, which takes long. */
const mostAtOnce = 512 * 1024;
/** Five times as fast as what the file system does with text. */
const encoder = new TextEncoder();

/** Writes text, or bytes, to a file in large pieces; `write` resolves when there is room for more. */
export interface TextWriter {
  write(chunk: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** Creates the file; fails when it is there already. Errors are those of the file system. */
export async function createTextWriter(path: string, mode?: number): Promise<TextWriter> {
  const handle = await open(toSystem(path), 'wx', mode);
  let pending = '';
  let flushed = Promise.resolve();
  let closed: Promise<void> | undefined;

  function flush(): Promise<void> {
    const bytes = encoder.encode(pending);
    pending = '';
    flushed = flushed.then(() => handle.appendFile(bytes));
    return flushed;
  }

  /** Here and now: threads that form the bytes take both cores, and to hand them to another would take longer than to write them. */
  function writeNow(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; )
      at += writeSync(handle.fd, bytes, at, Math.min(mostAtOnce, bytes.length - at));
  }

  return {
    async write(chunk) {
      if (typeof chunk === 'string') {
        pending += chunk;
        if (pending.length >= FLUSH_CHARACTERS) await flush();
        return;
      }
      await (pending === '' ? flushed : flush());
      writeNow(chunk);
    },
    close() {
      closed ??= flush().finally(() => close(handle));
      return closed;
    },
  };
}

async function close(handle: FileHandle): Promise<void> {
  await handle.close();
}

/** The same writer, its errors as ours. `path` is the name that people know. */
export function describeWriteErrors(writer: TextWriter, path: string): TextWriter {
  const fail = (error: unknown): never => {
    throw describeWriteError(path, error);
  };
  return { write: (chunk) => writer.write(chunk).catch(fail), close: () => writer.close().catch(fail) };
}

/** An error of the file system as an `output` error that says which file and why; one of ours as it is. */
export function describeWriteError(path: string, error: unknown): UsccError {
  if (error instanceof UsccError) return error;
  const refusal = { kind: 'cannot-write', file: showPath(path), reason: nameSystemError(error) } as const;
  return refuse('output', refusal, { cause: error });
}

/**
 * What is in the place of an output; null when nothing is.
 *
 * @throws {UsccError} `output` when nothing can be: a name that is too long is told before the work, not after it
 */
export async function findFacts(target: string, path: string): Promise<Stats | null> {
  return stat(toSystem(target)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENAMETOOLONG' || error.code === 'ELOOP') throw describeWriteError(path, error);
    return null;
  });
}
