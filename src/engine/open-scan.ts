import { createKeyStore, type KeyStore } from './group/key-store.ts';
import type { ScanOptions } from './options.ts';
import type { FilePlan } from './plan/plan.ts';
import type { Platform } from './platform.ts';
import type { ScannedRange } from './scan/file-scan.ts';
import { type FilesScan, type ScanObserver, scanFiles } from './scan/scan-files.ts';
import type { KeySelector } from './scan/scan-keys.ts';
import { type ScanResult, scanTasks } from './scan/scan-task.ts';
import type { Pool } from './task.ts';

/** Memory for keys where nobody names any. */
export const defaultMemoryBytes = 2 ** 30;
/** Keys of a file of codes and short names come to this share of it. */
export const keyShare = 0.25;
/** What one record of a duplicate takes while duplicates are compared. */
const duplicateBytes = 64;
const fewestEntries = 1 << 16;

/** What a scan is opened on. */
export interface ScanJob {
  /** The tables, as `planFiles` understood them. */
  plans: FilePlan[];
  /** What records are listed under; null where nobody asks which of them share something. */
  key: KeySelector | null;
  options: ScanOptions;
  platform: Platform;
  /** Memory for keys; beyond it they go to a file. By default that of the options. */
  memoryBytes?: number;
  /** A store that keys join instead of one of their own: how several exports come to stand beside one another. */
  join?: KeySpace & { rangeBase: number };
  progress?(doneBytes: number, records: number): void;
}

/** Keys of ranges, and into how many partitions they are sorted, as a power of 2. */
export interface KeySpace {
  keys: KeyStore;
  bits: number;
}

/** Tables that have been scanned: where their records lie, and the threads that read them again. */
export interface ScannedTables {
  plans: FilePlan[];
  ranges: ScannedRange[];
  pool: Pool;
}

/**
 * Tables that have been read once, and everything that can be asked of them:
 *
 *   inputs ─ planFiles ─▶ plans ─ openScan ─┬─▶ files, ranges, records      where records lie
 *                                           ├─▶ keys ─ groupScan ─▶ duplicates, ─ groupBySides ─▶ what stands where
 *                                           └─▶ pickRows, readRecords       records read again
 */
export interface OpenScan extends ScannedTables, FilesScan, KeySpace {
  /** Bytes of all tables, as they are scanned. */
  totalBytes: number;
  /** Records of groups that are looked at together, for the memory given. */
  batchEntries: number;
}

/**
 * Reads tables once.
 *
 * @param observer has ranges scanned in a way of its own, and takes what they bring; without one only records are listed
 * @throws {UsccError} `input` when a table cannot be read or understood
 */
export async function openScan<Result extends ScanResult>(
  job: ScanJob,
  observer?: ScanObserver<Result>,
): Promise<OpenScan> {
  const { plans, key, options, platform } = job;
  const { pool } = platform;
  const memoryBytes = job.memoryBytes ?? options.memoryBytes ?? defaultMemoryBytes;
  const totalBytes = measure(plans);
  const own = { ...(job.join ?? createKeySpace(key === null ? 0 : totalBytes, memoryBytes, platform)) };
  const files = {
    plans,
    key,
    platform,
    bits: own.bits,
    keys: own.keys,
    rangeBase: job.join?.rangeBase ?? 0,
    signal: options.signal,
    progress: job.progress ?? (() => undefined),
  };
  const plain: ScanObserver<ScanResult> = { scan: (tasks) => pool.runAll(scanTasks, tasks), take: () => undefined };
  const scan = observer === undefined ? await scanFiles(files, plain) : await scanFiles(files, observer);
  return { ...scan, plans, pool, keys: own.keys, bits: own.bits, totalBytes, batchEntries: countBatch(memoryBytes) };
}

/** A place for the keys of `totalBytes` of tables, which spills beyond `memoryBytes`. */
export function createKeySpace(
  totalBytes: number,
  memoryBytes: number,
  { createSpill }: Pick<Platform, 'createSpill'>,
): KeySpace {
  const keys = createKeyStore(memoryBytes, createSpill && (() => createSpill(totalBytes * keyShare)));
  return { keys, bits: chooseBits(totalBytes) };
}

/** Bytes of tables, as they are scanned. */
export function measure(plans: Pick<FilePlan, 'input'>[]): number {
  return plans.reduce((sum, { input }) => sum + input.source.size, 0);
}

/** Records of groups that are looked at together. */
export function countBatch(memoryBytes: number): number {
  return Math.max(fewestEntries, memoryBytes / duplicateBytes);
}

/** Partitions of about 65,000 keys, if a record has some 100 bytes: their sieve fits the cache. */
export function chooseBits(totalBytes: number): number {
  return Math.max(2, Math.min(12, Math.ceil(Math.log2(totalBytes / 100 / 65_536 + 1))));
}
