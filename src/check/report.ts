import type { IssueCode, NoteCode } from '../code/verdict.ts';
import type { Warning } from '../messages/warning/index.ts';
import type { SuspectCounts } from '../suspects/suspect.ts';

/** How duplicates enter the rate; the guide says which plan uses which. */
export type RateDefinition =
  | 'literal'
  | 'conflicting'
  | 'all-duplicates'
  | 'erroneous'
  | 'check-digit'
  | 'with-unconverted';

export interface Rate {
  numerator: number;
  denominator: number;
  /** numerator / denominator; null when there are no codes at all. */
  value: number | null;
}

export interface DuplicateCounts {
  /** Distinct codes that stand on more than one record. */
  codes: number;
  /** Records that carry them. */
  records: number;
  /** Those records beyond the first of each code. */
  excess: number;
}

export interface PartitionCounts {
  conforming: number;
  erroneous: number;
  unconverted: number;
  missing: number;
}

export interface GroupRow extends PartitionCounts {
  records: number;
  /** Excess records of duplicates, whatever their partition. */
  excess: number;
  /** The `literal` numerator of these records. */
  problems: number;
  /** The `literal` rate of these records; null when they hold no codes. */
  rate: number | null;
}

export interface AuthorityRow extends GroupRow {
  /** Position 1, or `?` where rows 1–3 and 10–14 of the decision table decided. */
  authority: string;
}

export interface RegionRow extends GroupRow {
  /** Positions 3–8, or `?`. */
  region: string;
  name: string | null;
}

export interface UnitRow extends GroupRow {
  /** The unit as the export writes it, white space and width aside; `?` where the cell is empty. */
  unit: string;
  /** conforming / (conforming + unconverted); null when there are neither. */
  conversion: number | null;
}

/** What many problems have in common; the guide lists what each is told by. */
export type CauseCode =
  | 'complement'
  | 'rounded'
  | 'organization-check'
  | 'stranger'
  | 'cut'
  | 'identity-number'
  | 'repeated'
  | 'legacy'
  | 'missing'
  | 'format';

/** Where records stand. Regions are counties, cities (`510100`) or provinces (`510000`). */
export interface CauseScope {
  kind: 'region' | 'file' | 'authority' | 'unit';
  value: string;
  name: string | null;
  /** Of the records that show the cause, those that stand here. */
  count: number;
}

/** A cause that many problems share, said once. */
export interface Cause {
  code: CauseCode;
  /** Records that show it, of `total` that could. */
  count: number;
  total: number;
  /** Where remarkably many of them stand, the first of `places`; null: all over. */
  scope: CauseScope | null;
  /** At most three, most records first. When they hold all of `count`, nothing was found elsewhere. */
  places: CauseScope[];
  /** In the language of the run: what is seen, why it probably is so, and what to do. */
  message: string;
}

/** A unit that has problems, under a rule that scores units. */
export interface AssessmentUnit {
  /** As `byUnit` names it, or position 1 where units are not read; `?`: nobody's. */
  unit: string;
  /** Of an authority. */
  name: string | null;
  problems: number;
  points: number | null;
}

/** What one plan's rule gives for this report. */
export interface AssessmentRow {
  /** Short name, as `--assess` takes it. */
  name: string;
  /** In the language of the run. */
  title: string;
  source: string;
  /** Whether `--assess` named it: then it decides the exit code. */
  chosen: boolean;
  met: boolean;
  /** Points won (or lost, negative); null where the rule gives none, or there are no codes. Of a rule per unit: those of the unit that loses most. */
  points: number | null;
  /** Most points the rule can give or take; null where it gives none. */
  mostPoints: number | null;
  /** Problem codes that must go before the rule is met. */
  away: number;
  /** Units with problems, those that lose most first; null where the rule is not per unit. */
  units: AssessmentUnit[] | null;
  /** In the language of the run: how it was reached, and what it does not say. */
  message: string;
}

export interface FileReport {
  path: string;
  /** The sheet of the workbook, whose rows line numbers are; absent for anything else. */
  sheet?: string;
  bytes: number;
  encoding: string;
  delimiter: string;
  codeColumn: string;
  nameColumn: string | null;
  /** Only when units were asked for. */
  unitColumn?: string | null;
  records: number;
  /** Lines of it that are no records. */
  skippedLines: number;
}

/** The report, schema `uscc-report/1`. */
export interface Report {
  schema: 'uscc-report/1';
  files: FileReport[];
  records: number;
  blankRows: number;
  /** Lines that are no records: repeated headers, totals, signatures, padding. */
  skippedLines: number;
  counts: PartitionCounts;
  issues: Partial<Record<IssueCode, number>>;
  notes: Partial<Record<NoteCode, number>>;
  duplicates: DuplicateCounts & { conflicting: DuplicateCounts | null; repeated: DuplicateCounts | null };
  rates: Record<RateDefinition, Rate>;
  target: {
    /** As a fraction: 0.0001 is 0.01%. */
    value: number;
    definition: RateDefinition;
    met: boolean;
    /** The largest numerator that would still be within target. */
    allowed: number;
    /** How many problems must go. */
    excess: number;
  };
  byAuthority: AuthorityRow[];
  byRegion: RegionRow[];
  /** Only when units were asked for. */
  byUnit?: UnitRow[];
  /** Only when suspected duplicates were asked for. */
  suspects?: SuspectCounts;
  causes: Cause[];
  assessments: AssessmentRow[];
  warnings: Warning[];
  elapsedSeconds: number;
}
