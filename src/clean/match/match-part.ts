import type { RecordTask } from '../../engine/reread/record-task.ts';
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
  /** How much the kernel wrote of the records before it. */
  writtenTo: number;
}

const matched = matchStatuses.indexOf('matched');
const absent = matchStatuses.indexOf('absent');

/** The status that a mark stands for. */
export function statusOf(mark: number): number {
  return mark === unknown ? absent : mark;
}

export function isListed(mark: number, also: AlsoListed): boolean {
  return mark === unknown ? also !== 'none' : mark !== matched || also === 'all';
}

/** Whether the registry is asked about a code: of absent ones it has the names, or nothing. */
export function isAsked(mark: number, also: AlsoListed): boolean {
  return statusOf(mark) !== absent && isListed(mark, also);
}

/** Whether the kernel can write lines of its records: they have one code each, and are written in UTF-8. */
export function isWritable({ columns, dialect }: Pick<MatchPart, 'columns' | 'dialect'>): boolean {
  return columns.length === 1 && dialect.encoding === 'utf-8';
}
