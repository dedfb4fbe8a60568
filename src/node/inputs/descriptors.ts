import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { refuse } from '../../messages/refusal/index.ts';
import { showPath, toSystem } from '../system-path.ts';

/**
 * How many inputs a run keeps open, all threads together: a folder may hold more files than the system lets one process open, and
 * outputs and threads need descriptors too. With `ulimit -n 64` there are enough.
 */
const mostOpenInputs = 20;
let mostOpen = mostOpenInputs;

/** Shares what may be open among this thread and others. */
export function shareDescriptors(otherThreads: number): void {
  mostOpen = Math.max(1, Math.floor(mostOpenInputs / (otherThreads + 1)));
  while (open.size > mostOpen) closeOldest();
}

/** Open files, the one used last at the end. */
const open = new Map<object, number>();

/** A file that is opened when it is read, and closed when many others have been read since. */
export interface LazyFile {
  size: number;
  read(at: number, into: Uint8Array): number;
  close(): void;
}

/**
 * Opens a file to read anywhere in it. Errors are those of the file system.
 *
 * @param knownSize its size, where that is known: then it is opened when it is read
 */
export function openLazily(path: string, knownSize?: number): LazyFile {
  const key = {};
  const find = (): number => {
    let descriptor = open.get(key);
    if (descriptor === undefined) {
      if (open.size >= mostOpen) closeOldest();
      descriptor = openReadable(path);
    } else open.delete(key);
    open.set(key, descriptor);
    return descriptor;
  };
  const size = knownSize ?? fstatSync(find()).size;
  return {
    size,
    read: (at, into) => readSync(find(), into, 0, into.length, at),
    close: () => close(key),
  };
}

/** Other things may have taken up what descriptors there are: then those of inputs are given back first. */
function openReadable(path: string): number {
  while (true) {
    try {
      return openSync(toSystem(path), 'r');
    } catch (cause) {
      const { code = '' } = cause as NodeJS.ErrnoException;
      if (code !== 'EMFILE' && code !== 'ENFILE') throw cause;
      if (open.size === 0) {
        throw refuse('input', { kind: 'cannot-read', file: showPath(path), reason: code }, { cause });
      }
      closeOldest();
    }
  }
}

function closeOldest(): void {
  const [oldest] = open.keys();
  if (oldest !== undefined) close(oldest);
}

function close(key: object): void {
  const descriptor = open.get(key);
  open.delete(key);
  if (descriptor !== undefined) closeSync(descriptor);
}
