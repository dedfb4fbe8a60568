import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { toSystem } from './system-path.ts';

/** How many files a thread keeps open: a folder may hold more than the system lets one process open. */
const mostOpen = 128;

/** Open files, the one used last at the end. */
const open = new Map<object, number>();

/** A file that is opened when it is read, and closed when many others have been read since. */
export interface LazyFile {
  size: number;
  read(at: number, into: Uint8Array): number;
  close(): void;
}

/** Opens a file to read anywhere in it. Errors are those of the file system. */
export function openLazily(path: string): LazyFile {
  const key = {};
  const find = (): number => {
    let descriptor = open.get(key);
    if (descriptor === undefined) {
      if (open.size >= mostOpen) closeOldest();
      descriptor = openSync(toSystem(path), 'r');
    } else open.delete(key);
    open.set(key, descriptor);
    return descriptor;
  };
  const { size } = fstatSync(find());
  return {
    size,
    read: (at, into) => readSync(find(), into, 0, into.length, at),
    close: () => close(key),
  };
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
