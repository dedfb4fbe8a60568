import type { LineReason } from '../../messages/line-reason.ts';
import type { Dialect, KnownLines } from '../plan/dialect.ts';
import { footEnders, footStarters } from '../plan/lines/foot-lines.ts';
import { classifyLine, isCodeCell } from '../plan/lines/record-lines.ts';
import { readRecordCells, splitAgain } from '../plan/text/head.ts';
import { createDecode, readCell } from './cell.ts';
import { startersAt, startersBytes } from './kernel/contract.ts';
import type { Kernel } from './kernel/kernel.ts';

/** Lines of a range that are no records. Plain data: it travels between threads. */
export interface FoundLines {
  /** Where they start in the source, ascending. */
  starts: number[];
  /** Lines, from 0 at the range's start, and why each is none; in the same order. */
  lines: number[];
  reasons: LineReason[];
  /** The line of a header whose columns stand in another order; -1: there is none. */
  reorderedLine: number;
}

/** A record whose code is not clean, as the kernel met it. */
export interface DoubtfulRecord {
  /** Addresses in the kernel's memory. */
  record: number;
  codeStart: number;
  codeEnd: number;
  line: number;
}

/** Looks at records whose code is not clean. */
export interface LineFinder {
  found: FoundLines;
  /** True when it is no record. `startAt` is where it starts in the source; the kernel has bytes up to `to`. */
  isNoRecord(record: DoubtfulRecord, startAt: number, to: number, isFinal: boolean): boolean;
}

/** Makes the kernel hand over records without a code that may be no records, and finds those that are none. */
export function openLineFinder(kernel: Kernel, { known, encoding }: Dialect): LineFinder | null {
  kernel.lookForLines(known === null ? 0 : 1);
  if (known === null) return null;
  writeStarters(kernel, known, encoding);
  const decode = createDecode(encoding);
  const found: FoundLines = { starts: [], lines: [], reasons: [], reorderedLine: -1 };
  return {
    found,
    isNoRecord({ record, codeStart, codeEnd, line }, startAt, to, isFinal) {
      if (codeStart !== codeEnd) {
        if (isPlainlyCode(kernel.bytes(), codeStart, codeEnd)) return false;
        if (isCodeCell(readCell(kernel.bytes(), codeStart, codeEnd, decode), known)) return false;
      }
      splitAgain(kernel, { record, to, isFinal, line });
      if (codeStart === codeEnd && kernel.mayBeNoRecord() === 0) return false;
      const verdict = classifyLine(readRecordCells(kernel, decode), known);
      if (verdict === null) return false;
      if (verdict === 'reordered-header') {
        if (found.reorderedLine < 0) found.reorderedLine = line;
        return false;
      }
      found.starts.push(startAt);
      found.lines.push(line);
      found.reasons.push(verdict);
      return true;
    },
  };
}

/** Lines found before and those found since, in order. */
export function joinLines(before: FoundLines | null, since: FoundLines): FoundLines {
  if (before === null) return since;
  const order = [...before.starts, ...since.starts].map((start, index) => ({ start, index }));
  order.sort((a, b) => a.start - b.start);
  const lines = [...before.lines, ...since.lines];
  const reasons = [...before.reasons, ...since.reasons];
  return {
    starts: order.map(({ start }) => start),
    lines: order.map(({ index }) => lines[index] ?? 0),
    reasons: order.map(({ index }) => reasons[index] ?? 'foot'),
    reorderedLine: since.reorderedLine,
  };
}

const space = 0x20;

/** Nine letters and digits, four of them digits, nothing but ASCII, and no number of rows: not worth decoding. */
function isPlainlyCode(bytes: Uint8Array, from: number, to: number): boolean {
  let letters = 0;
  let digits = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) return false;
    if (byte === space && letters === 0 && digits > 0) return false;
    if (byte >= 0x30 && byte <= 0x39) digits++;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) letters++;
  }
  return digits >= 4 && digits + letters >= 9;
}

/** The first pair of bytes of which the first is not ASCII. */
const notAscii = 0x8000;
const tables = new Map<string, Uint8Array>();

function writeStarters(kernel: Kernel, { header, others }: KnownLines, encoding: Dialect['encoding']): void {
  const key = [encoding, ...header, ...others].join('\u0001');
  let table = tables.get(key);
  if (table === undefined) {
    table = new Uint8Array(startersBytes);
    const lines = others.flatMap((line) => line.split('\u0001'));
    const firstCharacters = new Set([...footStarters, ...[...header, ...lines].map((cell) => [...cell][0] ?? '')]);
    for (const character of firstCharacters) {
      // It was made of bytes that are no character: whatever a line begins with may have been.
      if (character === '\ufffd') table.fill(0xff, notAscii >> 3);
      for (const form of listSpellings(character)) {
        setBit(table, encodePair(form, encoding));
      }
    }
    for (const ender of footEnders) setBit(table, encodeEnd(ender, encoding));
    if (tables.size > 100) tables.clear();
    tables.set(key, table);
  }
  kernel.bytes().set(table, startersAt);
}

function setBit(table: Uint8Array, pair: number): void {
  if (pair >= 0) table[pair >> 3] = (table[pair >> 3] ?? 0) | (1 << (pair & 7));
}

/** A character as headers are written, which are compared folded: in both cases, and full-width. */
function listSpellings(character: string): string[] {
  const code = character.charCodeAt(0);
  const wide = character.length === 1 && code > 0x20 && code < 0x7f ? [String.fromCharCode(code + 0xfee0)] : [];
  return [character, character.toUpperCase(), ...wide];
}

/** The last two bytes of a character of at least two. */
function encodeEnd(character: string, encoding: Dialect['encoding']): number {
  if (encoding !== 'utf-8') return encodePair(character, encoding);
  const bytes = encoder.encode(character);
  return ((bytes.at(-2) ?? 0) << 8) | (bytes.at(-1) ?? 0);
}

const encoder = new TextEncoder();
const gb18030Pairs = new Map<string, number>();
/** Every character of two bytes, in the order of these. */
let pairText: string | undefined;

/** The first two bytes of a character as one number; of an ASCII one only the first counts. -1: it is not to be had. */
function encodePair(character: string, encoding: Dialect['encoding']): number {
  if (character === '') return -1;
  const [first = 0, second = 0] = encoder.encode(character);
  if (first < 0x80) return first << 8;
  if (encoding === 'utf-8') return (first << 8) | second;
  const pair = gb18030Pairs.get(character) ?? findGb18030Pair(character);
  gb18030Pairs.set(character, pair);
  return pair;
}

/** Second bytes that each first one has: 0x40 to 0xfe, but for 0x7f. */
const trailCount = 190;
const trailsBeforeGap = 0x3f;

function findGb18030Pair(character: string): number {
  pairText ??= decodePairs();
  const at = pairText.indexOf(character);
  if (at < 0) return findLongGb18030Pair(character);
  const trail = at % trailCount;
  return ((0x81 + Math.floor(at / trailCount)) << 8) | (0x40 + trail + (trail >= trailsBeforeGap ? 1 : 0));
}

/** The first half of a character that takes four bytes. */
function findLongGb18030Pair(character: string): number {
  for (let first = 0x81; first <= 0x84; first++) {
    for (let second = 0x30; second <= 0x39; second++) {
      const bytes: number[] = [];
      for (let third = 0x81; third <= 0xfe; third++) {
        for (let fourth = 0x30; fourth <= 0x39; fourth++) bytes.push(first, second, third, fourth);
      }
      const text = new TextDecoder('gb18030', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
      if (text.includes(character)) return (first << 8) | second;
    }
  }
  return -1;
}

function decodePairs(): string {
  const bytes: number[] = [];
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) bytes.push(first, second);
  }
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
}
