import type { Groups } from '../duplicates/group.ts';

/** Groups of a task, and the keys of those that had more members than are left. */
export interface LimitedGroups {
  groups: Groups;
  cut: BigUint64Array<ArrayBuffer>;
}

/** Leaves of every group its first `most` members: whatever one key holds, no more of it is read. */
export function limitGroups(groups: Groups, most: number): LimitedGroups {
  const { keys, entries } = groups;
  const sizes = new Uint32Array(keys.length);
  for (let at = 0; at < entries.length; at += 3) sizes[entries[at] ?? 0] = (sizes[entries[at] ?? 0] ?? 0) + 1;
  const cut = keys.filter((_, group) => (sizes[group] ?? 0) > most);
  if (cut.length === 0) return { groups, cut };
  const left = new Uint32Array(sizes.reduce((sum, size) => sum + Math.min(size, most), 0) * 3);
  sizes.fill(0);
  let to = 0;
  for (let at = 0; at < entries.length; at += 3) {
    const group = entries[at] ?? 0;
    const size = sizes[group] ?? 0;
    if (size === most) continue;
    sizes[group] = size + 1;
    left.set(entries.subarray(at, at + 3), to);
    to += 3;
  }
  return { groups: { ...groups, entries: left }, cut };
}
