import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsccError } from '../code/error.ts';
import { inputMessagesFor } from '../messages/input/index.ts';
import type { Spool } from '../tables/expand.ts';
import { formatBytes } from '../write/numbers.ts';
import { type FileReference, openSource } from './file.ts';
import type { TempFolder } from './temp-folder.ts';

/** What is left alone of the disk. */
const reserveBytes = 16 << 20;

/** A spool in the run's temporary folder. */
export function createSpool(folder: TempFolder, lang: 'zh' | 'en', signal: AbortSignal | undefined): Spool {
  const messages = inputMessagesFor(lang);

  function refuse(path: string, error: unknown, writtenBytes: number): UsccError {
    const { code = '' } = error as NodeJS.ErrnoException;
    const parent = dirname(dirname(path));
    const message =
      code === 'ENOSPC' || code === 'EDQUOT'
        ? messages.ranOutOfSpace(parent, formatBytes(writtenBytes))
        : messages.cannotSpool(parent, code);
    return new UsccError('output', message, { cause: error });
  }

  function lookForSpace(path: string, neededBytes: number): void {
    let freeBytes: number;
    try {
      const { bavail, bsize } = statfsSync(dirname(path));
      freeBytes = bavail * bsize;
    } catch {
      return;
    }
    if (neededBytes + reserveBytes <= freeBytes) return;
    const parent = dirname(dirname(path));
    throw new UsccError('output', messages.needsSpace(parent, formatBytes(neededBytes), formatBytes(freeBytes)));
  }

  return {
    async write(pieces, expectedBytes = 0) {
      let path = '';
      let descriptor: number | undefined;
      let writtenBytes = 0;
      try {
        path = folder.createPath('.csv');
        descriptor = openSync(path, 'wx', 0o600);
      } catch (error) {
        throw refuse(path, error, 0);
      }
      try {
        if (expectedBytes > 0) lookForSpace(path, expectedBytes);
        for await (const piece of pieces) {
          signal?.throwIfAborted();
          try {
            for (let at = 0; at < piece.length; ) at += writeSync(descriptor, piece, at);
          } catch (error) {
            throw refuse(path, error, writtenBytes);
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
