import { readRecordCells } from '../../engine/plan/head.ts';
import { pickAll, type WholeRange } from '../../engine/reread/pick-all.ts';
import { createDecode, readCell } from '../../engine/scan/cell.ts';
import { cellLimit, cellsAt, recordFlag } from '../../engine/scan/kernel/contract.ts';
import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import type { TaskKind } from '../../engine/task.ts';
import type { RepairPrior } from '../../repair/repair-context.ts';
import { quoteCell } from '../../tables/delimited/quote-cell.ts';
import { makeEncoder } from '../../write/encoder.ts';
import { neutralize } from '../../write/spreadsheet.ts';
import { createByteList } from '../byte-list.ts';
import { kindOfMark, markKinds } from './duplicate-marks.ts';
import { createDescriber, findCleanEdge } from './record-verdict.ts';

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
    const writer = createRecordWriter(kernel, task);
    const records = { ...task, dialect: { ...task.dialect, nameColumn: -1 } };
    await pickAll(kernel, records, open, recordFlag, ({ row, codeStart, codeEnd }) =>
      writer.write(row, codeStart, codeEnd),
    );
    return writer.take();
  },
};

function createRecordWriter(kernel: Kernel, task: AnnotateTask) {
  const { dialect, range, records, marks, delimiter, lineBreak, prior } = task;
  const { codeColumn, columnCount } = dialect;
  const decode = createDecode(dialect.encoding);
  const encode = makeEncoder(dialect.encoding);
  const encoder = new TextEncoder();
  const list = createByteList(Math.ceil((range.end - (range.begins ?? range.start)) * 1.02) + lineBytes * records);
  const isPlain = delimiter === String.fromCharCode(dialect.delimiter);
  const addText = (text: string): void => {
    if (dialect.encoding === 'utf-8') list.addText(text);
    else list.add(encode(encoder.encode(text)));
  };
  /** What stands around a clean code: only its duplicate differs. */
  const before = `${delimiter}conforming${delimiter}${delimiter}`;
  const behind = markKinds.map((mark) => `${delimiter}${delimiter}${kindOfMark(mark)}`);
  const beforeBytes = encoder.encode(before);
  const behindBytes = behind.map((text) => encoder.encode(text));
  const breakBytes = encoder.encode(lineBreak);
  let places = new Uint32Array();
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
      if (places.buffer !== bytes.buffer) places = new Uint32Array(bytes.buffer, cellsAt, cellLimit * 2);
      const mark = marks?.[row] ?? 0;
      const codeStart = codeColumn < cellCount ? (places[codeColumn * 2] ?? 0) : 0;
      const codeEnd = codeColumn < cellCount ? (places[codeColumn * 2 + 1] ?? 0) : 0;
      const edge = findCleanEdge(kernel, bytes, codeStart, codeEnd);
      const isClean = edge >= 0;
      const added = isClean ? '' : describe(readCell(bytes, codeStart, codeEnd, decode), mark);
      const fill = cellCount < columnCount ? delimiter.repeat(columnCount - cellCount) : '';
      if (isOdd || !isPlain) {
        const cells = readRecordCells(kernel, decode).map((cell) => quoteCell(cell, delimiter));
        const own = cells.slice(0, columnCount).join(delimiter) + fill;
        const said = isClean ? before + cells[codeColumn] + behind[mark] : added;
        addText(
          own +
            said +
            cells
              .slice(columnCount)
              .map((cell) => delimiter + cell)
              .join('') +
            lineBreak,
        );
        return;
      }
      const splitAt = cellCount > columnCount ? (places[columnCount * 2 - 1] ?? end) : end;
      list.add(bytes, start, splitAt);
      if (fill !== '') addText(fill);
      if (isClean) {
        list.add(beforeBytes);
        list.add(bytes, codeStart + edge, codeEnd - edge);
        list.add(behindBytes[mark] ?? breakBytes);
      } else addText(added);
      if (splitAt < end) list.add(bytes, splitAt, end);
      list.add(breakBytes);
    },
    take: (): Uint8Array => list.take(),
  };
}
