import { readBytes } from '../../tables/byte-source.ts';
import { addRecordColumns, readRecordCells } from '../plan/text/head.ts';
import { createCellList, createDecode } from '../scan/cell.ts';
import { freeAt, pickedEvent, pickFlag, recordFlag } from '../scan/kernel/contract.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import { type ScanEvent, scanRange } from '../scan/scan-range.ts';
import type { OpenSource, TaskKind } from '../task.ts';
import { listSections, type PickTask } from './pick-task.ts';

const CR = 0x0d;
const LF = 0x0a;
const usualCellBytes = 32;

/** Records of a range to be read again whole. */
export interface RecordTask extends Omit<PickTask, 'want'> {
  want: RecordWants;
}

/** What is wanted of a record beside its place and line. */
export interface RecordWants {
  /** Its bytes. */
  bytes?: boolean;
  /** A number that stands for its bytes. */
  hash?: boolean;
  /** How many of its cells are not empty. */
  filled?: boolean;
  /** Text of cells of these columns, from 0. */
  cells?: number[];
}

/**
 * What was asked for, in the order of the task's rows.
 *
 *   source   …│ 91…,甲公司,2020-01-01 │\r\n│ …
 *             start                 end   next
 */
export interface RecordResult {
  /** Where the record starts in the source, where it ends, and where its line break does: three numbers a row. */
  positions: Float64Array<ArrayBuffer>;
  /** Lines, from 0 at the range's start. */
  lines: Uint32Array<ArrayBuffer>;
  /** Bytes of the records without their line breaks: those of row n are the ones between ends n - 1 and n. */
  bytes: Uint8Array<ArrayBuffer>;
  ends: Uint32Array<ArrayBuffer>;
  hashes: BigUint64Array<ArrayBuffer>;
  filled: Uint32Array<ArrayBuffer>;
  /** A list for each column asked for. */
  cells: string[][];
}

/** Whole records of a range read again. */
export const recordTasks: TaskKind<RecordTask, RecordResult> = { name: 'records', perform: performRecords };

export async function performRecords(kernel: Kernel, task: RecordTask, open: OpenSource): Promise<RecordResult> {
  const { dialect, rows, want } = task;
  const source = open(task.source);
  const count = rows.length;
  const wantedAt = freeAt;
  const hashAt = wantedAt + (((task.records + 2) * 4 + 7) & ~7);
  const inputAt = kernel.reserve(hashAt + 8);
  const wanted = new Uint32Array(kernel.memory.buffer, wantedAt, task.records + 1).fill(0);
  for (let slot = 0; slot < count; slot++) wanted[rows[slot] ?? 0] = slot + 1;
  const decode = createDecode(dialect.encoding);
  const { cells: columns = [] } = want;
  const cells = createCellList(decode, count * columns.length * usualCellBytes);
  const order: number[] = [];
  const result: RecordResult = {
    positions: new Float64Array(count * 3),
    lines: new Uint32Array(count),
    bytes: new Uint8Array(),
    ends: new Uint32Array(count),
    hashes: new BigUint64Array(want.hash ? count : 0),
    filled: new Uint32Array(want.filled ? count : 0),
    cells: columns.map(() => new Array<string>(count).fill('')),
  };
  const copies: Uint8Array[] = [];
  /** Records whose line break may be a CR LF of which only the CR was in memory. */
  const cut: number[] = [];
  let lineBase = 0;
  const visit = (event: ScanEvent, originAt: number): void => {
    if (event.kind !== pickedEvent) return;
    const index = event.slot - 1;
    const { codeStart: start, codeEnd: end } = event;
    const memory = kernel.bytes();
    result.positions[index * 3] = start + originAt;
    result.positions[index * 3 + 1] = end + originAt;
    // Beyond the end of the source memory is zero.
    const isBroken = memory[end] === CR || memory[end] === LF;
    const breakBytes = isBroken ? (memory[end] === CR && memory[end + 1] === LF ? 2 : 1) : 0;
    if (memory[end] === CR && breakBytes === 1) cut.push(index);
    result.positions[index * 3 + 2] = end + originAt + breakBytes;
    result.lines[index] = lineBase + event.line;
    if (want.bytes) copies[index] = memory.slice(start, end);
    if (want.hash) {
      kernel.hashInto(start, end - start, hashAt);
      result.hashes[index] = new BigUint64Array(kernel.memory.buffer, hashAt, 1)[0] ?? 0n;
    }
    if (!want.filled && columns.length === 0) return;
    kernel.splitRecord(start, end, 1, 0, 0);
    if (want.filled) result.filled[index] = readRecordCells(kernel, decode).filter((cell) => cell.trim() !== '').length;
    if (columns.length > 0) {
      addRecordColumns(kernel, columns, cells);
      order.push(index);
    }
  };
  for (const { range, firstRow, firstLine } of listSections(task)) {
    const flags = pickFlag | recordFlag;
    kernel.configure({ ...dialect, nameColumn: -1, flags, wantedAt: wantedAt + firstRow * 4 });
    lineBase = firstLine;
    await scanRange({ kernel, source, dialect, range, inputAt, visitor: { visit } });
  }
  for (const index of cut) {
    const at = result.positions[index * 3 + 2] ?? 0;
    const [next] = await readBytes(source, at, 1);
    if (next === LF) result.positions[index * 3 + 2] = at + 1;
  }
  joinCopies(result, copies);
  if (order.length > 0) sortCells(cells.take(), order, result.cells);
  return result;
}

/** Cells come in the order of the records, not in that of the rows. */
function sortCells(cells: string[], order: number[], lists: string[][]): void {
  for (const [place, index] of order.entries()) {
    for (const [column, list] of lists.entries()) list[index] = cells[place * lists.length + column] ?? '';
  }
}

function joinCopies(result: RecordResult, copies: Uint8Array[]): void {
  const total = copies.reduce((sum, copy) => sum + copy.length, 0);
  result.bytes = new Uint8Array(total);
  let at = 0;
  for (const [index, copy] of copies.entries()) {
    result.bytes.set(copy, at);
    at += copy.length;
    result.ends[index] = at;
  }
}
