import type { Groups } from '../engine/group/group.ts';

/** The first `most` members of each group, whatever one key holds; keys of those that had more go to `cut`. */
export function limitGroups(groups: Groups, most: number, cut: Set<bigint>): Groups {
  const { keys, entries } = groups;
  const sizes = new Uint32Array(keys.length);
  for (let at = 0; at < entries.length; at += 3) sizes[entries[at] ?? 0] = (sizes[entries[at] ?? 0] ?? 0) + 1;
  if (!sizes.some((size) => size > most)) return groups;
  for (const [group, key] of keys.entries()) if ((sizes[group] ?? 0) > most) cut.add(key);
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
  return { ...groups, entries: left };
}
