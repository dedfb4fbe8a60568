import { closeSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SpillFile } from '../../engine/group/key-store.ts';
import type { FileReference } from '../inputs/file.ts';
import { openTempFile, refuseTempFile, requireSpace } from './temp-space.ts';

/**
 * A temporary file for what does not fit the memory given.
 *
 * @param expectedBytes what it will come to at most
 * @throws {UsccError} `output` when the disk has no room for them, or cannot be written
 */
export function createSpillFile(path: string, expectedBytes: number): SpillFile & { close(): void } {
  const folder = dirname(path);
  requireSpace(folder, expectedBytes);
  const descriptor = openTempFile(path, 'wx+');
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
        throw refuseTempFile(folder, cause, size);
      }
      size += bytes.length;
      return start;
    },
    read(start, into) {
      for (let at = 0; at < into.length; ) {
        const count = readSync(descriptor, into, at, into.length - at, start + at);
        if (count === 0) throw refuseTempFile(folder, { code: 'EIO' }, size);
        at += count;
      }
    },
    close: () => closeSync(descriptor),
  };
}
