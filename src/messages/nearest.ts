import { closest, distance } from 'fastest-levenshtein';

/** The known name that a wrong one most likely stands for; null when none is near. */
export function findNearest(name: string, known: readonly string[]): string | null {
  if (known.length === 0) return null;
  const nearest = closest(name.toLowerCase(), known);
  return distance(name.toLowerCase(), nearest.toLowerCase()) <= Math.max(2, Math.floor(name.length / 3))
    ? nearest
    : null;
}
