import type { PackedFinding } from './packed-finding.ts';

/** What the table of findings shows. */
export interface FindingsData {
  lang: 'zh' | 'en';
  /** Paths, in the order that findings number them. */
  files: string[];
  /** Names of regions by their six digits. */
  regions: Record<string, string>;
  /** Whether records are listed for every note. */
  listsAllNotes: boolean;
  rows: PackedFinding[];
}
