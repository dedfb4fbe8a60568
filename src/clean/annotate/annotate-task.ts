import { readRecordCells, readSplitCell } from '../../engine/plan/text/head.ts';
import { pickAll, type WholeRange } from '../../engine/reread/pick-all.ts';
import { createWritten } from '../../engine/reread/written.ts';
import { createDecode } from '../../engine/scan/cell.ts';
import { annotateFlag, cellLimit, cellsAt, recordFlag } from '../../engine/scan/kernel/contract.ts';
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
    const written = isPlain
      ? createWritten(kernel, { pieces: listPieces(task), marks: task.marks, take: lines.add })
      : null;
    await pickAll(kernel, whole, open, {
      flags: recordFlag | (written === null ? 0 : annotateFlag),
      place: (at) => written?.place(at) ?? at,
      show({ row, codeStart, codeEnd, unit }) {
        written?.takeUntil(unit);
        writer.write(row, codeStart, codeEnd);
      },
      scanned: () => written?.takeRest(),
    });
    return lines.take();
  },
};

/** What stands around a clean code: only its duplicate differs. */
function listPieces({ delimiter, lineBreak }: AnnotateTask): string[] {
  const behind = markKinds.map((mark) => `${delimiter}${delimiter}${kindOfMark(mark)}${lineBreak}`);
  return [`${delimiter}conforming${delimiter}${delimiter}`, ...behind];
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
