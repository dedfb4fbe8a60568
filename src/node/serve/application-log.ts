import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { ApplicationLog, LogEntry } from '../../serve/applications.ts';
import { syncFolder } from './index-folder.ts';

/*
 * One line an entry, its checksum first: what a power cut left of the last line is told from a line.
 *
 *   1a2b3c4d {"op":"answer",…}\n
 */
const logName = 'applications.log';
const checksumCharacters = 8;

/** The log as it was found. */
export interface FoundLog {
  entries: LogEntry[];
  /** Bytes of whole lines at its beginning. */
  goodBytes: number;
  /** Numbers of lines that are damaged, from 1; the last one, which a power cut may have cut, aside. */
  damagedLines: number[];
}

export function readLog(folder: string): FoundLog {
  const found: FoundLog = { entries: [], goodBytes: 0, damagedLines: [] };
  let text: string;
  try {
    text = readFileSync(join(folder, logName), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return found;
    throw error;
  }
  const lines = text.split('\n');
  // Behind the last line break stands nothing, or a line that was cut.
  lines.pop();
  for (const [index, line] of lines.entries()) {
    const entry = readLine(line);
    if (entry === null) found.damagedLines.push(index + 1);
    else found.entries.push(entry);
    found.goodBytes += Buffer.byteLength(line) + 1;
  }
  return found;
}

function readLine(line: string): LogEntry | null {
  const text = line.slice(checksumCharacters + 1);
  if (line.slice(0, checksumCharacters) !== checksumOf(text)) return null;
  return JSON.parse(text) as LogEntry;
}

function writeLine(entry: LogEntry): string {
  const text = JSON.stringify(entry);
  return `${checksumOf(text)} ${text}\n`;
}

function checksumOf(text: string): string {
  return crc32(text).toString(16).padStart(checksumCharacters, '0');
}

/** Puts a log of these entries in the place of the one that is there, in one step; returns its bytes. */
export function replaceLog(folder: string, entries: readonly LogEntry[]): number {
  const building = join(folder, `${logName}.building`);
  rmSync(building, { force: true });
  const bytes = Buffer.from(entries.map(writeLine).join(''));
  const file = openSync(building, 'wx', 0o600);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  fsyncSync(file);
  closeSync(file);
  renameSync(building, join(folder, logName));
  syncFolder(folder);
  return bytes.length;
}

/** Puts what was found damaged aside, under a name of its own; returns its path. */
export function keepDamagedLog(folder: string): string {
  const path = join(folder, logName);
  for (let number = 1; ; number++) {
    const kept = `${path}.damaged-${number}`;
    try {
      copyFileSync(path, kept, constants.COPYFILE_EXCL);
      return kept;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

interface Waiting {
  line: string;
  resolve(): void;
  reject(error: unknown): void;
}

/** The log, open to be written. */
export interface OpenLog extends ApplicationLog {
  close(): Promise<void>;
}

/**
 * Entries that come while others are written go together, with one wait for the disk:
 *
 *   append append append ─▶ waiting ─▶ write, fdatasync ─▶ all of them resolve
 *
 * What could not be written is cut off again, so that no half line stands before the next.
 */
export async function openLog(folder: string, goodBytes: number): Promise<OpenLog> {
  const file: FileHandle = await open(join(folder, logName), 'a', 0o600);
  await file.truncate(goodBytes);
  await file.datasync();
  syncFolder(folder);
  let size = goodBytes;
  let waiting: Waiting[] = [];
  let running: Promise<void> | null = null;
  const writeWaiting = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      const bytes = Buffer.from(batch.map(({ line }) => line).join(''));
      try {
        await file.appendFile(bytes);
        await file.datasync();
        size += bytes.length;
        for (const { resolve } of batch) resolve();
      } catch (error) {
        await file.truncate(size).catch(() => undefined);
        for (const { reject } of batch) reject(error);
      }
    }
    running = null;
  };
  return {
    append: (entry) =>
      new Promise((resolve, reject) => {
        waiting.push({ line: writeLine(entry), resolve, reject });
        running ??= writeWaiting();
      }),
    async close() {
      await running;
      await file.close();
    },
  };
}
