import type { FileReport } from '../check/report.ts';
import type { LicenceKind, LicenceLayout, LicenceRole } from '../engine/plan/headers/licence-headers.ts';
import type { Warning } from '../messages/warning/index.ts';
import type { LicenceRule } from './rules.ts';

/** How many records show what a rule is about, in one column. */
export interface RuleRow {
  rule: LicenceRule;
  /** Header of the column. */
  column: string;
  records: number;
}

/** One column that is read. */
export interface ColumnRow {
  column: string;
  role: LicenceRole;
  /** Records in which it holds anything; words for nothing are nothing. */
  filled: number;
  /** Records in which it has an error. */
  errors: number;
}

/** Records of one body or category, and those of them that are compliant. */
export interface ShareRow {
  records: number;
  compliant: number;
}

/** One table, and how it was read. */
export interface LicenceFile
  extends Pick<FileReport, 'path' | 'sheet' | 'bytes' | 'encoding' | 'delimiter' | 'records' | 'skippedLines'> {
  kind: LicenceKind;
  layout: LicenceLayout;
}

/** The report, schema `uscc-licences/1`. */
export interface LicenceReport {
  schema: 'uscc-licences/1';
  files: LicenceFile[];
  records: number;
  blankRows: number;
  skippedLines: number;
  /** 合规率: records without an error of all records. */
  compliance: { numerator: number; denominator: number; value: number | null };
  /** Points lost: 0.1 for each record that is not compliant. */
  points: number;
  /** Whether all records are compliant. */
  met: boolean;
  /** Errors, those of most records first. */
  byRule: RuleRow[];
  /** What is worth a look, and never costs compliance. */
  notes: RuleRow[];
  byColumn: ColumnRow[];
  /** By the body that licensed or punished, else the one that delivered; `?`: none is named. */
  byBody: ({ body: string } & ShareRow)[];
  byCategory: ({ category: string } & ShareRow)[];
  warnings: Warning[];
  elapsedSeconds: number;
}
