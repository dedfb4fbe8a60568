import type { DuplicateRecord, Finding } from '../check/findings/finding.ts';
import type { Report } from '../check/report.ts';
import type { Face, Language } from '../messages/voice.ts';
import type { Suspect } from '../suspects/suspect.ts';
import type { Write } from '../write/write.ts';
import type { About } from './about.ts';

/**
 * One form of a report, written as the check goes: findings and duplicates in batches, in file order, the report at the
 * end. Whoever opened it closes what it writes to.
 */
export interface ReportWriter {
  /** How many duplicates of each kind (conflicting, others) it can use; all, where it does not say. */
  duplicateGroups?: number;
  addFindings(batch: Finding[]): void | Promise<void>;
  addDuplicates(batch: DuplicateRecord[]): void | Promise<void>;
  /** Only when suspected duplicates were asked for: the surest of each batch first. */
  addSuspects?(batch: Suspect[]): void | Promise<void>;
  finish(report: Report): void | Promise<void>;
}

/** Starts one form of a report. */
export type CreateReportWriter = (write: Write, context: ReportContext) => ReportWriter;

/** What findings need to be shown. */
export interface ReportContext {
  /** Paths, in the order that findings number them; filled before the first finding comes. */
  files: string[];
  /** Of each, the sheet that it is of a workbook; null for anything else. */
  sheets: (string | null)[];
  lang: Language;
  /** Whose names for what can be done; the command's, where none is given. */
  face?: Face;
  /** Whom the report is by and for. */
  about?: About;
  /** Records of an engine's table are among them: lists have a column for what names their rows. */
  hasKeys?: boolean;
  /** Every note, not only `authority-category`. */
  notes: boolean;
}
