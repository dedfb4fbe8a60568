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

/** One for all that came across nothing: of thousands of small files, each would send five of its own to another thread. */
const nothing: Occurrences = Object.freeze(createOccurrences());

/** What was met in the end; nothing more is added to it. */
export function settleOccurrences(occurrences: Occurrences): Occurrences {
  return occurrences.count === 0 ? nothing : occurrences;
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
