import type { ByteSource } from '../../tables/byte-source.ts';
import type { Dialect } from '../plan/dialect.ts';
import {
  decidedEvent,
  eventCellsField,
  eventCodeEndField,
  eventCodeStartField,
  eventFields,
  eventKindField,
  eventLineField,
  eventNameEndField,
  eventNameStartField,
  eventRecordField,
  eventRegionField,
  eventRowField,
  eventSlotField,
  eventUnitField,
  freeAt,
  gb18030Escapes,
  gb18030Text,
  noEscapes,
  suspectEvent,
  textAt,
  transcodedText,
  utf8Escapes,
  utf8Text,
} from './kernel/contract.ts';
import type { Kernel } from './kernel/kernel.ts';
import type { LineFinder } from './lines/line-finder.ts';
import { fillWindow, findLineStart, growWindow, openWindow, skipLineFeed, slideWindow, type Window } from './window.ts';

const windowBytes = 256 << 10;
const readAheadBytes = 64 << 10;
const anchorBytes = 32 << 10;

/** A part of a source, and where its first record starts if that is known. */
export interface Range {
  start: number;
  end: number;
  /** A record's start, or null to take the first line that starts in the range for one. */
  begins: number | null;
  /** Where lines start that are no records, ascending: they are passed over. */
  skips?: number[];
}

/** Where a scan found its first record and the first one after the range; -1: no line starts in it. */
export interface RangeEdges {
  beganAt: number;
  endedAt: number;
  /** (place from `beganAt`, row, line) of a record every 32 KiB or so: where to read on without reading from the start. */
  anchors: Uint32Array<ArrayBuffer>;
}

/** One row of the kernel's event table. Starts and ends are addresses in its memory, valid during the call. */
export interface ScanEvent {
  kind: number;
  row: number;
  line: number;
  codeStart: number;
  codeEnd: number;
  nameStart: number;
  nameEnd: number;
  cellCount: number;
  slot: number;
  unit: number;
  /** Where the record starts, up to where there are bytes, and whether the source ends there: what splitting it again takes. */
  record: number;
  to: number;
  isFinal: boolean;
}

/** What is done with what the kernel cannot decide, and with lines whose bytes are not of the encoding. */
export interface ScanVisitor {
  /** @param originAt place in the source of address 0: an event's starts and ends plus it are places in the source */
  visit(event: ScanEvent, originAt: number): void;
  /** Takes what the kernel says of a code that is not clean, see decision.ts, where it belongs, and the unit of its record. */
  decided?: ((decision: number, region: number, unit: number) => void) | undefined;
  /** Called when a stretch has been scanned and its events visited. */
  scanned?(): void;
  undecodable?(count: number, firstLine: number): void;
  /** True to end the scan before the range's end: what was visited has to be taken away first. */
  isFull?(): boolean;
}

/** What a scan needs beside its kernel, configured for the dialect. */
export interface RangeScan {
  kernel: Kernel;
  source: ByteSource;
  dialect: Dialect;
  range: Range;
  /** First free address of the kernel's memory. */
  inputAt: number;
  visitor: ScanVisitor;
  /** Told of records whose code is not clean, before the visitor is; what is no record is kept from that. */
  lines?: LineFinder | null;
}

/**
 * Reads the records that start in a range, the last one to its end beyond it. Key lists and counts stay in the kernel.
 *
 *   start            beganAt                        end        endedAt
 *     ├─ … a record of ┼ record ┼ record ┼ … ┼ record ─┼──────────┤
 *        the range before
 */
export async function scanRange(scan: RangeScan): Promise<RangeEdges> {
  const { kernel, source, range } = scan;
  const from = range.begins ?? range.start - 1;
  const window = openWindow(kernel, Math.max(scan.inputAt, freeAt), windowBytes, from);
  const until = Math.min(source.size, range.end + 4096);
  await fillWindow(kernel, window, source, until);
  let position = window.at;
  if (range.begins === null) {
    position = await seekLine(scan, window);
    if (position < 0) return { beganAt: -1, endedAt: -1, anchors: new Uint32Array() };
  }
  const beganAt = window.fileAt + (position - window.at);
  const anchors: number[] = [];
  const skip = createSkipper(kernel, range.skips);
  const { known, mayEscape, encoding, columnCount } = scan.dialect;
  kernel.readEscapes(mayEscape ? (encoding === 'gb18030' ? gb18030Escapes : utf8Escapes) : noEscapes, columnCount);
  if (scan.lines === undefined || known === null) kernel.lookForLines(0);
  const end = (endedAt: number): RangeEdges => ({ beganAt, endedAt, anchors: Uint32Array.from(anchors) });
  while (true) {
    const line = kernel.read('lineCount');
    anchors.push(window.fileAt + (position - window.at) - beganAt, kernel.read('rowCount'), line);
    const rangeEnd = window.at + (range.end - window.fileAt);
    const stop = Math.min(rangeEnd, position + anchorBytes, window.to + 1);
    skip(position, window.fileAt - window.at);
    const next = kernel.scan(position, stop, window.to, window.isFinal ? 1 : 0);
    reportUndecodable(scan, position, next, line);
    if (kernel.read('eventCount') > 0) visitEvents(scan, window);
    scan.visitor.scanned?.();
    const nextAt = window.fileAt + (next - window.at);
    if (scan.visitor.isFull?.()) return end(nextAt);
    if (nextAt >= range.end && (next < window.to || window.isFinal)) return end(nextAt);
    if (window.isFinal && next === window.to) return end(nextAt);
    if (next < window.to && (next >= stop || kernel.read('isFull') || window.isFinal)) {
      position = next;
      continue;
    }
    if (next === window.at && window.to === window.at + window.capacityBytes) growWindow(kernel, window);
    slideWindow(kernel, window, next);
    const filledAt = window.fileAt + (window.to - window.at);
    // A record without an end is looked through again with every read: each brings as much as there is of it.
    const aheadBytes = Math.max(readAheadBytes, window.to - window.at);
    await fillWindow(kernel, window, source, Math.min(source.size, Math.max(until, filledAt + aheadBytes)));
    position = skipLineFeed(kernel, window.at);
    const positionAt = window.fileAt + (position - window.at);
    if (positionAt >= range.end) return end(positionAt);
  }
}

async function seekLine(scan: RangeScan, window: Window): Promise<number> {
  const { kernel, source, range } = scan;
  let from = window.at + 1;
  while (true) {
    const found = findLineStart(kernel, from, window.to - (window.isFinal ? 0 : 1));
    const foundAt = window.fileAt + (found - window.at);
    if (found >= 0) return foundAt < range.end ? found : -1;
    if (window.isFinal || window.fileAt + (window.to - window.at) > range.end) return -1;
    slideWindow(kernel, window, window.to - 1);
    await fillWindow(kernel, window, source, Math.min(source.size, range.end + 4096));
    from = window.at + 1;
  }
}

function reportUndecodable(scan: RangeScan, from: number, to: number, line: number): void {
  if (scan.visitor.undecodable === undefined) return;
  const { kernel, dialect } = scan;
  const encoding = dialect.isTranscoded ? transcodedText : dialect.encoding === 'gb18030' ? gb18030Text : utf8Text;
  const count = kernel.countUndecodable(from, to, encoding);
  if (count > 0) scan.visitor.undecodable(count, line + kernel.read('firstUndecodable'));
}

function visitEvents({ kernel, visitor, lines }: RangeScan, { fileAt, at: startAt, to, isFinal }: Window): void {
  const originAt = fileAt - startAt;
  const table = kernel.events();
  for (let at = 0; at < table.length; at += eventFields) {
    if (table[at + eventKindField] === decidedEvent) {
      const decision = table[at + eventSlotField] ?? 0;
      visitor.decided?.(decision, table[at + eventRegionField] ?? 0, table[at + eventUnitField] ?? 0);
      continue;
    }
    const event: ScanEvent = {
      kind: table[at + eventKindField] ?? 0,
      row: table[at + eventRowField] ?? 0,
      line: table[at + eventLineField] ?? 0,
      codeStart: table[at + eventCodeStartField] ?? 0,
      codeEnd: table[at + eventCodeEndField] ?? 0,
      nameStart: table[at + eventNameStartField] ?? 0,
      nameEnd: table[at + eventNameEndField] ?? 0,
      cellCount: table[at + eventCellsField] ?? 0,
      slot: table[at + eventSlotField] ?? 0,
      unit: table[at + eventUnitField] ?? 0,
      record: table[at + eventRecordField] ?? 0,
      to,
      isFinal,
    };
    if (event.kind === suspectEvent && event.slot !== 0 && lines !== undefined && lines !== null) {
      const { record, line, codeStart, codeEnd } = event;
      if (lines.isNoRecord({ record, line, codeStart, codeEnd }, record + originAt, to, isFinal)) continue;
    }
    visitor.visit(event, originAt);
  }
  kernel.clearEvents();
}

/** Marks the lines to pass over that start in the window scanned next. */
function createSkipper(kernel: Kernel, skips: number[] = []): (position: number, originAt: number) => void {
  kernel.skipLines(0);
  if (skips.length === 0) return () => {};
  const bitmapBytes = anchorBytes >> 3;
  let next = 0;
  return (position, originAt) => {
    const fromAt = position + originAt;
    while (next > 0 && (skips[next - 1] ?? 0) >= fromAt) next--;
    while (next < skips.length && (skips[next] ?? 0) < fromAt) next++;
    const bitmap = kernel.bytes().subarray(textAt, textAt + bitmapBytes);
    bitmap.fill(0);
    for (let index = next; index < skips.length; index++) {
      const offset = (skips[index] ?? 0) - fromAt;
      if (offset >= anchorBytes) break;
      bitmap[offset >> 3] = (bitmap[offset >> 3] ?? 0) | (1 << (offset & 7));
    }
    kernel.skipLines(position);
  };
}
