import type { AssessOptions } from '../../check/options.ts';
import type { GroupRow, Report } from '../../check/report.ts';
import type { RunOptions } from '../../engine/options.ts';
import type { Warning } from '../../messages/warning/index.ts';
import type { ReadOptions } from '../../tables/input.ts';

/**
 * Problems are told apart by what they are: an erroneous or unconverted text (normalized), a conforming code on several
 * records, a record without a code by its name. Without either there is nothing to know one by: those are only counted.
 */
export type ProblemKind = 'erroneous' | 'duplicate' | 'unconverted' | 'missing';

/**
 * Of a problem between two exports: gone from the new one; in both; in the new one only; in the new one only, but in an
 * earlier one as well.
 */
export type ProblemStatus = 'resolved' | 'remaining' | 'new' | 'reappeared';

/** A record, and where it stands. */
export interface PlacedRecord {
  code: string;
  name: string;
  file: string;
  /** The sheet that the table is of a workbook; null for anything else. */
  sheet: string | null;
  row: number;
  line: number;
}

/** One record of a problem: of the old export where it is resolved, else of the new one. Resident ID numbers are masked. */
export interface ProblemRecord extends PlacedRecord {
  status: ProblemStatus;
  kind: ProblemKind;
  /** The issue code, or `duplicate`. */
  issue: string;
  /** Of a resolved problem: its entity has a conforming code now, or is gone; `unknown` without a name or organization code. */
  outcome?: 'corrected' | 'gone' | 'unknown';
  /** The entity in the other export: of a resolved problem what it has now, of a new one what it had before; null: nothing conforming. */
  entity?: TracedEntity | null;
}

/** The record of an entity in the other export, by its organization code or its name. */
export interface TracedEntity extends CodeRecord {
  by: 'organization' | 'name';
}

/** Distinct resolved problems by what became of them. */
export interface ProblemOutcomes {
  corrected: number;
  gone: number;
  unknown: number;
}

/** A record that carries a conforming code: the first in its export. */
export type CodeRecord = PlacedRecord;

/** A code that came, or went, or took the place of another. */
export type CodeChange =
  | { status: 'added'; old: null; new: CodeRecord }
  | { status: 'gone'; old: CodeRecord; new: null }
  | { status: 'changed'; by: 'organization' | 'name'; old: CodeRecord; new: CodeRecord };

/** What a caller may ask of a comparison. */
export interface DiffOptions extends ReadOptions, RunOptions, Omit<AssessOptions, 'scanner'> {
  /** How much the listeners below are told: everything (default), or a few records of each status but `remaining`. */
  lists?: 'all' | 'examples';
  /** Told of the records of all problems, those that remain too. */
  onProblems?(batch: ProblemRecord[]): void | Promise<void>;
  /** Told of all codes that came, went or changed; those of a batch have one status. */
  onCodes?(batch: CodeChange[]): void | Promise<void>;
}

/** One export, as `check` reports it. */
export type ExportReport = Pick<
  Report,
  'files' | 'records' | 'blankRows' | 'counts' | 'issues' | 'duplicates' | 'rates' | 'target'
>;

/** One authority, then and now. */
export interface AuthorityChange {
  authority: string;
  old: Pick<GroupRow, 'records' | 'problems' | 'rate'>;
  new: Pick<GroupRow, 'records' | 'problems' | 'rate'>;
}

/** One unit, then and now. */
export interface UnitChange extends Pick<AuthorityChange, 'old' | 'new'> {
  /** As the exports write it; `?` where the cell is empty. */
  unit: string;
}

/** What has changed between two exports. */
export interface DiffReport {
  schema: 'uscc-diff/1';
  old: ExportReport;
  new: ExportReport;
  /** Paths of earlier exports. */
  earlier: string[];
  /** Distinct problems. */
  problems: Record<ProblemKind, Record<ProblemStatus, number>>;
  /** Resolved problems by what became of them: corrected apart from gone. */
  outcomes: ProblemOutcomes;
  /** New problems whose entity had a conforming code in the old export, by what tells that. */
  spoiled: { organization: number; name: number };
  /** Records without a code and without a name. */
  unidentified: { old: number; new: number };
  /** Distinct conforming codes; `changed` is counted in neither `added` nor `gone`. */
  codes: { kept: number; added: number; gone: number; changed: { organization: number; name: number } };
  byAuthority: AuthorityChange[];
  /** Only when units were asked for. */
  byUnit?: UnitChange[];
  /** Of the problems of the old export, those that are in the new one no more (纠正率); null: there were none. */
  correctionRate: { numerator: number; denominator: number; value: number | null };
  warnings: Warning[];
  elapsedSeconds: number;
}
