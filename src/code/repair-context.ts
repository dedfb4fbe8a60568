import type { RegionFacts } from './verdict.ts';

/** What is known beside the value itself. All of it is optional, and each thing handed in makes the ranking better. */
export interface RepairContext {
  /** Region facts (`uscc-toolkit/regions`): without them every six digits pass for a region. */
  regions?: RegionFacts | undefined;
  /** How common regions and authorities are where the value comes from. */
  prior?: RepairPrior | undefined;
}

/**
 * Shares 0–1 of the codes in the file, or of the city, that a value comes from. What is not listed counts as rare, not as impossible: it
 * keeps one part in fifty.
 */
export interface RepairPrior {
  /** Share of each region, positions 3–8: `new Map([['370911', 0.7], ['370902', 0.3]])`. */
  regions?: ReadonlyMap<string, number> | undefined;
  /** Share of each authority, position 1. */
  authorities?: ReadonlyMap<string, number> | undefined;
}
