import type { Report } from '../../check/report.ts';
import type { PackedFinding } from './packed-finding.ts';

/** What the table of findings shows. */
export interface FindingsData {
  lang: 'zh' | 'en';
  /** Paths, in the order that findings number them. */
  files: string[];
  /** Of each, the sheet that it is of a workbook, or null. */
  sheets: (string | null)[];
  /** Names of regions by their six digits. */
  regions: Record<string, string>;
  /** Whether records are listed for every note. */
  listsAllNotes: boolean;
  rows: PackedFinding[];
}

/** Names of the regions that records of a report belong to. */
export function nameRegions({ byRegion }: Report): Record<string, string> {
  const named = byRegion.flatMap(({ region, name, ...row }) =>
    name === null || row.records === 0 ? [] : [[region, name] as const],
  );
  return Object.fromEntries(named);
}
