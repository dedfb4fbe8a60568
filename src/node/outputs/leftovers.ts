import { createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { lstat, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readName, toSystem } from '../system-path.ts';

/*
 * Names of everything that is being built, files, report folders and temporary ones, so that the next run that writes beside them
 * can tell what a dead one left behind, whatever either is called:
 *
 *   .uscc-4711-9f86d0c4e1aa        -old1: holds a finished folder on its way out
 *         pid  └host┘└random┘
 *
 * The name of what they become is no part of it: it may be as long as the system allows. A process id says nothing about another
 * machine or container, so what belongs to other hosts is left alone.
 */

/** Every run looks into a folder; the other module takes longer to load, and few need it. */
const readdir = promisify(fs.readdir);
let knownHost: string | undefined;
const PREFIX = '.uscc-';
const NAME = /^\.uscc-(\d+)-([0-9a-f]{6})[0-9a-f]{6}(?:-old\d+)?$/;
const own = new Set<string>();

/** What stands for this machine in names. */
function findHost(): string {
  knownHost ??= createHash('sha256').update(hostname()).digest('hex').slice(0, 6);
  return knownHost;
}

/** A new name that says which process it belongs to. */
export function nameForThisRun(): string {
  const name = `${PREFIX}${process.pid}-${findHost()}${randomBytes(3).toString('hex')}`;
  own.add(name);
  return name;
}

/** Removes what runs that died left in `folder`; never what a live run is building. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(toSystem(folder), { encoding: 'utf8' }).catch(() => []);
  await Promise.all(
    names.filter(isDead).map(async (name) => {
      if (name.includes('-old')) await putBack(join(folder, name), folder);
      await rm(toSystem(join(folder, name)), { recursive: true, force: true }).catch(() => {});
    }),
  );
}

/** A run that died between the two moves of a replacement left no report in its place: the earlier one goes back. */
async function putBack(aside: string, folder: string): Promise<void> {
  const names = await readdir(toSystem(aside), { encoding: 'buffer' }).catch(() => []);
  for (const name of names.map(readName)) {
    const target = toSystem(join(folder, name));
    const isThere = await lstat(target).then(
      () => true,
      () => false,
    );
    if (!isThere) await rename(toSystem(join(aside, name)), target).catch(() => {});
  }
}

function isDead(name: string): boolean {
  const match = NAME.exec(name);
  if (match === null) return false;
  const pid = Number(match[1]);
  // A container often runs every process under the same small id: then ours is not the one that died.
  const mayBeDead = pid === process.pid ? !own.has(name.replace(/-old\d+$/, '')) : !isAlive(pid);
  return mayBeDead && match[2] === findHost();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
