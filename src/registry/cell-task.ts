import type { Partition } from '../code/verdict.ts';
import { createDecode, readCell } from '../scan/cell.ts';
import type { Dialect } from '../scan/dialect.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import {
  explainFlag,
  explainFormatFlag,
  openQuoteEvent,
  otherEncodingFlag,
  suspectEvent,
} from '../scan/kernel/layout.ts';
import { placeLists } from '../scan/lists.ts';
import { type Range, type ScanEvent, scanRange } from '../scan/scan-range.ts';
import type { ByteSource, SourceReference } from '../scan/source.ts';
import { type Judgement, judge } from './judge.ts';

/** The code cells of a range that are of a kind asked for, with the bytes they take. */
export interface CellTask {
  kind: 'cells';
  source: SourceReference;
  dialect: Dialect;
  /** Its first record's start is known. */
  range: Range;
  /**
   * `formatted`: conforming, but not written as the code; `doubtful`: those, and all that do not conform; `partitions`: what does
   * not conform, without text.
   */
  want: 'formatted' | 'doubtful' | 'partitions';
}

/**
 * Cells in record order.
 *
 *   places    start, end, record, line, quoted   of each: five numbers, from the range's first record
 *   cells     as read
 *   names     of the same records, as written (`doubtful`)
 *
 * Of `partitions` there are only places and partitions.
 */
export interface CellResult {
  places: Uint32Array<ArrayBuffer>;
  cells: string[];
  names: string[];
  partitions: Partition[];
  /** Where quotes stand that were read as ordinary characters, from the range's first record. */
  openQuotes: Uint32Array<ArrayBuffer>;
}

const quote = 0x22;

/** Numbers of `places` that belong to one cell. */
export const placeFields = 5;

/** Finds the cells that may have to be written anew. */
export async function performCells(kernel: Kernel, source: ByteSource, task: CellTask): Promise<CellResult> {
  const { dialect, range, want } = task;
  const beganAt = range.begins ?? range.start;
  const { inputAt } = placeLists(kernel, range.end - beganAt, 2);
  configure(kernel, task);
  const decode = createDecode(dialect.encoding);
  const places: number[] = [];
  const cells: string[] = [];
  const names: string[] = [];
  const partitions: Partition[] = [];
  const openQuotes: number[] = [];
  const visit = (event: ScanEvent, originAt: number): void => {
    const startAt = event.codeStart + originAt - beganAt;
    if (event.kind === openQuoteEvent) openQuotes.push(startAt);
    // A record too short has no cell to write.
    if (event.kind !== suspectEvent || (event.codeStart === 0 && want !== 'partitions')) return;
    const cell = readCell(kernel.bytes(), event.codeStart, event.codeEnd, decode);
    const judgement = judge(cell);
    if (!isWanted(judgement, want)) return;
    const endAt = event.codeEnd + originAt - beganAt;
    places.push(startAt, endAt, event.row, event.line, Number(isQuoted(kernel, event)));
    partitions.push(judgement.partition);
    if (want === 'partitions') return;
    cells.push(cell);
    if (want === 'doubtful') names.push(readCell(kernel.bytes(), event.nameStart, event.nameEnd, decode));
  };
  await scanRange({ kernel, source, dialect, range, inputAt, visitor: { visit } });
  return { places: Uint32Array.from(places), cells, names, partitions, openQuotes: Uint32Array.from(openQuotes) };
}

/** Whether quotes stand at both ends, so that they may stay there. */
function isQuoted(kernel: Kernel, { codeStart, codeEnd }: ScanEvent): boolean {
  const bytes = kernel.bytes();
  return codeEnd - codeStart >= 2 && bytes[codeStart] === quote && bytes[codeEnd - 1] === quote;
}

function configure(kernel: Kernel, { dialect, want }: CellTask): void {
  const flags =
    (want === 'partitions' ? 0 : explainFormatFlag) |
    (want === 'formatted' ? 0 : explainFlag) |
    (dialect.encoding === 'utf-8' ? 0 : otherEncodingFlag);
  kernel.configure(dialect.delimiter, dialect.codeColumn, dialect.nameColumn, dialect.columnCount, flags, 0, 0);
  kernel.placeNotedRegions(0);
  kernel.clearEvents();
  kernel.clearOpenQuotes();
}

function isWanted({ partition, isFormatted }: Judgement, want: CellTask['want']): boolean {
  return partition === 'conforming' ? isFormatted && want !== 'partitions' : want !== 'formatted';
}
