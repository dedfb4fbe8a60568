import { addRecordColumns } from '../../engine/plan/text/head.ts';
import { listSections, type Section } from '../../engine/reread/pick-task.ts';
import type { Written } from '../../engine/reread/written.ts';
import { createCellList, createDecode } from '../../engine/scan/cell.ts';
import { freeAt, pickedEvent, pickFlag, recordFlag } from '../../engine/scan/kernel/contract.ts';
import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import { type ScanEvent, scanRange } from '../../engine/scan/scan-range.ts';
import type { OpenSource } from '../../engine/task.ts';
import type { MatchPart } from './match-part.ts';

/** Has the kernel write some of the records: the others alone are shown. */
export interface RecordWriter extends Pick<Written, 'place' | 'takeRest'> {
  /** Flags of the kernel beside those of records. */
  flags: number;
  /** Told of every section before it is read. */
  start(section: Section): void;
  /** Told of every record that is shown, where what was written before it ends; returns how much that is in all. */
  show(at: number): number;
}

/** Records of a part that were shown, in their order. */
export interface ShownRecords {
  /** Places among the rows of the part. */
  places: number[];
  /** Lines, from 0 at the range's start. */
  lines: number[];
  /** How much was written before each. */
  writtenTo: number[];
  /** Text of the cells asked for, record by record. */
  cells: string[];
}

/** Reads the records of a part again: all of them, or those that are not written. */
export async function readShown(
  kernel: Kernel,
  part: MatchPart,
  open: OpenSource,
  { columns, writer }: { columns: number[]; writer: RecordWriter | null },
): Promise<ShownRecords> {
  const { dialect, rows, records } = part;
  const wantedEnd = kernel.reserve(freeAt + (((records + 2) * 4 + 7) & ~7));
  const inputAt = writer?.place(wantedEnd) ?? wantedEnd;
  const wanted = new Uint32Array(kernel.memory.buffer, freeAt, records + 1).fill(0);
  for (let place = 0; place < rows.length; place++) wanted[rows[place] ?? 0] = place + 1;
  const cells = createCellList(createDecode(dialect.encoding), 0);
  const shown: ShownRecords = { places: [], lines: [], writtenTo: [], cells: [] };
  let lineBase = 0;
  const visit = ({ kind, slot, line, unit, codeStart: start, codeEnd: end }: ScanEvent): void => {
    if (kind !== pickedEvent) return;
    shown.writtenTo.push(writer?.show(unit) ?? 0);
    shown.places.push(slot - 1);
    shown.lines.push(lineBase + line);
    kernel.splitRecord(start, end, 1, 0, 0);
    addRecordColumns(kernel, columns, cells);
  };
  const visitor = { visit, scanned: () => writer?.takeRest() };
  const flags = pickFlag | recordFlag | (writer?.flags ?? 0);
  const nameColumn = writer === null ? -1 : dialect.nameColumn;
  for (const section of listSections(part)) {
    const { range, firstRow, firstLine } = section;
    kernel.configure({ ...dialect, nameColumn, flags, wantedAt: freeAt + firstRow * 4 });
    lineBase = firstLine;
    writer?.start(section);
    await scanRange({ kernel, source: open(part.source), dialect, range, inputAt, visitor });
  }
  shown.cells = cells.take();
  return shown;
}
