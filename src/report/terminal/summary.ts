import type { DuplicateRecord, Finding } from '../../check/findings/finding.ts';
import type { Report } from '../../check/report.ts';
import type { Suspect } from '../../suspects/suspect.ts';
import type { Style } from '../../write/style.ts';

/** What the summary is made from. */
export interface Summary {
  report: Report;
  lang: 'zh' | 'en';
  style: Style;
  /** A few findings and duplicates, in file order. */
  findings: Finding[];
  duplicates: DuplicateRecord[];
  /** The surest of the first batch. */
  suspects?: Suspect[];
  /** Where the full lists are, or null. */
  folder: string | null;
  /** Files written beside it. */
  written: string[];
}
