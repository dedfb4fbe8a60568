import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A private folder (0700) for one run; it is gone when the run ends, however it ends. */
export interface TempFolder {
  /** Path of a new file in it. The folder is made by the first call. */
  createPath(suffix: string): string;
  remove(): void;
}

/** Prepares a folder under the system's temporary one. */
export function prepareTempFolder(parent: string = tmpdir()): TempFolder {
  let folder: string | undefined;
  let count = 0;
  const remove = (): void => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    folder = undefined;
    process.off('exit', remove);
  };
  return {
    createPath(suffix) {
      if (folder === undefined) {
        folder = mkdtempSync(join(parent, `uscc-${process.pid}-`));
        process.on('exit', remove);
      }
      return join(folder, `${++count}${suffix}`);
    },
    remove,
  };
}
