import type { IssueCode, NoteCode } from '../code/verdict.ts';
import { type AreaLedger, addLedger, countArea } from './area-ledger.ts';
import { addTraits, countTraits, createTraits, type TraitCounts } from './causes/traits.ts';
import { addWritingCounts, countWriting } from './causes/writing-faults.ts';
import type { Marks } from './marks.ts';
import type { PartitionCounts } from './report.ts';

/** Counts of records judged one by one. Plain data: it travels between threads. */
export interface Tally {
  counts: PartitionCounts;
  /** Natural persons without a code, in no partition of `counts`. */
  notApplicable: number;
  issues: Partial<Record<IssueCode, number>>;
  notes: Partial<Record<NoteCode, number>>;
  /** Records that rows 4–9 decided, but for those of clean codes. */
  areas: AreaLedger;
  traits: TraitCounts;
}

export function createTally(): Tally {
  return {
    counts: { conforming: 0, erroneous: 0, unconverted: 0, missing: 0 },
    notApplicable: 0,
    issues: {},
    notes: {},
    areas: new Map(),
    traits: createTraits(),
  };
}

/** Counts a cell that is not written as its code, see `findWritingFaults`. */
export function countDeviations(tally: Tally, forms: number): void {
  add(tally.notes, 'format', 1);
  countWriting(tally.traits.forms, forms);
}

/** Counts cells that are not written as their code, and in which ways. */
export function addWriting(tally: Tally, writing: readonly number[]): void {
  const [cells = 0] = writing;
  if (cells === 0) return;
  add(tally.notes, 'format', cells);
  addWritingCounts(tally.traits.forms, writing);
}

/** Counts one record, but for how its cell is written. */
export function addMarks(tally: Tally, { partition, issue, sign, isOddPair, area, shown }: Marks): void {
  tally.counts[partition]++;
  if (issue !== null) add(tally.issues, issue, 1);
  if (isOddPair) add(tally.notes, 'authority-category', 1);
  countTraits(tally.traits, sign);
  if (area >= 0) countArea(tally.areas, area, shown);
}

/** Whether any record is a finding, whichever notes are wanted: each has an issue, or an odd pair. */
export function hasProblems({ issues, notes }: Tally): boolean {
  return Object.keys(issues).length > 0 || notes['authority-category'] !== undefined;
}

/** Adds the counts of `other` to `tally`. */
export function addTally(tally: Tally, other: Tally): void {
  const { counts } = tally;
  counts.conforming += other.counts.conforming;
  counts.erroneous += other.counts.erroneous;
  counts.unconverted += other.counts.unconverted;
  counts.missing += other.counts.missing;
  tally.notApplicable += other.notApplicable;
  for (const [code, count] of Object.entries(other.issues)) add(tally.issues, code as IssueCode, count);
  for (const [code, count] of Object.entries(other.notes)) add(tally.notes, code as NoteCode, count);
  addTraits(tally.traits, other.traits);
  addLedger(tally.areas, other.areas);
}

/** Adds to one count of a record of counts. */
export function add<Code extends string>(counts: Partial<Record<Code, number>>, code: Code, count: number): void {
  if (count > 0) counts[code] = (counts[code] ?? 0) + count;
}
