/** Something met in some lines: how often, and on which lines first. */
export interface Sighting {
  count: number;
  /** At most twenty. */
  lines: number[];
}

const lineLimit = 20;

export function createSighting(): Sighting {
  return { count: 0, lines: [] };
}

/** Adds `count` more, the first of them on `line`. */
export function sight(sighting: Sighting, count: number, line: number): void {
  if (count === 0) return;
  sighting.count += count;
  if (sighting.lines.length < lineLimit) sighting.lines.push(line);
}

/** Adds what was met in a range whose first line is `lineBase` (from 0): lines of a file count from 1. */
export function addSighting(sighting: Sighting, other: Sighting, lineBase: number): void {
  sighting.count += other.count;
  for (const line of other.lines) if (sighting.lines.length < lineLimit) sighting.lines.push(line + lineBase + 1);
}
