import { recallHeader } from '../../../tables/headers/known-headers.ts';
import { type CellList, type Decode, readCell, readCells } from '../../scan/cell.ts';
import { cellLimit, cellsAt, freeAt, noEscapes, paddingBytes, utf8Text } from '../../scan/kernel/contract.ts';
import type { Kernel } from '../../scan/kernel/kernel.ts';

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

/** Whether backslashes may be escapes, see the contract, and how many cells a record has. */
export interface Escapes {
  mode: number;
  columnCount: number;
}

/** The first records of a source, as far as where their cells lie. */
export interface SplitHead {
  records: (Omit<HeadRecord, 'cells'> & {
    /** Of all cells of the head, the first that is its. */
    first: number;
    cellCount: number;
  })[];
  /** Start and end of every cell, from the head's start. */
  positions: Uint32Array;
  /** What the positions are of: the head, or a copy in which escaped quotes are doubled ones. */
  bytes: Uint8Array;
}

const plainText: Escapes = { mode: noEscapes, columnCount: 0 };
const codeLength = 18;
const quote = 0x22;
const backslash = 0x5c;
const headAt = freeAt + paddingBytes;
/** Records that the kernel splits in one go, and room for the places of their cells. */
const recordsTogether = 4096;
const recordBytes = 16;
const placesBytes = 65_536 * 8;

/** Whether bytes are UTF-8 to the last. */
export function isUtf8(kernel: Kernel, bytes: Uint8Array): boolean {
  placeHead(kernel, bytes);
  return kernel.countUndecodable(headAt, headAt + bytes.length, utf8Text) === 0;
}

/** Whether a byte occurs in the first `length` bytes of a head that has been placed. */
export function holdsByte(kernel: Kernel, length: number, byte: number): boolean {
  return kernel.findByte(headAt, headAt + length, byte) < headAt + length;
}

/** Whether a backslash stands before a quote in the first `length` bytes of a head that has been placed. */
export function hasEscapedQuote(kernel: Kernel, length: number): boolean {
  const to = headAt + length;
  const bytes = kernel.bytes();
  for (let at = kernel.findByte(headAt, to, backslash); at < to - 1; at = kernel.findByte(at + 1, to, backslash)) {
    if (bytes[at + 1] === quote) return true;
  }
  return false;
}

/** Whether nothing but text, a delimiter and line breaks stands in the first `length` bytes of a head that has been placed. */
export function isPlainText(kernel: Kernel, length: number, delimiter: number): boolean {
  return Boolean(kernel.isPlainText(headAt, headAt + length, delimiter));
}

/** Whether a clean code stands at `start`..`end` of a head that has been placed, and nothing beside it. */
export function isCleanCell(kernel: Kernel, start: number, end: number): boolean {
  return end - start === codeLength && Boolean(kernel.isCleanCode(headAt + start));
}

/** Puts bytes where the kernel can read them, with nothing before and after. */
export function placeHead(kernel: Kernel, head: Uint8Array): void {
  const to = headAt + head.length;
  kernel.reserve(to + 2 * paddingBytes);
  kernel.bytes().fill(0, freeAt, headAt);
  kernel.bytes().set(head, headAt);
  kernel.bytes().fill(0, to, to + paddingBytes);
}

/** Where the first records of a source lie, as numbers. */
export interface HeadPlaces {
  /** (where the next record starts, line breaks before that, line of its own, cells) of each record; see {@link HeadRecord}. */
  facts: Uint32Array;
  /** Start and end of every cell, from the head's start. */
  positions: Uint32Array;
}

/** Fields of one record among the facts. */
export const factCount = 4;

/**
 * Splits the beginning of a source, which has been placed, into its first records, at most `limit`; one cut off by its end is left out. With `escapes`, a record
 * that has so many cells only when a backslash takes quotes their meaning is read so.
 */
export function splitHead(
  kernel: Kernel,
  head: Uint8Array,
  delimiter: number,
  isWhole: boolean,
  limit: number,
  escapes: Escapes = plainText,
): SplitHead {
  const { facts, positions } = placeRecords(kernel, head, delimiter, isWhole, limit, escapes);
  const records: SplitHead['records'] = [];
  let first = 0;
  for (let at = 0; at < facts.length; at += factCount) {
    const [nextAt = 0, linesBefore = 0, line = 0, cellCount = 0] = facts.subarray(at, at + factCount);
    records.push({ first, cellCount, nextAt, linesBefore, line });
    first += cellCount;
  }
  const bytes = escapes.mode === noEscapes ? head : kernel.bytes().slice(headAt, headAt + head.length);
  return { records, positions, bytes };
}

/** The same as places alone: an object for each record takes as long as finding it. */
export function placeRecords(
  kernel: Kernel,
  head: Uint8Array,
  delimiter: number,
  isWhole: boolean,
  limit: number,
  escapes: Escapes = plainText,
): HeadPlaces {
  const end = headAt + head.length;
  kernel.setDelimiter(delimiter);
  kernel.readEscapes(escapes.mode, escapes.columnCount);
  const recordsAt = (end + paddingBytes + 7) & ~7;
  const placesAt = recordsAt + recordsTogether * recordBytes;
  const placesEnd = kernel.reserve(placesAt + placesBytes);
  const facts: Uint32Array[] = [];
  const positions: Uint32Array[] = [];
  let found = 0;
  let at = headAt;
  while (found < limit) {
    const wanted = Math.min(limit - found, recordsTogether);
    const lines = facts.at(-1)?.at(1 - factCount) ?? 0;
    at = kernel.splitRecords(at, end, isWhole ? 1 : 0, lines, wanted, recordsAt, placesAt, placesEnd, headAt);
    const count = kernel.read('splitCount');
    if (count === 0) break;
    facts.push(new Uint32Array(kernel.memory.buffer, recordsAt, count * factCount).slice());
    positions.push(new Uint32Array(kernel.memory.buffer, placesAt, kernel.read('splitCells') * 2).slice());
    found += count;
  }
  kernel.clearEvents();
  return { facts: joinParts(facts), positions: joinParts(positions) };
}

function joinParts(parts: Uint32Array[]): Uint32Array {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const joined = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** The records of a head with their cells, at most `limit` of them. */
export function readHead({ records, positions, bytes }: SplitHead, decode: Decode, limit: number): HeadRecord[] {
  const read = records.slice(0, limit);
  const last = read.at(-1);
  const cells = readCells(bytes, positions.subarray(0, ((last?.first ?? 0) + (last?.cellCount ?? 0)) * 2), decode);
  return read.map(({ first, cellCount, ...place }, index) => {
    const own = cells.slice(first, first + cellCount);
    return { cells: index === 0 ? recallHeader(own) : own, ...place };
  });
}

/** Splits a record again that was met in a scan: its cells are those of the record last split then. */
export function splitAgain(kernel: Kernel, { record, to, isFinal, line }: RecordPlace): void {
  const quotes = kernel.read('openQuotes');
  kernel.splitRecord(record, to, isFinal ? 1 : 0, 0, line);
  kernel.restoreOpenQuotes(quotes);
}

/** Where a record lies in the kernel's memory. */
export interface RecordPlace {
  record: number;
  to: number;
  isFinal: boolean;
  line: number;
}

/** One cell of the record last split; empty when it has not so many. */
export function readSplitCell(kernel: Kernel, column: number, decode: Decode): string {
  if (column >= Math.min(kernel.read('cellCount'), cellLimit)) return '';
  const place = new Uint32Array(kernel.memory.buffer, cellsAt + column * 8, 2);
  return readCell(kernel.bytes(), place[0] ?? 0, place[1] ?? 0, decode);
}

/** Cells of the record last split. */
export function readRecordCells(kernel: Kernel, decode: Decode): string[] {
  return readCells(kernel.bytes(), listPositions(kernel), decode);
}

/** Adds the cells of some columns of the record last split; what it is too short for is empty. */
export function addRecordColumns(kernel: Kernel, columns: number[], cells: CellList): void {
  const bytes = kernel.bytes();
  const cellCount = Math.min(kernel.read('cellCount'), cellLimit);
  const places = new Uint32Array(bytes.buffer, cellsAt, cellCount * 2);
  for (const column of columns) {
    if (column < 0 || column >= cellCount) cells.add(bytes, 0, 0);
    else cells.add(bytes, places[column * 2] ?? 0, places[column * 2 + 1] ?? 0);
  }
}

/** Start and end of each cell of the record last split; valid until the next is. */
export function listPositions(kernel: Kernel): Uint32Array {
  return new Uint32Array(kernel.memory.buffer, cellsAt, Math.min(kernel.read('cellCount'), cellLimit) * 2);
}
