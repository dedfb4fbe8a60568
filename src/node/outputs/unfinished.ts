import { rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { toSystem } from '../system-path.ts';

/** What is under construction, and the first of the folders that were made above each. */
const unfinished = new Map<string, string | undefined>();
let cleansAtExit = false;

/**
 * Notes a file or folder as under construction: whatever ends the process in an orderly way removes it.
 *
 * @param made the first of the folders that were made above it
 */
export function startUnfinished(path: string, made: string | undefined): void {
  unfinished.set(path, made);
  if (cleansAtExit) return;
  cleansAtExit = true;
  process.once('exit', () => {
    for (const [each, first] of unfinished) {
      rmSync(toSystem(each), { recursive: true, force: true });
      removeEmptyParents(each, first);
    }
  });
}

export function isUnfinished(path: string): boolean {
  return unfinished.has(path);
}

/** It is in its place, or gone. */
export function endUnfinished(path: string): void {
  unfinished.delete(path);
}

/** Removes the folders above `path` up to `first`, as far as they are empty. */
export function removeEmptyParents(path: string, first: string | undefined): void {
  if (first === undefined) return;
  try {
    for (let folder = dirname(path); folder.startsWith(first); folder = dirname(folder)) rmdirSync(toSystem(folder));
  } catch {
    // Somebody else put something there.
  }
}
