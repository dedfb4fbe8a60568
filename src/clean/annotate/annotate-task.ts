import { readRecordCells, readSplitCell } from '../../engine/plan/head.ts';
import { pickAll, type WholeRange } from '../../engine/reread/pick-all.ts';
import { createDecode } from '../../engine/scan/cell.ts';
import { annotateFlag, annotatePieceBytes, cellLimit, cellsAt, recordFlag } from '../../engine/scan/kernel/contract.ts';
import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import type { TaskKind } from '../../engine/task.ts';
import type { RepairPrior } from '../../repair/repair-context.ts';
import { quoteCell } from '../../tables/delimited/quote-cell.ts';
import { makeEncoder } from '../../write/encoder.ts';
import { neutralize } from '../../write/spreadsheet.ts';
import { type ByteList, createByteList } from '../byte-list.ts';
import { kindOfMark, markKinds } from './duplicate-marks.ts';
import { createDescriber } from './record-verdict.ts';

/** What is added to a clean record. */
const lineBytes = 36;
/** A piece of text is copied 16 bytes at a time. */
const pieceSlack = 16;

/** A range to be written with its verdicts. */
export interface AnnotateTask extends WholeRange {
  /** By record, see {@link kindOfMark}; null: none is a duplicate. */
  marks: Uint8Array<ArrayBuffer> | null;
  /** As it is written; that of the dialect may stand for another. */
  delimiter: string;
  lineBreak: string;
  prior: RepairPrior | null;
}

/**
 * Every record of a range in order, with what is to be said of it:
 *
 *   甲公司,91350211M0000XUF46,2020-01-01 │,conforming,pilot-era,91350211M0000XUF46,,│
 *   └──────────── as it was ───────────┘ └────────────── added ──────────────────┘ └ cells beyond the header's, if it has any
 *
 * A record that is short of cells is filled up first. One whose quotes are not in order is written with quotes that are.
 */
export const annotateTasks: TaskKind<AnnotateTask, Uint8Array> = {
  name: 'annotate',
  async perform(kernel, task, open) {
    const { dialect, range, records, delimiter } = task;
    const lines = createByteList(Math.ceil((range.end - (range.begins ?? range.start)) * 1.02) + lineBytes * records);
    const writer = createRecordWriter(kernel, task, lines);
    const whole = { ...task, dialect: { ...dialect, nameColumn: -1 } };
    const isPlain = delimiter === String.fromCharCode(dialect.delimiter);
    const plain = isPlain ? createPlainWriter(kernel, task, lines) : null;
    await pickAll(kernel, whole, open, {
      flags: recordFlag | (plain === null ? 0 : annotateFlag),
      place: (at) => plain?.place(at) ?? at,
      show({ row, codeStart, codeEnd, slot }) {
        plain?.takeUntil(slot);
        writer.write(row, codeStart, codeEnd);
      },
      scanned: () => plain?.takeRest(),
    });
    return lines.take();
  },
};

/** What stands around a clean code: only its duplicate differs. */
function listPieces({ delimiter, lineBreak }: AnnotateTask): { before: string; behind: string[] } {
  return {
    before: `${delimiter}conforming${delimiter}${delimiter}`,
    behind: markKinds.map((mark) => `${delimiter}${delimiter}${kindOfMark(mark)}${lineBreak}`),
  };
}

/** More than the records of a stretch take with what is added to them; one that is larger is shown. */
const outBytes = 1 << 20;

/** Has the kernel write records with a clean code, and takes what it wrote. */
function createPlainWriter(kernel: Kernel, task: AnnotateTask, lines: ByteList) {
  const { before, behind } = listPieces(task);
  let outAt = 0;
  let outEnd = 0;
  let takenTo = 0;
  let marksAt = 0;
  let piecesAt = 0;
  const takeUntil = (at: number): void => {
    if (at > takenTo) lines.add(kernel.bytes(), takenTo, at);
    takenTo = at;
  };
  const start = (): void => {
    kernel.placeAnnotations(outAt, outEnd, marksAt, piecesAt);
    takenTo = outAt;
  };
  return {
    place(at: number): number {
      const { marks } = task;
      const pieces = [before, ...behind].map((text) => new TextEncoder().encode(text));
      const textsAt = at + pieces.length * annotatePieceBytes;
      const textBytes = pieces.reduce((sum, { length }) => sum + length + pieceSlack, 0);
      piecesAt = at;
      marksAt = marks === null ? 0 : textsAt + textBytes;
      outAt = textsAt + textBytes + (marks?.length ?? 0);
      outEnd = kernel.reserve((outAt + outBytes + 7) & ~7);
      const table = new Uint32Array(kernel.memory.buffer, piecesAt, pieces.length * 2);
      let textAt = textsAt;
      for (const [index, piece] of pieces.entries()) {
        table.set([textAt, piece.length], index * 2);
        kernel.bytes().set(piece, textAt);
        textAt += piece.length + pieceSlack;
      }
      if (marks !== null) kernel.bytes().set(marks, marksAt);
      start();
      return outEnd;
    },
    /** Takes what was written before a record that is shown. */
    takeUntil,
    takeRest(): void {
      takeUntil(kernel.read('annotatedTo'));
      start();
    },
  };
}

/** Writes records one by one, whatever they are like. */
function createRecordWriter(kernel: Kernel, task: AnnotateTask, list: ByteList) {
  const { dialect, marks, delimiter, lineBreak, prior } = task;
  const { codeColumn, columnCount } = dialect;
  const decode = createDecode(dialect.encoding);
  const encode = makeEncoder(dialect.encoding);
  const encoder = new TextEncoder();
  const isPlain = delimiter === String.fromCharCode(dialect.delimiter);
  const addText = (text: string): void => {
    if (dialect.encoding === 'utf-8') list.addText(text);
    else list.add(encode(encoder.encode(text)));
  };
  const say = createDescriber(prior);
  const describe = (cell: string, mark: number): string => {
    const said = say(cell, mark);
    const values = [said.partition, said.issue, neutralize(said.normalized), said.suggestion, said.duplicate];
    return values.map((value) => delimiter + quoteCell(value, delimiter)).join('');
  };
  return {
    write(row: number, start: number, end: number): void {
      const openQuotes = kernel.read('openQuotes');
      kernel.splitRecord(start, end, 1, 0, 0);
      const isOdd = kernel.read('openQuotes') !== openQuotes;
      if (isOdd) kernel.restoreOpenQuotes(openQuotes);
      const bytes = kernel.bytes();
      const cellCount = Math.min(kernel.read('cellCount'), cellLimit);
      const said = describe(readSplitCell(kernel, codeColumn, decode), marks?.[row] ?? 0);
      const fill = cellCount < columnCount ? delimiter.repeat(columnCount - cellCount) : '';
      if (isOdd || !isPlain) {
        const cells = readRecordCells(kernel, decode).map((cell) => quoteCell(cell, delimiter));
        const beyond = cells.slice(columnCount).map((cell) => delimiter + cell);
        addText(cells.slice(0, columnCount).join(delimiter) + fill + said + beyond.join('') + lineBreak);
        return;
      }
      const places = new Uint32Array(bytes.buffer, cellsAt, cellCount * 2);
      const splitAt = cellCount > columnCount ? (places[columnCount * 2 - 1] ?? end) : end;
      list.add(bytes, start, splitAt);
      addText(fill + said);
      if (splitAt < end) list.add(bytes, splitAt, end);
      addText(lineBreak);
    },
  };
}
