import type { Judgement } from '../code/cell/judge.ts';
import type { IssueCode, NoteCode } from '../code/verdict.ts';
import { addTraits, countTraits, createTraits, type TraitCounts } from './causes/traits.ts';
import { addWritingCounts, countWriting } from './causes/writing-faults.ts';
import type { PartitionCounts } from './report.ts';

/** Records of one authority in one region, as far as they were judged one by one. */
export interface AreaCounts {
  conforming: number;
  erroneous: number;
  /** Of them, those whose region may be noted. */
  noted: number;
}

/** Counts of records judged one by one. Plain data: it travels between threads. */
export interface Tally {
  counts: PartitionCounts;
  /** Natural persons without a code, in no partition of `counts`. */
  notApplicable: number;
  issues: Partial<Record<IssueCode, number>>;
  notes: Partial<Record<NoteCode, number>>;
  /** By position 1 followed by positions 3–8, for records that rows 4–9 decided. */
  areas: Map<string, AreaCounts>;
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

/** Counts one judgement, but for how its cell is written. */
export function addJudgement(tally: Tally, judgement: Judgement): void {
  const { partition, issue, authority, region } = judgement;
  tally.counts[partition]++;
  if (issue !== null) add(tally.issues, issue.code, 1);
  if (judgement.isOddPair) add(tally.notes, 'authority-category', 1);
  countTraits(tally.traits, judgement);
  if (authority === null || region === null) return;
  const area = findArea(tally, authority + region);
  if (partition === 'conforming') area.conforming++;
  else area.erroneous++;
  if (judgement.isNoted) area.noted++;
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
  for (const [key, counts] of other.areas) {
    const area = findArea(tally, key);
    area.conforming += counts.conforming;
    area.erroneous += counts.erroneous;
    area.noted += counts.noted;
  }
}

/** Adds to one count of a record of counts. */
export function add<Code extends string>(counts: Partial<Record<Code, number>>, code: Code, count: number): void {
  if (count > 0) counts[code] = (counts[code] ?? 0) + count;
}

function findArea(tally: Tally, key: string): AreaCounts {
  let area = tally.areas.get(key);
  if (area === undefined) {
    area = { conforming: 0, erroneous: 0, noted: 0 };
    tally.areas.set(key, area);
  }
  return area;
}
