import type { RegionFacts } from '../code/verdict.ts';

/** What is known beside the value itself. All of it is optional, and each thing handed in makes the ranking better. */
export interface RepairContext {
  /** Region facts (`uscc-toolkit/regions`): without them every six digits pass for a region. */
  regions?: RegionFacts | undefined;
  /** How common regions and authorities are where the value comes from. */
  prior?: RepairPrior | undefined;
}

/**
 * Shares 0–1 of the codes in the file, or of the city, that a value comes from, or what nearly all of them have in common. What is not
 * listed, or not in common, counts as rare, not as impossible: it keeps one part in fifty.
 */
export interface RepairPrior {
  /** Share of each region, positions 3–8: `new Map([['370911', 0.7], ['370902', 0.3]])`. */
  regions?: ReadonlyMap<string, number> | undefined;
  /** Share of each authority, position 1. */
  authorities?: ReadonlyMap<string, number> | undefined;
  /** What the regions of nearly all codes begin with: a province `'37'`, a city `'3709'`, or a county `'370911'`. */
  place?: string | undefined;
  /** Position 1 of nearly all codes. */
  authority?: string | undefined;
}

/** How many codes there are of each region and of each authority; `?` and other keys that are none are passed over. */
export interface PriorCounts {
  regions?: Iterable<readonly [string, number]> | undefined;
  authorities?: Iterable<readonly [string, number]> | undefined;
}

/**
 * Shares from counts, such as a report has them.
 *
 * @example
 * const { byRegion, byAuthority } = await checkRegistry(['export.csv']);
 * const prior = createPrior({
 *   regions: byRegion.map(({ region, records }) => [region, records]),
 *   authorities: byAuthority.map(({ authority, records }) => [authority, records]),
 * });
 * repair(code, { regions, prior });
 */
export function createPrior({ regions, authorities }: PriorCounts): RepairPrior {
  return {
    regions: regions && shareOut(regions, /^[0-9]{6}$/),
    authorities: authorities && shareOut(authorities, /^[0-9A-Z]$/),
  };
}

function shareOut(counts: Iterable<readonly [string, number]>, keys: RegExp): ReadonlyMap<string, number> {
  const known = [...counts].filter(([key]) => keys.test(key));
  const total = known.reduce((sum, [, count]) => sum + count, 0);
  return new Map(known.map(([key, count]) => [key, total === 0 ? 0 : count / total]));
}
