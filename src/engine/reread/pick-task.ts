import { maskCell } from '../../code/cell/mask.ts';
import { normalize, normalizeName } from '../../code/cell/normalize.ts';
import { createDecode, readCell } from '../scan/cell.ts';
import {
  freeAt,
  hashAndShowFlag,
  hashFlag,
  hashTextFlag,
  otherEncodingFlag,
  pickedEvent,
  pickFlag,
} from '../scan/kernel/contract.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import { type Range, type ScanEvent, scanRange } from '../scan/scan-range.ts';
import { placeUnits, type UnitList } from '../scan/units.ts';
import type { OpenSource, TaskKind } from '../task.ts';
import type { WholeRange } from './pick-all.ts';
import { packTexts, type TextColumn } from './text-column.ts';
import { writeNumber } from './text-number.ts';

export type PickWants = 'numbers' | 'names' | 'text' | 'codes' | 'both';

/** Some records of a range to read again. */
export interface PickTask extends WholeRange {
  /** Places among the records to read on from (see RangeEdges). */
  anchors: Uint32Array<ArrayBuffer>;
  /** Record numbers, from 0 at the range's start, each once. */
  rows: Uint32Array<ArrayBuffer>;
  /** `numbers`: names and normalized codes as 64-bit numbers; `names`: only those of names; `text`: as text, with lines; `codes`: only those of codes. */
  want: PickWants;
}

/** What was asked for, in the order of the task's rows. */
export interface PickResult {
  /** Four words a row: number of the normalized name (0: empty), number of the normalized code. */
  numbers: Uint32Array<ArrayBuffer>;
  lines: Uint32Array<ArrayBuffer>;
  /** The units of these records, and which of them each is of. */
  units: UnitList | null;
  unitOf: Uint32Array<ArrayBuffer>;
  /** Normalized codes and names as written; resident ID numbers masked. */
  codes: TextColumn;
  names: TextColumn;
}

/** Records read again that turned out to be of interest. */
export const pickTasks: TaskKind<PickTask, PickResult> = { name: 'pick', perform: performPick };

export async function performPick(kernel: Kernel, task: PickTask, open: OpenSource): Promise<PickResult> {
  const { dialect, rows, want } = task;
  const source = open(task.source);
  const wantedAt = freeAt;
  const numbersAt = wantedAt + (((task.records + 2) * 4 + 7) & ~7);
  const unitOfAt = numbersAt + rows.length * 16;
  const unitsAt = kernel.reserve(unitOfAt + rows.length * 4);
  const wanted = new Uint32Array(kernel.memory.buffer, wantedAt, task.records + 1).fill(0);
  for (let slot = 0; slot < rows.length; slot++) wanted[rows[slot] ?? 0] = slot + 1;
  const decode = createDecode(dialect.encoding);
  const hasNumbers = want !== 'text' && want !== 'codes';
  const hasTexts = !hasNumbers || want === 'both';
  const { nameColumn } = want === 'codes' ? { nameColumn: -1 } : dialect;
  const lines = new Uint32Array(hasTexts ? rows.length : 0);
  const codes: string[] = new Array(lines.length).fill('');
  const names: string[] = new Array(lines.length).fill('');
  let lineBase = 0;
  const visit = (event: ScanEvent): void => {
    if (event.kind !== pickedEvent) return;
    const index = event.slot - 1;
    const code = want === 'names' ? '' : normalize(readCell(kernel.bytes(), event.codeStart, event.codeEnd, decode));
    const name = nameColumn < 0 ? '' : readCell(kernel.bytes(), event.nameStart, event.nameEnd, decode);
    if (hasNumbers && event.unit === 0) {
      writeNumber(kernel, normalizeName(name), numbersAt + index * 16);
      writeNumber(kernel, code, numbersAt + index * 16 + 8);
    }
    if (!hasTexts) return;
    lines[index] = lineBase + event.line;
    codes[index] = code;
    names[index] = maskCell(name);
  };
  const { unitColumn: column } = dialect;
  const units = placeUnits(kernel, { column, at: unitsAt, records: rows.length + 1, pickedAt: unitOfAt });
  for (const { range, firstRow, firstLine } of listSections(task)) {
    kernel.configure({ ...dialect, nameColumn, flags: flagsOf(task), wantedAt: wantedAt + firstRow * 4, numbersAt });
    if (column >= 0) kernel.resumeUnits(column);
    lineBase = firstLine;
    await scanRange({ kernel, source, dialect, range, inputAt: units.endAt, visitor: { visit } });
  }
  const { buffer } = kernel.memory;
  return {
    numbers: new Uint32Array(buffer, numbersAt, hasNumbers ? rows.length * 4 : 0).slice(),
    lines,
    units: units.take(),
    unitOf: new Uint32Array(buffer, unitOfAt, column < 0 ? 0 : rows.length).slice(),
    codes: packTexts(codes),
    names: packTexts(names),
  };
}

/** Part of a range that is read in one go. */
export interface Section {
  range: Range;
  firstRow: number;
  firstLine: number;
}

/** The parts of the range, from anchor to anchor, that hold a record asked for; neighbours in one. */
export function listSections({ anchors, range, rows }: Pick<PickTask, 'anchors' | 'range' | 'rows'>): Section[] {
  const sections: Section[] = [];
  const beganAt = range.begins ?? range.start;
  const isWanted = findParts(anchors, rows);
  let last: Section | undefined;
  for (let at = 0; at < anchors.length; at += 3) {
    if (isWanted[at / 3] === 0) continue;
    const start = beganAt + (anchors[at] ?? 0);
    const end = at + 3 < anchors.length ? beganAt + (anchors[at + 3] ?? 0) : Math.max(range.end, start + 1);
    if (last !== undefined && last.range.end === start) {
      last.range.end = end;
    } else {
      last = {
        range: { ...range, start, end, begins: start },
        firstRow: anchors[at + 1] ?? 0,
        firstLine: anchors[at + 2] ?? 0,
      };
      sections.push(last);
    }
  }
  return sections;
}

/** Whether each part holds one of some rows, most of which ascend. */
function findParts(anchors: Uint32Array, rows: Uint32Array): Uint8Array {
  const isWanted = new Uint8Array(anchors.length / 3);
  let at = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0;
    if (row < (anchors[at + 1] ?? 0)) at = 0;
    // The row of the next part's first record; there is none after the last.
    while (at + 4 < anchors.length && (anchors[at + 4] ?? 0) <= row) at += 3;
    isWanted[at / 3] = 1;
  }
  return isWanted;
}

/** All of a range in parts of so many bytes or a little more, from anchor to anchor. */
export function* cutSections(
  { anchors, range, records }: Pick<PickTask, 'anchors' | 'range' | 'records'>,
  bytes: number,
): Generator<Section & { records: number }> {
  const beganAt = range.begins ?? range.start;
  for (let at = 0, next = 0; at < anchors.length; at = next) {
    const [from = 0, firstRow = 0, firstLine = 0] = anchors.subarray(at, at + 3);
    for (next = at + 3; next < anchors.length && (anchors[next] ?? 0) - from < bytes; ) next += 3;
    const isLast = next >= anchors.length;
    const start = beganAt + from;
    const end = isLast ? Math.max(range.end, start + 1) : beganAt + (anchors[next] ?? 0);
    const endRow = isLast ? records : (anchors[next + 1] ?? 0);
    yield { range: { ...range, start, end, begins: start }, firstRow, firstLine, records: endRow - firstRow };
  }
}

function flagsOf({ dialect, want }: PickTask): number {
  if (want === 'text' || want === 'codes') return pickFlag;
  return (
    pickFlag |
    hashFlag |
    (want === 'names' ? 0 : hashTextFlag) |
    (want === 'both' ? hashAndShowFlag : 0) |
    (dialect.encoding === 'utf-8' ? 0 : otherEncodingFlag)
  );
}
