import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { toSystem } from '../system-path.ts';
import { removeEmptyParents } from './unfinished.ts';

/**
 * Makes a folder and those above it, and returns the first that was made, if any was; none is left where one fails. Node's own
 * recursive mkdir never returns where the system says of a folder that is there that it is not, as /proc does.
 *
 * @throws the error of the file system
 */
export async function makeFolders(path: string): Promise<string | undefined> {
  if (await isFolder(path)) return undefined;
  const parent = dirname(path);
  const made = parent === path ? undefined : await makeFolders(parent);
  try {
    await mkdir(toSystem(path));
    return made ?? path;
  } catch (error) {
    // Another run may have made it meanwhile.
    if (await isFolder(path)) return made;
    removeEmptyParents(path, made);
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  const facts = await stat(toSystem(path)).catch(() => null);
  return facts?.isDirectory() ?? false;
}
