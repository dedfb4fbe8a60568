import { createHash } from 'node:crypto';
import {
  close as closeLater,
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setImmediate as giveWay } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { IndexTables } from '../../serve/index/build-index.ts';
import { type IndexFacts, packIndex, readIndex, type StoredIndex } from '../../serve/index/index-file.ts';
import { openIndex } from '../../serve/index/open-index.ts';
import type { Registry } from '../../serve/registry.ts';
import { listFiles } from '../inputs/list-files.ts';
import { toSystem } from '../system-path.ts';

/*
 * Indexes in a folder. The one with the highest number is the newest; a service that has an earlier one open goes on with it.
 *
 *   folder/registry-000007.names   records, written first
 *          registry-000007.index   put in place when all of it is there
 */
const indexName = /^registry-(\d{6,})\.index$/;
const formatVersion = 1;
/** The system reads and writes no 2 GiB at once. */
const mostIoBytes = 1 << 30;
/** Less than a millisecond's work; between such, requests are answered. */
const summedBytes = 1 << 20;

/** An index that is open. */
export interface OpenedIndex {
  registry: Registry;
  number: number;
  fingerprint: string;
  /** Bytes in memory. */
  bytes: number;
  close(): void;
}

/** What an index of these files and settings is known by: their paths, sizes and times. */
export function fingerprintOf(files: readonly string[], settings: object): string {
  const facts = listFiles([...files]).paths.map((path) => {
    const stats = statSync(toSystem(path), { throwIfNoEntry: false });
    return [resolve(path), stats?.size ?? -1, stats?.mtimeMs ?? -1];
  });
  return createHash('sha256')
    .update(JSON.stringify([formatVersion, facts, settings]))
    .digest('hex');
}

/** Numbers of the indexes in a folder, the newest first. */
export function listIndexes(folder: string): number[] {
  return readdirSync(folder)
    .flatMap((name) => indexName.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => b - a);
}

/** The newest index that is whole and of this version; null: there is none. */
export async function openNewest(folder: string): Promise<OpenedIndex | null> {
  for (const number of existsSync(folder) ? listIndexes(folder) : []) {
    const opened = await openNumber(folder, number);
    if (opened !== null) return opened;
  }
  return null;
}

async function openNumber(folder: string, number: number): Promise<OpenedIndex | null> {
  const path = pathOf(folder, number);
  const index = await readIndexFile(`${path}.index`);
  if (index === null) return null;
  let descriptor: number;
  try {
    descriptor = openSync(`${path}.names`, 'r');
  } catch {
    return null;
  }
  if (fstatSync(descriptor).size !== index.recordBytes) {
    closeSync(descriptor);
    return null;
  }
  let buffer = Buffer.alloc(1 << 12);
  let isClosed = false;
  const read = (at: number, length: number): Uint8Array => {
    // By then the number may stand for another file.
    if (isClosed) throw new Error('this index was closed');
    if (length > buffer.length) buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, length, at));
  };
  const { starts, tables } = index;
  const inMemory = [starts, ...Object.values(tables).flatMap((table) => [table.starts, table.tags, table.records])];
  return {
    registry: openIndex(index, read),
    number,
    fingerprint: index.fingerprint,
    bytes: inMemory.reduce((sum, { byteLength }) => sum + byteLength, 0),
    close() {
      isClosed = true;
      // Freeing what the system keeps of a large file that was removed takes it a while: not in this thread.
      closeLater(descriptor, () => {});
    },
  };
}

async function readIndexFile(path: string): Promise<StoredIndex | null> {
  let file: FileHandle | null = null;
  try {
    file = await open(path);
    return await readIndex({ size: (await file.stat()).size, read: readerOf(file), checksum: sumPieces });
  } catch {
    return null;
  } finally {
    await file?.close();
  }
}

function readerOf(file: FileHandle) {
  return async (at: number, length: number): Promise<Uint8Array<ArrayBuffer>> => {
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length; ) {
      const piece = Math.min(mostIoBytes, length - done);
      const { bytesRead } = await file.read(bytes, done, piece, at + done);
      if (bytesRead === 0) throw new Error('the file ended');
      done += bytesRead;
    }
    return bytes;
  };
}

async function sumPieces(bytes: Uint8Array): Promise<number> {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += summedBytes) {
    if (at > 0) await giveWay();
    sum = crc32(bytes.subarray(at, at + summedBytes), sum);
  }
  return sum;
}

/** A new index in a folder, readable by its owner only. */
export interface IndexWriter {
  append(bytes: Uint8Array): void;
  /** Puts it in place; the earlier ones go. */
  finish(index: IndexTables, facts: Omit<IndexFacts, 'recordBytes'>): void;
  abort(): void;
}

export function createIndexWriter(folder: string): IndexWriter {
  const number = Math.max(0, ...listIndexes(folder)) + 1;
  const path = pathOf(folder, number);
  // What a run that died has left.
  rmSync(`${path}.names`, { force: true });
  const names = openSync(`${path}.names`, 'wx', 0o600);
  let recordBytes = 0;
  return {
    append(bytes) {
      writeAll(names, bytes);
      recordBytes += bytes.length;
    },
    finish(index, facts) {
      fsyncSync(names);
      closeSync(names);
      const building = `${path}.building`;
      rmSync(building, { force: true });
      const file = openSync(building, 'wx', 0o600);
      for (const piece of packIndex({ ...index, ...facts, recordBytes }, sumAll)) writeAll(file, piece);
      fsyncSync(file);
      closeSync(file);
      renameSync(building, `${path}.index`);
      syncFolder(folder);
      removeEarlier(folder, number);
    },
    abort() {
      closeSync(names);
      rmSync(`${path}.names`, { force: true });
    },
  };
}

/** Those that are open elsewhere stay readable there; where the system forbids to remove such, they go the next time. */
function removeEarlier(folder: string, newest: number): void {
  for (const name of readdirSync(folder)) {
    const number = Number(/^registry-(\d+)\.(?:index|names|building)$/.exec(name)?.[1] ?? newest);
    if (number >= newest) continue;
    try {
      rmSync(join(folder, name));
    } catch {}
  }
}

/** So that a new name in a folder is there after the power went. */
export function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r');
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch {
    // Windows opens no folders.
  }
}

function sumAll(bytes: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += mostIoBytes) sum = crc32(bytes.subarray(at, at + mostIoBytes), sum);
  return sum;
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    at += writeSync(descriptor, bytes, at, Math.min(mostIoBytes, bytes.length - at));
  }
}

function pathOf(folder: string, number: number): string {
  return join(folder, `registry-${String(number).padStart(6, '0')}`);
}
