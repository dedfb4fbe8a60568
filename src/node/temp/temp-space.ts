import { openSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { UsccError } from '../../code/error.ts';
import { refuse } from '../../messages/refusal/index.ts';

/** What is left alone of the disk. */
const reserveBytes = 16 << 20;
const remedies = [{ kind: 'temp-dir' }] as const;

/**
 * Looks for room before a temporary file is written; where the system does not say how much there is, writing will tell.
 *
 * @param folder the run's own folder
 * @throws {UsccError} `output` when there is too little
 */
export function requireSpace(folder: string, neededBytes: number): void {
  const freeBytes = measureFree(folder);
  if (neededBytes + reserveBytes <= freeBytes) return;
  throw refuse('output', { kind: 'needs-space', folder: dirname(folder), neededBytes, freeBytes, remedies });
}

/** Opens a new temporary file in the run's own folder. */
export function openTempFile(path: string, flags: 'wx' | 'wx+'): number {
  try {
    return openSync(path, flags, 0o600);
  } catch (error) {
    throw refuseTempFile(dirname(path), error, 0);
  }
}

/** An error of the file system, about a temporary file in the run's own folder. */
export function refuseTempFile(folder: string, cause: unknown, writtenBytes: number): UsccError {
  const { code = '' } = cause as NodeJS.ErrnoException;
  const parent = dirname(folder);
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  return isFull
    ? refuse('output', { kind: 'ran-out-of-space', folder: parent, writtenBytes, remedies }, { cause })
    : refuse('output', { kind: 'cannot-spool', folder: parent, reason: code, remedies }, { cause });
}

function measureFree(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
