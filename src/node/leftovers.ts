import { createHash, randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/*
 * Names of folders that are being built, so that the next run can tell what a dead one left behind:
 *
 *   .report.uscc-4711-9f86d0c4e1aa        -old1: a finished folder on its way out
 *   └prefix────┘ pid  └host┘└─random─┘
 *
 * A process id says nothing about another machine or container, so folders of other hosts are left alone.
 */

const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 6);
const TAIL = /^(\d+)-([0-9a-f]{6})[0-9a-f]{6}(?:-old\d+)?$/;
const own = new Set<string>();

/** A new name under `prefix` that says which process it belongs to. */
export function nameForThisRun(prefix: string): string {
  const name = `${prefix}${process.pid}-${HOST}${randomBytes(3).toString('hex')}`;
  own.add(name);
  return name;
}

/** Removes what runs that died left in `folder` under `prefix`; never what a live run is building. */
export async function removeLeftovers(folder: string, prefix: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const dead = names.filter((name) => name.startsWith(prefix) && isDead(name, name.slice(prefix.length)));
  await Promise.all(dead.map((name) => rm(join(folder, name), { recursive: true, force: true }).catch(() => {})));
}

function isDead(name: string, tail: string): boolean {
  const match = TAIL.exec(tail);
  if (match === null || match[2] !== HOST) return false;
  const pid = Number(match[1]);
  // A container often runs every process under the same small id: then ours is not the one that died.
  return pid === process.pid ? !own.has(name.replace(/-old\d+$/, '')) : !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
