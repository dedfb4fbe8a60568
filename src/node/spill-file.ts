import { closeSync, openSync, readSync, statfsSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsccError } from '../code/error.ts';
import type { SpillFile } from '../engine/group/key-store.ts';
import { inputMessagesFor } from '../messages/input/index.ts';
import { formatBytes } from '../write/numbers.ts';
import type { FileReference } from './file.ts';

const reserveBytes = 16 << 20;

/**
 * A temporary file for what does not fit the memory given.
 *
 * @param expectedBytes what it will come to at most
 * @throws {UsccError} `output` when the disk has no room for them, or cannot be written
 */
export function createSpillFile(path: string, expectedBytes: number, lang: 'zh' | 'en'): SpillFile & { close(): void } {
  const messages = inputMessagesFor(lang);
  const parent = dirname(dirname(path));
  const { bavail, bsize } = statfsSync(dirname(path));
  if (bavail * bsize < expectedBytes + reserveBytes) {
    throw new UsccError('output', messages.needsSpace(parent, formatBytes(expectedBytes), formatBytes(bavail * bsize)));
  }
  const descriptor = openSync(path, 'wx+', 0o600);
  let size = 0;
  return {
    reference: { path } satisfies FileReference,
    append(bytes) {
      const start = size;
      try {
        for (let at = 0; at < bytes.length; ) {
          at += writeSync(descriptor, bytes, at, bytes.length - at, size + at);
        }
      } catch (cause) {
        const { code = '' } = cause as NodeJS.ErrnoException;
        const isFull = code === 'ENOSPC' || code === 'EDQUOT';
        const message = isFull ? messages.ranOutOfSpace(parent, formatBytes(size)) : messages.cannotSpool(parent, code);
        throw new UsccError('output', message, { cause });
      }
      size += bytes.length;
      return start;
    },
    read(start, into) {
      for (let at = 0; at < into.length; ) {
        const count = readSync(descriptor, into, at, into.length - at, start + at);
        if (count === 0) throw new UsccError('output', messages.cannotSpool(parent, 'EOF'));
        at += count;
      }
    },
    close: () => closeSync(descriptor),
  };
}
