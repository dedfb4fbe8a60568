import { type FileHandle, open } from 'node:fs/promises';

const FLUSH_CHARACTERS = 256 * 1024;

/** Writes text to a file in large pieces; `write` resolves when there is room for more. */
export interface TextWriter {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Creates the file; fails when it is there already. Errors are those of the file system. */
export async function createTextWriter(path: string): Promise<TextWriter> {
  const handle = await open(path, 'wx');
  let pending = '';
  let flushed = Promise.resolve();
  let closed: Promise<void> | undefined;

  function flush(): Promise<void> {
    const text = pending;
    pending = '';
    flushed = flushed.then(() => handle.appendFile(text));
    return flushed;
  }

  return {
    async write(text) {
      pending += text;
      if (pending.length >= FLUSH_CHARACTERS) await flush();
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
