import type { IssueCode, NoteCode } from '../code/verdict.ts';
import type { Warning } from '../messages/warning/index.ts';
import type { SuspectCounts } from '../suspects/suspect.ts';

/** How duplicates enter the rate; the guide says which plan uses which. */
export type RateDefinition =
  | 'literal'
  | 'assignment'
  | 'conflicting'
  | 'all-duplicates'
  | 'erroneous'
  | 'check-digit'
  | 'with-unconverted';

/** A rate as its two whole numbers, so that it can be held against a target exactly. */
export interface Rate {
  /** Records (or, by assignments, pairs of code and name) that count as problems under the definition; null: duplicates without names leave it open. */
  numerator: number | null;
  /** All that could: the codes, which are conforming and erroneous records; with `with-unconverted`, unconverted ones too. */
  denominator: number;
  /** numerator / denominator; null when there are no codes at all. */
  value: number | null;
}

/** How many duplicates there are: codes that stand on several records, in one file or across files. */
export interface DuplicateCounts {
  /** Distinct codes that stand on more than one record. */
  codes: number;
  /** Records that carry them. */
  records: number;
  /** Those records beyond the first of each code. */
  excess: number;
}

/** Records by what their code cell is; with `notApplicable`, where there is any, they add up to all records. */
export interface PartitionCounts {
  /** Codes that hold under GB 32100 and GB 11714, and pilot-era codes (合规). */
  conforming: number;
  /** Values that are neither a code nor an older number (错码). */
  erroneous: number;
  /** Older numbers: registration, organization, taxpayer (未换码). */
  unconverted: number;
  /** Empty cells and words for nothing (缺码). */
  missing: number;
}

/** Records of one authority, region or unit; the rows of a table add up to the totals of the report. */
export interface GroupRow extends PartitionCounts {
  records: number;
  /** As in {@link Report}. */
  notApplicable?: number;
  /** Excess records of duplicates, whatever their partition. */
  excess: number;
  /** The `literal` numerator of these records. */
  problems: number;
  /** The `literal` rate of these records; null when they hold no codes. */
  rate: number | null;
}

/** One authority (登记管理部门). */
export interface AuthorityRow extends GroupRow {
  /** Position 1, or `?` where rows 1–3 and 10–14 of the decision table decided. */
  authority: string;
}

/** One region (行政区划). */
export interface RegionRow extends GroupRow {
  /** Positions 3–8, or `?`. */
  region: string;
  /** As the list of divisions names it; null where it has none. */
  name: string | null;
}

/** One unit responsible (责任单位). */
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

/** A unit that misses the target, under a rule that scores units. */
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
  /** Points won (or lost, negative); null where the rule gives none, or there are no codes. Of a rule per unit: those of the unit that gets least. */
  points: number | null;
  /** Most points the rule can give or take; null where it gives none. */
  mostPoints: number | null;
  /** Problem codes that must go before the rule is met. */
  away: number;
  /** Units that miss the target, those with most problems first; null where the rule is not per unit. */
  units: AssessmentUnit[] | null;
  /** In the language of the run: how it was reached, and what it does not say. */
  message: string;
}

/** One table that was checked, and how it was read. */
export interface FileReport {
  /** As the caller named it; of an archive or workbook with what it is in it. */
  path: string;
  /** The sheet of the workbook, whose rows line numbers are; absent for anything else. */
  sheet?: string;
  /** Size of what the caller named. */
  bytes: number;
  encoding: string;
  delimiter: string;
  /** Header of the columns that were read, or their numbers from 1. */
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
  /** Rows of data that hold anything. */
  records: number;
  /** Rows whose cells are all empty; they are no records. */
  blankRows: number;
  /** Lines that are no records: repeated headers, totals, signatures, padding. */
  skippedLines: number;
  counts: PartitionCounts;
  /** Natural persons in tables of licences and penalties, who have no code and miss none; absent where no table has categories. */
  notApplicable?: number;
  /** Records by the issue that decided; those that have none are absent. */
  issues: Partial<Record<IssueCode, number>>;
  /** What was noticed beside: never a problem. */
  notes: Partial<Record<NoteCode, number>>;
  duplicates: DuplicateCounts & {
    conflicting: DuplicateCounts | null;
    repeated: DuplicateCounts | null;
    /** Neither, since a record has no name and the others have not two. */
    unnamed: DuplicateCounts;
  };
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
