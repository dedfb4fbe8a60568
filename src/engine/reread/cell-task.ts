import { listDeviations, packDeviations } from '../../code/cell/deviations.ts';
import { judgeQuickly, type QuickJudgement } from '../../code/cell/judge.ts';
import { codeLength } from '../../code/standard/alphabet.ts';
import type { SourceReference } from '../../tables/byte-source.ts';
import type { Dialect } from '../plan/dialect.ts';
import { createDecode, readCell } from '../scan/cell.ts';
import {
  explainFlag,
  explainFormatFlag,
  openQuoteEvent,
  otherEncodingFlag,
  suspectEvent,
} from '../scan/kernel/contract.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import { placeLists } from '../scan/lists.ts';
import { type Range, type ScanEvent, scanRange } from '../scan/scan-range.ts';
import { unitPartitions } from '../scan/units.ts';
import type { OpenSource, TaskKind } from '../task.ts';
import { packTexts, type TextColumn } from './text-column.ts';

/** The code cells of a range that are of a kind asked for, with the bytes they take. */
export interface CellTask {
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
 * Cells in record order. A million of them come as a few buffers, and need not be looked at one by one.
 *
 *   positions    start, end, record, line, quoted   of each: five numbers, from the range's first record
 *   partitions   of each, as an index into `unitPartitions`
 *   cells        as read
 *   codes        18 bytes each: the code that a conforming cell means
 *   forms        how a conforming cell differs from that: see `packDeviations`
 *   names        of the same records, as written (`doubtful`)
 *
 * Of `partitions` there are only positions and partitions.
 */
export interface CellResult {
  positions: Uint32Array<ArrayBuffer>;
  partitions: Uint8Array<ArrayBuffer>;
  cells: TextColumn;
  codes: Uint8Array<ArrayBuffer>;
  deviations: Uint8Array<ArrayBuffer>;
  names: TextColumn;
  /** Where quotes stand that were read as ordinary characters, from the range's first record. */
  openQuotes: Uint32Array<ArrayBuffer>;
}

const quote = 0x22;
const noCode = '\0'.repeat(codeLength);

/** Numbers of `positions` that belong to one cell. */
export const positionFields = 5;

/** Cells found that may have to be written anew. */
export const cellTasks: TaskKind<CellTask, CellResult> = { name: 'cells', perform: performCells };

async function performCells(kernel: Kernel, task: CellTask, open: OpenSource): Promise<CellResult> {
  const { dialect, range, want } = task;
  const source = open(task.source);
  const beganAt = range.begins ?? range.start;
  const { inputAt } = placeLists(kernel, range.end - beganAt, 2);
  kernel.configure({ ...dialect, flags: flagsOf(task) });
  const decode = createDecode(dialect.encoding);
  const positions: number[] = [];
  const partitions: number[] = [];
  const cells: string[] = [];
  const codes: string[] = [];
  const forms: number[] = [];
  const names: string[] = [];
  const openQuotes: number[] = [];
  const visit = (event: ScanEvent, originAt: number): void => {
    const startAt = event.codeStart + originAt - beganAt;
    if (event.kind === openQuoteEvent) openQuotes.push(startAt);
    // A record too short has no cell to write.
    if (event.kind !== suspectEvent || (event.codeStart === 0 && want !== 'partitions')) return;
    const cell = readCell(kernel.bytes(), event.codeStart, event.codeEnd, decode);
    const judgement = judgeQuickly(cell);
    if (!isWanted(judgement, want)) return;
    const endAt = event.codeEnd + originAt - beganAt;
    positions.push(startAt, endAt, event.row, event.line, Number(isQuoted(kernel, event)));
    partitions.push(unitPartitions.indexOf(judgement.partition));
    if (want === 'partitions') return;
    cells.push(cell);
    codes.push(judgement.partition === 'conforming' ? judgement.normalized : noCode);
    forms.push(judgement.partition === 'conforming' ? packDeviations(listDeviations(cell)) : 0);
    if (want === 'doubtful') names.push(readCell(kernel.bytes(), event.nameStart, event.nameEnd, decode));
  };
  await scanRange({ kernel, source, dialect, range, inputAt, visitor: { visit } });
  return {
    positions: Uint32Array.from(positions),
    partitions: Uint8Array.from(partitions),
    cells: packTexts(cells),
    codes: new TextEncoder().encode(codes.join('')) as Uint8Array<ArrayBuffer>,
    deviations: Uint8Array.from(forms),
    names: packTexts(names),
    openQuotes: Uint32Array.from(openQuotes),
  };
}

/** Whether quotes stand at both ends, so that they may stay there. */
function isQuoted(kernel: Kernel, { codeStart, codeEnd }: ScanEvent): boolean {
  const bytes = kernel.bytes();
  return codeEnd - codeStart >= 2 && bytes[codeStart] === quote && bytes[codeEnd - 1] === quote;
}

function flagsOf({ dialect, want }: CellTask): number {
  return (
    (want === 'partitions' ? 0 : explainFormatFlag) |
    (want === 'formatted' ? 0 : explainFlag) |
    (dialect.encoding === 'utf-8' ? 0 : otherEncodingFlag)
  );
}

function isWanted({ partition, isFormatted }: QuickJudgement, want: CellTask['want']): boolean {
  return partition === 'conforming' ? isFormatted && want !== 'partitions' : want !== 'formatted';
}
