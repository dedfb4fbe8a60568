import { unpackDeviations } from '../../code/cell/deviations.ts';
import { codeLength } from '../../code/standard/alphabet.ts';
import type { Partition } from '../../code/verdict.ts';
import { type CellResult, positionFields } from '../../engine/reread/cell-task.ts';
import { textAt } from '../../engine/reread/text-column.ts';
import type { ScannedRange } from '../../engine/scan/file-scan.ts';
import { unitPartitions } from '../../engine/scan/units.ts';
import type { QuoteGuard } from '../open-quotes.ts';
import type { Original } from '../original.ts';
import { startRewriting } from '../rewrite.ts';
import type { Fill, FillAnswer } from './fix-fills.ts';
import type { Change, FillReason } from './fix-report.ts';

/** One range to fix, and what was found in it. */
export interface RangeFix {
  range: ScannedRange;
  cells: CellResult;
  /** Bytes of scanned text from its first record to that of the next range. */
  length: number;
  /** Codes from a registry, by cell; without one there are none. */
  fills: FillAnswer[];
  original: Original;
  guard: QuoteGuard;
}

/** A range as it becomes. */
export interface FixedRange {
  bytes: Uint8Array;
  /** Cells written anew. */
  changed: number;
  /** Of them: how many by their forms (see `packDeviations`), and by what the registry was asked by. */
  byForms: Uint32Array;
  byFill: Map<FillReason, number>;
  /** The partitions of those that got a code of the registry. */
  filled: Partition[];
  skipped: number;
  /** Records whose identifier the registry has under another name. */
  heldBack: number;
  unnamed: number;
  /** Every change, one at a time. */
  changes(): Generator<Change>;
}

const quote = 0x22;

/** Writes the cells of one range anew; ranges come in order. */
export async function fixRange(fix: RangeFix): Promise<FixedRange> {
  const { range, cells, length, fills, original, guard } = fix;
  const beganAt = range.range.begins ?? range.range.start;
  const { positions, partitions, codes, deviations } = cells;
  guard.add(Array.from(cells.openQuotes, (at) => at + beganAt));
  const bounds = listBounds(cells);
  const part = await original.read(length, bounds);
  const rewriting = startRewriting(part.bytes);
  /** Cells written anew. */
  const written = new Uint8Array(partitions.length);
  const byForms = new Uint32Array(1 << 8);
  const byFill = new Map<FillReason, number>();
  const filled: Partition[] = [];
  const encoder = new TextEncoder();
  const quoted = new Uint8Array(codeLength + 2).fill(quote);
  let changed = 0;
  let skipped = 0;
  let heldBack = 0;
  let unnamed = 0;
  for (let index = 0; index < partitions.length; index++) {
    if (fills[index] === 'other-name') heldBack++;
    if (fills[index] === 'no-name') unnamed++;
    const fill = fillOf(fills, index);
    if (partitions[index] !== 0 && fill === null) continue;
    const start = part.positions[index * 2] ?? 0;
    const end = part.positions[index * 2 + 1] ?? 0;
    const isThere = original.holds?.(part.bytes.subarray(start, end), textAt(cells.cells, index)) ?? true;
    if (!guard.isSafe(beganAt + (bounds[index * 2] ?? 0)) || !isThere) {
      skipped++;
      continue;
    }
    const own = codes.subarray(index * codeLength, (index + 1) * codeLength);
    const code = fill === null ? own : encoder.encode(fill.code);
    const isQuoted = positions[index * positionFields + 4] === 1;
    if (isQuoted) quoted.set(code, 1);
    rewriting.replace(start, end, original.encode(isQuoted ? quoted : code));
    written[index] = 1;
    changed++;
    if (fill === null) {
      const bits = deviations[index] ?? 0;
      byForms[bits] = (byForms[bits] ?? 0) + 1;
    } else {
      byFill.set(fill.reason, (byFill.get(fill.reason) ?? 0) + 1);
      filled.push(unitPartitions[partitions[index] ?? 0] ?? 'conforming');
    }
  }
  const bytes = rewriting.finish();
  return {
    bytes,
    changed,
    byForms,
    byFill,
    filled,
    skipped,
    heldBack,
    unnamed,
    changes: () => listChanges(fix, written),
  };
}

/** Start and end of each cell, from the range's first record. */
function listBounds({ positions, partitions }: CellResult): Uint32Array {
  const bounds = new Uint32Array(partitions.length * 2);
  for (let at = 0, field = 0; at < bounds.length; at += 2, field += positionFields) {
    bounds[at] = positions[field] ?? 0;
    bounds[at + 1] = positions[field + 1] ?? 0;
  }
  return bounds;
}

function fillOf(fills: FillAnswer[], index: number): Fill | null {
  const answer = fills[index] ?? null;
  return typeof answer === 'string' ? null : answer;
}

function* listChanges({ range, cells, fills }: RangeFix, written: Uint8Array): Generator<Change> {
  const { positions, codes, deviations } = cells;
  const texts = new TextDecoder().decode(codes);
  for (let index = 0; index < written.length; index++) {
    if (written[index] === 0) continue;
    const fill = fillOf(fills, index);
    const field = index * positionFields;
    yield {
      row: range.rowBase + (positions[field + 2] ?? 0) + 1,
      line: range.lineBase + (positions[field + 3] ?? 0) + 1,
      before: textAt(cells.cells, index),
      after: fill?.code ?? texts.slice(index * codeLength, (index + 1) * codeLength),
      reasons: fill === null ? unpackDeviations(deviations[index] ?? 0) : [fill.reason],
      source: fill?.source ?? null,
    };
  }
}
