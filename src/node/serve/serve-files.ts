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

/** What others than its owner may do with a file: write (its group too), and read (everybody). */
export function openToOthers(path: string): { writes: boolean; reads: boolean } {
  if (process.platform === 'win32') return { writes: false, reads: false };
  const { mode } = attempt(path, () => statSync(toSystem(path)));
  return { writes: (mode & 0o022) !== 0, reads: (mode & 0o004) !== 0 };
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
