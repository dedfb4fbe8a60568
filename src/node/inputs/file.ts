import { statSync } from 'node:fs';
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
  const file = openLazily(path);
  return size === undefined ? file : { ...file, size };
}

/**
 * Opens a file to be checked.
 *
 * @param shown its name as people are to read it
 * @throws {UsccError} `input` when it is not there, is a folder, or may not be read
 */
export function openFile(path: string, shown: string): OpenFile {
  try {
    const stats = statSync(toSystem(path));
    if (stats.isDirectory()) throw refuse('input', { kind: 'is-folder', file: shown });
    const source = openSource(path);
    return {
      input: { path: shown, source, reference: { path, size: source.size } satisfies FileReference },
      verify: () => {
        const now = statSync(toSystem(path), { throwIfNoEntry: false });
        if (now === undefined || now.size !== stats.size || now.mtimeMs !== stats.mtimeMs || now.ino !== stats.ino) {
          throw refuse('input', { kind: 'changed', file: shown });
        }
      },
      close: source.close,
    };
  } catch (cause) {
    if (cause instanceof UsccError) throw cause;
    const { code = '' } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw refuse('input', { kind: 'not-found', file: shown }, { cause });
    throw refuse('input', { kind: 'cannot-read', file: shown, reason: code }, { cause });
  }
}
