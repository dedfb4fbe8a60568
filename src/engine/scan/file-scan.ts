import type { LineReason } from '../../messages/line-reason.ts';
import type { Dialect } from '../plan/dialect.ts';
import type { FilePlan } from '../plan/plan.ts';
import { addOccurrences, countOccurrences, createOccurrences, type Occurrences } from './occurrences.ts';
import type { Range, RangeEdges } from './scan-range.ts';
import type { ScanResult } from './scan-task.ts';

/** A range whose records are counted: where they lie in their file and among its rows. */
export interface ScannedRange {
  file: number;
  dialect: Dialect;
  range: Range;
  records: number;
  /** Positions to read on from, see RangeEdges. */
  anchors: RangeEdges['anchors'];
  /** Records and line breaks of the file before it. */
  rowBase: number;
  lineBase: number;
}

/** What was met in one file. Lines count from 1. */
export interface FileScan {
  records: number;
  /** `gb18030` where the first byte that was not ASCII said so. */
  encoding: Dialect['encoding'];
  /** The encoding is still to be decided. */
  isOpen: boolean;
  /** Where the first record that is not counted starts, and the line breaks before it. */
  nextAt: number;
  lines: number;
  /** Quotes that never close, read as ordinary characters. */
  openQuotes: Occurrences;
  /** Quoted line breaks in records whose cell count differs from the header's. */
  glued: Occurrences;
  /** Records whose cell count differs from the header's. */
  ragged: Occurrences;
  /** Lines with bytes that are not of the encoding. */
  undecodable: Occurrences;
  /** Records read with backslashes as escapes. */
  escaped: Occurrences;
  /** Lines that are no records, by why. */
  skipped: Map<LineReason, Occurrences>;
}

/** A file nothing has been read of. */
export function startFile({ dialect, isOpen, skipped }: FilePlan): FileScan {
  const file: FileScan = {
    records: 0,
    encoding: dialect.encoding,
    isOpen,
    nextAt: dialect.dataAt,
    lines: dialect.linesBefore,
    openQuotes: createOccurrences(),
    glued: createOccurrences(),
    ragged: createOccurrences(),
    undecodable: createOccurrences(),
    escaped: createOccurrences(),
    skipped: new Map(),
  };
  for (const { line, why } of skipped) skipLine(file, why, line);
  return file;
}

/** Adds what a range of the file has brought. */
export function addRange(file: FileScan, result: ScanResult): void {
  for (const kind of ['openQuotes', 'glued', 'ragged', 'undecodable', 'escaped'] as const) {
    addOccurrences(file[kind], result[kind], file.lines);
  }
  const { lines = [], reasons = [] } = result.skipped ?? {};
  for (const [index, why] of reasons.entries()) skipLine(file, why, file.lines + (lines[index] ?? 0) + 1);
  file.records += result.records;
  file.lines += result.lines;
  file.nextAt = result.edges.endedAt;
}

/** Counts a line that is no record. */
export function skipLine(file: FileScan, why: LineReason, line: number): void {
  const lines = file.skipped.get(why) ?? createOccurrences();
  countOccurrences(lines, 1, line);
  file.skipped.set(why, lines);
}

/** Lines of a file that are no records. */
export function countSkipped({ skipped }: FileScan): number {
  let count = 0;
  for (const lines of skipped.values()) count += lines.count;
  return count;
}

/** Byte of the source at which a range's first record starts. */
export function beginningOf({ range }: ScannedRange): number {
  return range.begins ?? range.start;
}

/** What was read, as reports name it: for a sheet of a workbook with the sheet. */
export function describeTable(plan: FilePlan, file: FileScan | undefined) {
  const sheet = plan.input.table?.sheet;
  const { path, bytes, delimiter } = plan;
  return { path, ...(sheet === undefined ? {} : { sheet }), bytes, encoding: encodingOf(plan, file), delimiter };
}

/** The encoding a file was read in, as reports name it. */
export function encodingOf(plan: FilePlan, file: FileScan | undefined): FilePlan['encoding'] {
  return plan.isOpen ? (file?.encoding ?? plan.encoding) : plan.encoding;
}
