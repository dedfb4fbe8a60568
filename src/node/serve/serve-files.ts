import { readFileSync, statSync } from 'node:fs';
import { refuse } from '../../messages/refusal/index.ts';
import { toSystem } from '../system-path.ts';

/**
 * The text of a file that the service is told of.
 *
 * @throws {UsccError} `input` when it cannot be read
 */
export function readTextFile(path: string): string {
  return attempt(path, () => readFileSync(toSystem(path), 'utf8').replace(/^\ufeff/, ''));
}

/** Whether others than its owner may write to a file. */
export function isOpenToAll(path: string): boolean {
  return process.platform !== 'win32' && attempt(path, () => (statSync(toSystem(path)).mode & 0o022) !== 0);
}

function attempt<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw refuse('input', { kind: 'not-found', file }, { cause });
    throw refuse('input', { kind: 'cannot-read', file, reason: code }, { cause });
  }
}
