import type { Groups } from './group.ts';

/**
 * Every code that stands on more than one record, and those records by range.
 *
 *   group    0    1    2  …            range 0   rows  5 9 14 …
 *   keys     k0   k1   k2                        groups 2 0  2 …
 *   sizes    2    3    2               range 1   rows  1 …
 *   kinds    ?    ?    ?                         groups 0 …
 */
export interface DuplicateSet {
  /** Groups before this one are of clean codes; the others are of texts with equal numbers. */
  cleanCount: number;
  keys: BigUint64Array<ArrayBuffer>;
  sizes: Uint32Array<ArrayBuffer>;
  /** Bit 0: two of its records have different names; bit 1: one has none. */
  conflicting: Uint8Array<ArrayBuffer>;
  /** Different names of its records beyond the first. */
  extraNames: Uint32Array<ArrayBuffer>;
  byRange: Map<number, RangeEntries>;
  entryCount: number;
}

/** Records of one range that are duplicates: record numbers from 0 at its start, and the group of each. */
export interface RangeEntries {
  rows: Uint32Array<ArrayBuffer>;
  groups: Uint32Array<ArrayBuffer>;
}

/** The records of each range, range by range. */
export function* listEntries({ byRange }: Pick<DuplicateSet, 'byRange'>): Generator<RangeEntries & { range: number }> {
  for (const [range, entries] of byRange) yield { range, ...entries };
}

/** Brings the groups of all tasks together; those of clean codes first. Empties the list it is given. */
export function collectGroups(parts: Pick<Groups, 'isClean' | 'keys' | 'entries'>[]): DuplicateSet {
  parts.sort((a, b) => Number(b.isClean) - Number(a.isClean));
  const groupCount = parts.reduce((sum, { keys }) => sum + keys.length, 0);
  const cleanCount = parts.reduce((sum, { isClean, keys }) => sum + (isClean ? keys.length : 0), 0);
  const keys = new BigUint64Array(groupCount);
  const sizes = new Uint32Array(groupCount);
  const counts = countByRange(parts);
  const byRange = new Map<number, RangeEntries>();
  let entryCount = 0;
  for (const [range, count] of counts.entries()) {
    if (count > 0) byRange.set(range, { rows: new Uint32Array(count), groups: new Uint32Array(count) });
    entryCount += count;
  }
  const filled = new Uint32Array(counts.length);
  let base = 0;
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
    keys.set(part.keys, base);
    for (const entries of part.entries) {
      let last = -1;
      let list: RangeEntries | undefined;
      for (let at = 0; at < entries.length; at += 3) {
        const group = base + (entries[at] ?? 0);
        const range = entries[at + 1] ?? 0;
        if (range !== last) list = byRange.get(range);
        last = range;
        const place = filled[range] ?? 0;
        filled[range] = place + 1;
        if (list !== undefined) {
          list.rows[place] = entries[at + 2] ?? 0;
          list.groups[place] = group;
        }
        sizes[group] = (sizes[group] ?? 0) + 1;
      }
    }
    base += part.keys.length;
  }
  const conflicting = new Uint8Array(groupCount);
  return { cleanCount, keys, sizes, conflicting, extraNames: new Uint32Array(groupCount), byRange, entryCount };
}

/** How many entries each range has. */
function countByRange(parts: Pick<Groups, 'entries'>[]): Uint32Array {
  const lists = parts.flatMap(({ entries }) => entries);
  let most = -1;
  for (const entries of lists) for (let at = 1; at < entries.length; at += 3) most = Math.max(most, entries[at] ?? 0);
  const counts = new Uint32Array(most + 1);
  for (const entries of lists) {
    for (let at = 1; at < entries.length; at += 3) {
      const range = entries[at] ?? 0;
      counts[range] = (counts[range] ?? 0) + 1;
    }
  }
  return counts;
}
