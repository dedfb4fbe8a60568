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
  const perRange = new Map<number, number>();
  for (const { entries } of parts) {
    for (let at = 0; at < entries.length; at += 3) {
      const range = entries[at + 1] ?? 0;
      perRange.set(range, (perRange.get(range) ?? 0) + 1);
    }
  }
  const byRange = new Map<number, RangeEntries>();
  let entryCount = 0;
  for (const [range, count] of [...perRange].sort(([a], [b]) => a - b)) {
    byRange.set(range, { rows: new Uint32Array(count), groups: new Uint32Array(count) });
    perRange.set(range, 0);
    entryCount += count;
  }
  let base = 0;
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
    keys.set(part.keys, base);
    const { entries } = part;
    let last = -1;
    let filled = 0;
    let list: RangeEntries | undefined;
    for (let at = 0; at < entries.length; at += 3) {
      const group = base + (entries[at] ?? 0);
      const range = entries[at + 1] ?? 0;
      if (range !== last) {
        if (last >= 0) perRange.set(last, filled);
        last = range;
        list = byRange.get(range);
        filled = perRange.get(range) ?? 0;
      }
      if (list !== undefined) {
        list.rows[filled] = entries[at + 2] ?? 0;
        list.groups[filled] = group;
      }
      filled++;
      sizes[group] = (sizes[group] ?? 0) + 1;
    }
    if (last >= 0) perRange.set(last, filled);
    base += part.keys.length;
  }
  const conflicting = new Uint8Array(groupCount);
  return { cleanCount, keys, sizes, conflicting, extraNames: new Uint32Array(groupCount), byRange, entryCount };
}
