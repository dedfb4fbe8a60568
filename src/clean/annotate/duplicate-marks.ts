import { type DuplicateKind, kindOfDuplicate } from '../../check/duplicates/duplicate-kind.ts';
import type { DuplicateSet } from '../../engine/group/duplicate-set.ts';
import type { ScannedRange } from '../../engine/scan/file-scan.ts';

const kinds: readonly DuplicateKind[] = ['conflicting', 'repeated', 'unnamed'];

/** All marks there are; 0: no duplicate. */
export const markKinds: readonly number[] = [0, ...kinds.map((_, index) => index + 1)];

/** Which records are duplicates: a byte a record, of ranges that have any. */
export interface DuplicateMarks {
  /** Takes duplicates whose names have been compared. */
  add(set: DuplicateSet, ranges: readonly ScannedRange[]): void;
  /** By record of a range: 0, or the number of a kind from 1; null where no record is a duplicate. */
  of(range: number): Uint8Array<ArrayBuffer> | null;
}

export function createDuplicateMarks(): DuplicateMarks {
  const marks = new Map<number, Uint8Array<ArrayBuffer>>();
  return {
    add({ byRange, sizes, conflicting }, ranges) {
      for (const [range, { rows, groups }] of byRange) {
        const own = marks.get(range) ?? new Uint8Array(ranges[range]?.records ?? 0);
        marks.set(range, own);
        for (const [index, row] of rows.entries()) {
          const group = groups[index] ?? 0;
          // Of texts with equal numbers, some turned out to be different.
          if ((sizes[group] ?? 0) > 1) own[row] = kinds.indexOf(kindOfDuplicate(conflicting[group] ?? 0)) + 1;
        }
      }
    },
    of: (range) => marks.get(range) ?? null,
  };
}

/** The kind a mark stands for; empty: no duplicate. */
export function kindOfMark(mark: number): DuplicateKind | '' {
  return kinds[mark - 1] ?? '';
}
