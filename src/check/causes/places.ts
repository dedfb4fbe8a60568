import type { RegionFacts } from '../../code/verdict.ts';
import { type AreaCounts, addAreaCounts, createAreaCounts } from '../area-ledger.ts';
import type { JudgedAreas } from '../areas.ts';
import type { AuthorityRow, CauseScope, RegionRow } from '../report.ts';
import { createTally } from '../tally.ts';
import { type Evidence, THRESHOLDS } from './cause-rules.ts';

/** A file, unit, region or authority, and what is known of its records. */
export interface Scope extends Evidence {
  kind: CauseScope['kind'];
  value: string;
  name: string | null;
  /** Narrow ones come first. */
  level: number;
  /** Of how many like it this is one, those included that cannot show a cause. */
  among: number;
}

/** What regions and authorities are told of. */
export interface Places {
  judged: JudgedAreas;
  byAuthority: AuthorityRow[];
  byRegion: RegionRow[];
  regions: RegionFacts;
}

/** The municipalities: their districts stand directly under them. */
const municipalities = ['11', '12', '31', '50'];

/** Counties (level 0), cities (1), provinces (2) and authorities (3) whose codes show enough to be named. */
export function listPlaces({ judged, byAuthority, byRegion, regions }: Places): Scope[] {
  const cities = merge(judged.regions, cityOf);
  const levels = [
    { groups: judged.regions, regionOf: (region: string) => region },
    { groups: cities, regionOf: cityOf },
    { groups: merge(cities, provinceOf), regionOf: provinceOf },
  ];
  const places = levels.flatMap(({ groups, regionOf }, level) =>
    listScopes(groups, byRegion, ({ region }) => (region === '?' ? '?' : regionOf(region))).map((scope): Scope => {
      return { ...scope, kind: 'region', name: regions.name(scope.value), level };
    }),
  );
  const authorities = listScopes(judged.authorities, byAuthority, ({ authority }) => authority).map((scope): Scope => {
    return { ...scope, kind: 'authority', name: null, level: 3 };
  });
  return [...places, ...authorities];
}

/** Whether a place is a county: thousands are compared, so that chance has its part. */
export function isCounty({ kind, level }: Scope): boolean {
  return kind === 'region' && level === 0;
}

function merge(regions: Map<string, AreaCounts>, keyOf: (region: string) => string): Map<string, AreaCounts> {
  const merged = new Map<string, AreaCounts>();
  for (const [region, counts] of regions) {
    const key = keyOf(region);
    let sum = merged.get(key);
    if (sum === undefined) {
      sum = createAreaCounts();
      merged.set(key, sum);
    }
    addAreaCounts(sum, counts);
  }
  return merged;
}

/** Those that can show a cause, in the order of their codes. */
function listScopes<Row extends { records: number }>(
  groups: Map<string, AreaCounts>,
  rows: Row[],
  keyOf: (row: Row) => string,
): Omit<Scope, 'kind' | 'name' | 'level'>[] {
  let among = 0;
  const records = new Map<string, number>();
  for (const [value, { checkDigit, organization }] of groups) {
    if (checkDigit + organization > 0) among++;
    if (Math.max(checkDigit, organization) >= THRESHOLDS.records) records.set(value, 0);
  }
  for (const row of records.size === 0 ? [] : rows) {
    const key = keyOf(row);
    const sum = records.get(key);
    if (sum !== undefined) records.set(key, sum + row.records);
  }
  const nothing = createTally();
  return [...records]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, count]) => {
      return { ...nothing, value, codes: groups.get(value) ?? createAreaCounts(), records: count, among };
    });
}

/** `510107` is in 510100; a district of a municipality is in the municipality. */
function cityOf(region: string): string {
  return municipalities.includes(region.slice(0, 2)) ? provinceOf(region) : `${region.slice(0, 4)}00`;
}

function provinceOf(region: string): string {
  return `${region.slice(0, 2)}0000`;
}
