/** Something met in some lines: how often, and on which lines first. */
export interface Occurrences {
  count: number;
  /** At most twenty. */
  lines: number[];
}

const lineLimit = 20;

export function createOccurrences(): Occurrences {
  return { count: 0, lines: [] };
}

/** Adds `count` more, the first of them on `line`. */
export function countOccurrences(occurrences: Occurrences, count: number, line: number): void {
  if (count === 0) return;
  occurrences.count += count;
  if (occurrences.lines.length < lineLimit) occurrences.lines.push(line);
}

/** Adds what was met in a range whose first line is `lineBase` (from 0): lines of a file count from 1. */
export function addOccurrences(occurrences: Occurrences, other: Occurrences, lineBase: number): void {
  occurrences.count += other.count;
  for (const line of other.lines) if (occurrences.lines.length < lineLimit) occurrences.lines.push(line + lineBase + 1);
}
