import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';

const lockName = 'applications.lock';
/** Field 22 of the file, counted from what stands behind the name. */
const startField = 19;
/** Clocks are set. */
const clockSlackMilliseconds = 300_000;

/** The file that says who writes the log. */
export function lockPath(folder: string): string {
  return join(folder, lockName);
}

/** Takes the log for this process; the process that has it, where there is one. */
export function takeLock(folder: string): number | null {
  const path = lockPath(folder);
  const own = JSON.stringify({ pid: process.pid, host: hostname(), started: readStart(process.pid) } satisfies Holder);
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, own, { flag: 'wx', mode: 0o600 });
      return null;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(path);
    if (holder !== null && isAlive(holder, path)) return holder.pid;
    rmSync(path, { force: true });
  }
  return 0;
}

export function dropLock(folder: string): void {
  rmSync(lockPath(folder), { force: true });
}

interface Holder {
  pid: number;
  host: string;
  /** When the process started, as the system counts it; null where it does not say. */
  started: string | null;
}

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/**
 * A process of another computer is believed to be alive. A number is given again after its process has ended: one with our number, one
 * that started at another time, and one from before the computer started are others.
 */
function isAlive({ pid, host, started }: Holder, path: string): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid || takenAt(path) < Date.now() - uptime() * 1000 - clockSlackMilliseconds) return false;
  const now = readStart(pid);
  if (typeof started === 'string' && now !== null) return started === now;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function takenAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Linux: when a process started, in ticks since the computer did. Its name, in brackets, may hold anything. */
function readStart(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[startField] ?? null;
  } catch {
    return null;
  }
}
