import { repair } from '../repair/repair.ts';

const mostCandidates = 32;
const shortest = 17;
const longest = 19;

/** The codes that an erroneous value is one edit away from. */
export function findCandidates(normalized: string): string[] {
  if (normalized.length < shortest || normalized.length > longest) return [];
  return repair(normalized)
    .filter(({ edits }) => edits === 1)
    .slice(0, mostCandidates)
    .map(({ value }) => value);
}
