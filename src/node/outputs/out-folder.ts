import { chmodSync, mkdirSync, renameSync, rmSync, type Stats } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { refuse } from '../../messages/refusal/index.ts';
import { findRealPath, showPath, toSystem } from '../system-path.ts';
import { nameForThisRun, removeLeftovers } from './leftovers.ts';
import { makeFolders } from './make-folders.ts';
import {
  createTextWriter,
  describeWriteError,
  describeWriteErrors,
  findFacts,
  type TextWriter,
} from './text-writer.ts';
import { endUnfinished, isUnfinished, removeEmptyParents, startUnfinished } from './unfinished.ts';

/*
 * A report folder appears whole or not at all:
 *
 *   parent/.uscc-…    written here, readable by its owner only
 *          │ finish()
 *          ▼
 *   parent/report     the earlier report, if any, steps aside first and is removed afterwards:
 *          │
 *          ▼
 *   parent/.uscc-…-old1/report     where the next run finds it, should this one die before the new one is in its place
 */

/** A folder under construction. */
export interface OutFolder {
  /** Creates a file in it. */
  open(name: string): Promise<TextWriter>;
  /** Puts the folder in its place; the files must be complete. */
  finish(): Promise<void>;
  /** Removes what was written. Does nothing after `finish`. */
  abort(): Promise<void>;
}

/** What desktops put into folders on their own. */
const DESKTOP_FILES = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];
const SWAP_ATTEMPTS = 20;

/**
 * Starts a report folder. `names` are the files it will hold, or tell them by their names; an existing folder is replaced only when it holds
 * nothing else.
 *
 * @throws {UsccError} `output` when the folder cannot be created or replaced; nothing is changed then.
 */
export async function createOutFolder(path: string, names: string[] | ((name: string) => boolean)): Promise<OutFolder> {
  const target = await findRealPath(path).catch(() => path);
  const parent = dirname(target);
  const building = join(parent, nameForThisRun());
  let made: string | undefined;
  let mode = 0o755;
  const isOwn = typeof names === 'function' ? names : (name: string): boolean => names.includes(name);
  await requireReplaceable(target, path, isOwn);
  try {
    made = await makeFolders(parent);
    await findFacts(target, path);
    await removeLeftovers(parent);
    await mkdir(toSystem(building));
    startUnfinished(building, made);
    mode = (await stat(toSystem(building))).mode & 0o777;
    chmodSync(toSystem(building), 0o700);
  } catch (error) {
    if (!isUnfinished(building)) removeEmptyParents(building, made);
    throw describeWriteError(path, error);
  }
  const writers: TextWriter[] = [];

  async function abort(): Promise<void> {
    if (!isUnfinished(building)) return;
    await Promise.allSettled(writers.map((writer) => writer.close()));
    await rm(toSystem(building), { recursive: true, force: true, maxRetries: 3 });
    endUnfinished(building);
    removeEmptyParents(building, made);
  }

  return {
    abort,
    async open(name) {
      const writer = await createTextWriter(join(building, name)).catch((error: unknown) => {
        throw describeWriteError(join(path, name), error);
      });
      writers.push(writer);
      return describeWriteErrors(writer, join(path, name));
    },
    async finish() {
      try {
        await Promise.all(writers.map((writer) => writer.close()));
        chmodSync(toSystem(building), mode);
        await replace(building, target, () => requireReplaceable(target, path, isOwn));
        endUnfinished(building);
      } catch (error) {
        await abort();
        throw describeWriteError(path, error);
      }
    },
  };
}

async function requireReplaceable(target: string, path: string, isOwn: (name: string) => boolean): Promise<void> {
  const facts = await findFacts(target, path);
  if (facts === null) return;
  if (!facts.isDirectory())
    throw refuse('output', { kind: 'output-is-file', file: showPath(path), remedies: [{ kind: 'new-folder' }] });
  const present = await readdir(toSystem(target), { encoding: 'utf8' }).catch((error: unknown) => {
    throw describeWriteError(path, error);
  });
  const others = present.filter((name) => !isOwn(name) && !DESKTOP_FILES.includes(name));
  if (others.length > 0) {
    const remedies = [{ kind: 'new-folder' }] as const;
    throw refuse('output', { kind: 'output-has-other-files', file: showPath(path), names: others, remedies });
  }
  if (await isPinned(target, facts)) throw refuse('output', { kind: 'output-in-use', file: showPath(path) });
}

/** Whether the folder itself cannot be moved: the current folder, one above it, or a mount point. */
async function isPinned(target: string, facts: Stats): Promise<boolean> {
  const below = relative(target, await findRealPath('.'));
  const parent = await stat(toSystem(dirname(target))).catch(() => null);
  return !(below.startsWith('..') || resolve(below) === below) || (parent !== null && parent.dev !== facts.dev);
}

/** Two runs may end at once: whoever moves later wins, and each folder stays whole. */
async function replace(building: string, target: string, check: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await check();
    const aside = `${building}-old${attempt}`;
    const moved = moveAside(target, aside);
    try {
      renameSync(toSystem(building), toSystem(target));
      if (moved) await rm(toSystem(aside), { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
      return;
    } catch (error) {
      if (moved) restore(aside, target);
      if (attempt === SWAP_ATTEMPTS || !isOccupied(error)) throw error;
    }
  }
}

function moveAside(target: string, aside: string): boolean {
  try {
    mkdirSync(toSystem(aside), { mode: 0o700 });
    renameSync(toSystem(target), toSystem(join(aside, basename(target))));
    return true;
  } catch (error) {
    rmSync(toSystem(aside), { recursive: true, force: true });
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Puts the earlier report back, unless another run's report stands there by now. */
function restore(aside: string, target: string): void {
  try {
    renameSync(toSystem(join(aside, basename(target))), toSystem(target));
  } catch {
    // Then it is one too many.
  }
  rmSync(toSystem(aside), { recursive: true, force: true });
}

function isOccupied(error: unknown): boolean {
  return ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');
}
