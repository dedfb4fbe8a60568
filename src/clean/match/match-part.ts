import { performRecords, type RecordResult, type RecordTask } from '../../engine/reread/record-task.ts';
import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import type { OpenSource } from '../../engine/task.ts';
import { unknown } from './match-names.ts';
import { type MatchStatus, matchStatuses } from './match-report.ts';

/** Which codes are listed beside those the registry may say something about: those it says nothing about, matched ones too. */
export type AlsoListed = 'none' | 'unknown' | 'all';

/** Records of one range of a table that are listed, and how their codes stand. */
export interface MatchPart extends Omit<RecordTask, 'want'> {
  /** Of each record, code column by code column: a place in `matchStatuses`, or `unknown`. */
  marks: Uint8Array<ArrayBuffer>;
  /** Whether a code of the record is in the registry. */
  covered: Uint8Array<ArrayBuffer>;
  also: AlsoListed;
  /** Path of the table, names and numbers of its code columns. */
  file: string;
  columns: string[];
  codeColumns: number[];
  rowBase: number;
  lineBase: number;
}

/** A code that is listed, as the table has it. */
export interface MatchCase {
  file: string;
  row: number;
  line: number;
  column: string;
  status: MatchStatus;
  /** The registry says nothing about it. */
  isUnknown: boolean;
  cell: string;
  name: string;
  /** The record among those of the part. */
  at: number;
}

const matched = matchStatuses.indexOf('matched');
const absent = matchStatuses.indexOf('absent');
const missing = matchStatuses.indexOf('missing');

/** The status that a mark stands for. */
export function statusOf(mark: number): number {
  return mark === unknown ? absent : mark;
}

export function isListed(mark: number, also: AlsoListed): boolean {
  return mark === unknown ? also !== 'none' : mark !== matched || also === 'all';
}

/** The codes of a part that are listed; of a record without any, the first. */
export async function readCases(kernel: Kernel, part: MatchPart, open: OpenSource): Promise<Iterable<MatchCase>> {
  const want = { cells: [...part.codeColumns, part.dialect.nameColumn] };
  return listCases(part, await performRecords(kernel, { ...part, want }, open));
}

/** One by one, so that each is gone before the collector of garbage would have to move it. */
function* listCases(
  { rows, marks, also, file, columns, rowBase, lineBase }: MatchPart,
  { lines, cells }: Pick<RecordResult, 'lines' | 'cells'>,
): Generator<MatchCase> {
  const names = cells[columns.length];
  for (const [at, row] of rows.entries()) {
    const own = marks.subarray(at * columns.length, (at + 1) * columns.length);
    const isAllMissing = own.every((mark) => mark === missing);
    for (const [index, mark] of own.entries()) {
      if (!isListed(mark, also)) continue;
      if (mark === missing && !(isAllMissing && index === 0)) continue;
      yield {
        file,
        row: rowBase + row + 1,
        line: lineBase + (lines[at] ?? 0) + 1,
        column: columns[index] ?? '',
        status: matchStatuses[statusOf(mark)] ?? 'missing',
        isUnknown: mark === unknown,
        cell: cells[index]?.[at] ?? '',
        name: names?.[at] ?? '',
        at,
      };
    }
  }
}
