import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nameForThisRun, removeLeftovers } from '../outputs/leftovers.ts';
import { refuseTempFile } from './temp-space.ts';

/** A private folder (0700) for one run; it is gone when the run ends, however it ends. */
export interface TempFolder {
  /** The folder that it is made in. */
  parent: string;
  /**
   * Path of a new file in it. The folder is made by the first call.
   *
   * @throws {UsccError} `output` when it cannot be
   */
  createPath(suffix: string): string;
  /** Removes it, and what runs that were killed left beside it. */
  remove(): Promise<void>;
}

/** Prepares a folder under `parent`, by default the system's temporary folder. */
export function prepareTempFolder(parent: string = tmpdir()): TempFolder {
  let folder: string | undefined;
  let count = 0;
  const cleaning = removeLeftovers(parent);
  const removeNow = (): void => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    folder = undefined;
    process.off('exit', removeNow);
  };
  return {
    parent,
    createPath(suffix) {
      if (folder === undefined) {
        const path = join(parent, nameForThisRun());
        try {
          mkdirSync(path, { mode: 0o700 });
        } catch (error) {
          throw refuseTempFile(path, error, 0);
        }
        process.on('exit', removeNow);
        folder = path;
      }
      return join(folder, `${++count}${suffix}`);
    },
    async remove() {
      removeNow();
      await cleaning;
    },
  };
}
