import type { RegionFacts } from '../code/verdict.ts';

let facts: RegionFacts | undefined;
const watchers = new Set<() => void>();

/**
 * Gives every field the names of regions, those already on the page too.
 *
 * @example import { regions } from 'uscc-toolkit/regions'; useRegions(regions);
 */
export function useRegions(regions: RegionFacts | undefined): void {
  facts = regions;
  for (const watcher of watchers) watcher();
}

/** What {@link useRegions} was given. */
export function knownRegions(): RegionFacts | undefined {
  return facts;
}

/** Calls back when regions become known; returns what ends that. */
export function onRegions(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
