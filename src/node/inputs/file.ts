import { accessSync, constants, type Stats, statSync } from 'node:fs';
import { UsccError } from '../../code/error.ts';
import { refuse } from '../../messages/refusal/index.ts';
import type { ByteSource } from '../../tables/byte-source.ts';
import type { Input } from '../../tables/input.ts';
import { toSystem } from '../system-path.ts';
import { openLazily } from './descriptors.ts';

/** A file as workers are told of it. */
export interface FileReference {
  path: string;
  /** Its size when the run began: a thread that opens it later must not take a shorter file for the whole. */
  size?: number;
}

/** An open file, and how to tell whether it is still the one that was opened. */
export interface OpenFile {
  input: Input;
  /** @throws {UsccError} `input` when its size or time has changed */
  verify(): void;
  close(): void;
}

/** Opens a file to read anywhere in it. */
export function openSource(path: string, size?: number): ByteSource & { close(): void } {
  return openLazily(path, size);
}

/**
 * Takes a file to be checked; it is opened when it is read.
 *
 * @param shown its name as people are to read it
 * @param known what the system says of it, where that is known
 * @throws {UsccError} `input` when it is not there, is a folder, or may not be read
 */
export function openFile(path: string, shown: string, known?: Stats): OpenFile {
  try {
    const stats = known ?? statSync(toSystem(path));
    if (stats.isDirectory()) throw refuse('input', { kind: 'is-folder', file: shown });
    accessSync(toSystem(path), constants.R_OK);
    const { size, read, close } = openSource(path, stats.size);
    return {
      input: {
        path: shown,
        source: {
          size,
          read(at, into) {
            try {
              return read(at, into);
            } catch (cause) {
              throw describeFailure(cause, shown);
            }
          },
        },
        reference: { path, size } satisfies FileReference,
      },
      verify: () => {
        const now = statSync(toSystem(path), { throwIfNoEntry: false });
        if (now === undefined || now.size !== stats.size || now.mtimeMs !== stats.mtimeMs || now.ino !== stats.ino) {
          throw refuse('input', { kind: 'changed', file: shown });
        }
      },
      close,
    };
  } catch (cause) {
    throw describeFailure(cause, shown);
  }
}

/** What the system says of a file that cannot be read, as an error of ours. */
function describeFailure(cause: unknown, shown: string): UsccError {
  if (cause instanceof UsccError) return cause;
  const { code = '' } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('input', { kind: 'not-found', file: shown }, { cause });
  return refuse('input', { kind: 'cannot-read', file: shown, reason: code }, { cause });
}
