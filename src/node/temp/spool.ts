import { closeSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Spool } from '../../tables/expansion.ts';
import { type FileReference, openSource } from '../inputs/file.ts';
import type { TempFolder } from './temp-folder.ts';
import { openTempFile, refuseTempFile, requireSpace } from './temp-space.ts';

/** A spool in the run's temporary folder. */
export function createSpool(folder: TempFolder, signal: AbortSignal | undefined): Spool {
  return {
    async write(pieces, expectedBytes = 0) {
      const path = folder.createPath('.csv');
      const descriptor = openTempFile(path, 'wx');
      let writtenBytes = 0;
      try {
        if (expectedBytes > 0) requireSpace(dirname(path), expectedBytes);
        for await (const piece of pieces) {
          signal?.throwIfAborted();
          try {
            for (let at = 0; at < piece.length; ) at += writeSync(descriptor, piece, at);
          } catch (error) {
            throw refuseTempFile(dirname(path), error, writtenBytes);
          }
          writtenBytes += piece.length;
        }
      } finally {
        closeSync(descriptor);
      }
      const source = openSource(path);
      return {
        source,
        reference: { path, size: source.size } satisfies FileReference,
        close: source.close,
        remove: () => rmSync(path, { force: true }),
      };
    },
  };
}
