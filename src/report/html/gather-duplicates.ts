import type { DuplicateRecord } from '../../check/findings/finding.ts';

/** Most duplicates of either kind. */
export const MOST_GROUPS = 100;
const MOST_OTHERS = 50;
const MOST_RECORDS = 12;

/** One code and the first records that carry it. */
export interface DuplicateGroup {
  code: string;
  kind: DuplicateRecord['kind'];
  records: DuplicateRecord[];
  /** Records beyond those. */
  moreCount: number;
}

/** Duplicates that a page shows. */
export interface KeptDuplicates {
  conflicting: DuplicateGroup[];
  /** Repeated ones, and all where names are not known. */
  others: DuplicateGroup[];
}

/** Gathers the first duplicates of each kind, conflicting ones most; batches hold groups one after another. */
export function gatherDuplicates(): { add(batch: DuplicateRecord[]): void; kept: KeptDuplicates } {
  const kept: KeptDuplicates = { conflicting: [], others: [] };
  let current = 0;
  let group: DuplicateGroup | null = null;

  function begin({ code, kind }: DuplicateRecord): DuplicateGroup | null {
    const begun: DuplicateGroup = { code, kind, records: [], moreCount: 0 };
    const isConflicting = kind === 'conflicting';
    const groups = isConflicting ? kept.conflicting : kept.others;
    if (groups.length < (isConflicting ? MOST_GROUPS : MOST_OTHERS)) {
      groups.push(begun);
      return begun;
    }
    return null;
  }

  return {
    kept,
    add(batch) {
      for (const record of batch) {
        if (record.group !== current) {
          current = record.group;
          group = begin(record);
        }
        if (group === null) continue;
        if (group.records.length < MOST_RECORDS) group.records.push(record);
        else group.moreCount++;
      }
    },
  };
}
