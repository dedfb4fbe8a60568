import { readCell } from '../scan/cell.ts';
import { cellLimit, cellsAt, freeAt, noEscapes, paddingBytes } from '../scan/kernel/contract.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import { skipLineFeed } from '../scan/window.ts';

/** One of the first records of a source. */
export interface HeadRecord {
  cells: string[];
  /** Line on which it starts, from 1. */
  line: number;
  /** Where the next record starts, from the head's start. */
  nextAt: number;
  /** Line breaks before `nextAt`. */
  linesBefore: number;
}

const CR = 0x0d;
const LF = 0x0a;

/**
 * Splits the beginning of a source into its first records, at most `limit`; one cut off by its end is left out. With `escapes`, a record
 * that has so many cells only when a backslash takes quotes their meaning is read so.
 */
export function readHead(
  kernel: Kernel,
  head: Uint8Array,
  delimiter: number,
  isWhole: boolean,
  decode: (bytes: Uint8Array) => string,
  limit: number,
  escapes: { mode: number; columnCount: number } = { mode: noEscapes, columnCount: 0 },
): HeadRecord[] {
  const start = freeAt + paddingBytes;
  const to = start + head.length;
  kernel.reserve(to + 2 * paddingBytes);
  kernel.bytes().fill(0, freeAt, start);
  kernel.bytes().set(head, start);
  kernel.bytes().fill(0, to, to + paddingBytes);
  kernel.setDelimiter(delimiter);
  kernel.readEscapes(escapes.mode, escapes.columnCount);
  const records: HeadRecord[] = [];
  let at = start;
  let lines = 0;
  while (at < to && records.length < limit) {
    const byte = kernel.bytes()[at];
    if (byte === CR || byte === LF) {
      at = skipLineFeed(kernel, at + 1);
      lines++;
      continue;
    }
    const end = kernel.splitRecord(at, to, isWhole ? 1 : 0, 0, 0);
    if (end === 0) break;
    const line = lines + 1;
    lines += kernel.read('quotedBreaks') + 1;
    at = end === to ? to : skipLineFeed(kernel, end + 1);
    records.push({ cells: readCells(kernel, decode), line, nextAt: at - start, linesBefore: lines });
  }
  kernel.clearEvents();
  return records;
}

/** Cells of the record last split. */
export function readCells(kernel: Kernel, decode: (bytes: Uint8Array) => string): string[] {
  const bytes = kernel.bytes();
  const count = Math.min(kernel.read('cellCount'), cellLimit);
  const places = new Uint32Array(kernel.memory.buffer, cellsAt, count * 2);
  return Array.from({ length: count }, (_, at) =>
    readCell(bytes, places[at * 2] ?? 0, places[at * 2 + 1] ?? 0, decode),
  );
}
