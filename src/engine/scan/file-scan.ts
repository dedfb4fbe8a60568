import type { Dialect } from '../plan/dialect.ts';
import type { FilePlan } from '../plan/plan.ts';
import { addOccurrences, createOccurrences, type Occurrences } from './occurrences.ts';
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
}

/** A file nothing has been read of. */
export function startFile({ dialect, isOpen }: FilePlan): FileScan {
  return {
    records: 0,
    encoding: dialect.encoding,
    isOpen,
    nextAt: dialect.dataAt,
    lines: dialect.linesBefore,
    openQuotes: createOccurrences(),
    glued: createOccurrences(),
    ragged: createOccurrences(),
    undecodable: createOccurrences(),
  };
}

/** Adds what a range of the file has brought. */
export function addRange(file: FileScan, result: ScanResult): void {
  for (const kind of ['openQuotes', 'glued', 'ragged', 'undecodable'] as const) {
    addOccurrences(file[kind], result[kind], file.lines);
  }
  file.records += result.records;
  file.lines += result.lines;
  file.nextAt = result.edges.endedAt;
}

/** Byte of the source at which a range's first record starts. */
export function beginningOf({ range }: ScannedRange): number {
  return range.begins ?? range.start;
}

/** The encoding a file was read in, as reports name it. */
export function encodingOf(plan: FilePlan, file: FileScan | undefined): FilePlan['encoding'] {
  return plan.isOpen ? (file?.encoding ?? plan.encoding) : plan.encoding;
}
