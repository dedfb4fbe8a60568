import { normalize } from '../code/normalize.ts';
import type { Partition } from '../code/verdict.ts';
import { listWrittenForms } from '../code/written-form.ts';
import { type CellResult, placeFields } from '../registry/cell-task.ts';
import type { ScannedRange } from '../registry/scan-stage.ts';
import type { FillAnswer } from './fix-fills.ts';
import type { Change } from './fix-report.ts';
import type { QuoteGuard } from './open-quotes.ts';
import type { Original } from './original.ts';
import { type Edit, rewrite } from './rewrite.ts';

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
  changes: Change[];
  skipped: number;
  /** Records whose identifier the registry has under another name. */
  heldBack: number;
  /** Partitions of the cells that got a code of the registry. */
  filled: Partition[];
}

/** Writes the cells of one range anew; ranges come in order. */
export async function fixRange({ range, cells, length, fills, original, guard }: RangeFix): Promise<FixedRange> {
  const beganAt = range.range.begins ?? range.range.start;
  const { places } = cells;
  guard.add(Array.from(cells.openQuotes, (at) => at + beganAt));
  const bounds = new Uint32Array(cells.cells.length * 2);
  for (let at = 0, place = 0; at < bounds.length; at += 2, place += placeFields) {
    bounds[at] = places[place] ?? 0;
    bounds[at + 1] = places[place + 1] ?? 0;
  }
  const stretch = await original.read(length, bounds);
  const edits: Edit[] = [];
  const changes: Change[] = [];
  const filled: Partition[] = [];
  let skipped = 0;
  let heldBack = 0;
  for (const [index, before] of cells.cells.entries()) {
    const partition = cells.partitions[index] ?? 'conforming';
    const answer = fills[index] ?? null;
    const fill = answer === 'other-name' ? null : answer;
    if (answer === 'other-name') heldBack++;
    if (partition !== 'conforming' && fill === null) continue;
    const start = stretch.places[index * 2] ?? 0;
    const end = stretch.places[index * 2 + 1] ?? 0;
    const isThere = original.holds(stretch.bytes.subarray(start, end), before);
    if (!guard.isSafe(beganAt + (bounds[index * 2] ?? 0)) || !isThere) {
      skipped++;
      continue;
    }
    const place = index * placeFields;
    const row = places[place + 2] ?? 0;
    const line = places[place + 3] ?? 0;
    const quoted = places[place + 4];
    const after = fill?.code ?? normalize(before);
    if (fill !== null) filled.push(partition);
    edits.push({ start, end, bytes: original.encode(quoted === 1 ? `"${after}"` : after) });
    changes.push({
      row: range.rowBase + row + 1,
      line: range.lineBase + line + 1,
      before,
      after,
      reasons: fill === null ? listWrittenForms(before) : [fill.reason],
      source: fill?.source ?? null,
    });
  }
  return { bytes: rewrite(stretch.bytes, edits), changes, skipped, heldBack, filled };
}
