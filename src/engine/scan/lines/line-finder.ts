import type { LineReason } from '../../../messages/line-reason.ts';
import type { Dialect } from '../../plan/dialect.ts';
import { classifyLine, holdsNoWord, isCodeCell } from '../../plan/lines/record-lines.ts';
import { listPositions, splitAgain } from '../../plan/text/head.ts';
import { createDecode, readCell, readCells } from '../cell.ts';
import { startersAt } from '../kernel/contract.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { recallStarters } from './line-starters.ts';
import { createOrdinaryTest } from './ordinary-record.ts';

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
  const starters = recallStarters(known, encoding);
  kernel.bytes().set(starters.table, startersAt);
  const decode = createDecode(encoding);
  const isOrdinary = createOrdinaryTest(starters, known.codeColumn, encoding, decode);
  const found: FoundLines = { starts: [], lines: [], reasons: [], reorderedLine: -1 };
  return {
    found,
    isNoRecord({ record, codeStart, codeEnd, line }, startAt, to, isFinal) {
      const code = readCell(kernel.bytes(), codeStart, codeEnd, decode);
      const isWord = !holdsNoWord(code);
      if (isWord && isCodeCell(code, known)) return false;
      splitAgain(kernel, { record, to, isFinal, line });
      const positions = listPositions(kernel);
      if (!isWord && isOrdinary(kernel.bytes(), positions)) return false;
      const verdict = classifyLine(readCells(kernel.bytes(), positions, decode), known);
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

export function isNothing({ starts, reorderedLine }: FoundLines): boolean {
  return starts.length === 0 && reorderedLine < 0;
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
