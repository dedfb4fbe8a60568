import { readBytes } from '../../tables/byte-source.ts';
import type { Input } from '../../tables/input.ts';
import { createDecode } from '../scan/cell.ts';
import { gb18030Escapes, utf8Escapes } from '../scan/kernel/contract.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import type { HeadReader } from './delimiter.ts';
import type { Dialect } from './dialect.ts';
import { type HeadRecord, placeHead, readHead, splitHead } from './head.ts';

/** Bytes that are looked at to find out how a file is written. */
export const headBytes = 256 << 10;
const longestHeadBytes = 64 << 20;
const sampleRecords = 200;

/** The beginning of what is scanned. */
export interface Beginning {
  input: Input;
  encoding: Dialect['encoding'];
  /** Where it starts in the source, after a byte order mark. */
  startAt: number;
  bytes: Uint8Array;
}

/** @param first the first bytes of the source, where they are at hand */
export async function openBeginning(
  input: Input,
  encoding: Dialect['encoding'],
  startAt: number,
  first?: Uint8Array,
): Promise<Beginning> {
  const bytes = startAt === 0 && first !== undefined ? first : await readBytes(input.source, startAt, headBytes);
  return { input, encoding, startAt, bytes };
}

/** Four times as much of it; null: there is no more, or more than a record may have. */
export async function lengthen(beginning: Beginning): Promise<Beginning | null> {
  const { input, startAt, bytes } = beginning;
  if (isAll(beginning) || bytes.length >= longestHeadBytes) return null;
  const longer = await readBytes(input.source, startAt, bytes.length * 4);
  // The file has shrunk otherwise: the scan will say so.
  return longer.length > bytes.length ? { ...beginning, bytes: longer } : null;
}

/** Splits it by one delimiter after another. */
export function splitBeginning(kernel: Kernel, beginning: Beginning): HeadReader {
  const { bytes, encoding } = beginning;
  placeHead(kernel, bytes);
  return {
    split: (delimiter) => splitHead(kernel, bytes, delimiter, isAll(beginning), sampleRecords),
    read: (head, limit) => readHead(head, createDecode(encoding), limit),
    text: () => createDecode(encoding)(bytes),
  };
}

/**
 * Its first records.
 *
 * @param columnCount cells that a record has: one that has so many only when backslashes are escapes is read so; without it none is
 */
export function readRecords(
  kernel: Kernel,
  beginning: Beginning,
  delimiter: number,
  columnCount?: number,
): HeadRecord[] {
  const { bytes, encoding } = beginning;
  const mode = encoding === 'gb18030' ? gb18030Escapes : utf8Escapes;
  const escapes = columnCount === undefined ? undefined : { mode, columnCount };
  placeHead(kernel, bytes);
  const head = splitHead(kernel, bytes, delimiter, isAll(beginning), sampleRecords, escapes);
  return readHead(head, createDecode(encoding), sampleRecords);
}

/** Whether records are all that a file has, not only the first of them. */
export function holdsAll(beginning: Beginning, records: HeadRecord[]): boolean {
  return isAll(beginning) && records.length < sampleRecords;
}

function isAll({ input, startAt, bytes }: Beginning): boolean {
  return bytes.length >= input.source.size - startAt;
}
