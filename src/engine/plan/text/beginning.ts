import { readBytes } from '../../../tables/byte-source.ts';
import type { Input } from '../../../tables/input.ts';
import { createDecode, quote } from '../../scan/cell.ts';
import { gb18030Escapes, utf8Escapes } from '../../scan/kernel/contract.ts';
import type { Kernel } from '../../scan/kernel/kernel.ts';
import type { Dialect } from '../dialect.ts';
import type { HeadReader } from './delimiter.ts';
import { type HeadRecord, holdsByte, placeHead, readHead, type SplitHead, splitHead } from './head.ts';

/** Bytes that are looked at to find out how a file is written. */
export const headBytes = 256 << 10;
const longestHeadBytes = 64 << 20;
export const sampleRecords = 200;
const comma = 0x2c;

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
  const known = new Map<number, SplitHead>();
  const split = (delimiter: number): SplitHead => {
    const head = known.get(delimiter) ?? splitHead(kernel, bytes, delimiter, isAll(beginning), sampleRecords);
    known.set(delimiter, head);
    return head;
  };
  let searchedBytes: number | undefined;
  return {
    has: (byte) => {
      searchedBytes ??= measureRecords(kernel, bytes.length, split(comma));
      return holdsByte(kernel, searchedBytes, byte);
    },
    split,
    read: (head, limit) => readHead(head, createDecode(encoding), limit),
    text: () => createDecode(encoding)(bytes),
  };
}

/** How far the first records reach, by whatever delimiter they are split: without quotes they end where lines do. */
function measureRecords(kernel: Kernel, length: number, { records }: SplitHead): number {
  const end = records.length < sampleRecords ? length : (records.at(-1)?.nextAt ?? 0);
  return holdsByte(kernel, end, quote) ? length : end;
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
export function holdsAll(beginning: Beginning, recordCount: number): boolean {
  return isAll(beginning) && recordCount < sampleRecords;
}

function isAll({ input, startAt, bytes }: Beginning): boolean {
  return bytes.length >= input.source.size - startAt;
}
