import type { RegionFacts } from '../../code/verdict.ts';
import { causeMessagesFor } from '../../messages/cause/index.ts';
import { withRemedy } from '../../messages/remedy/index.ts';
import type { Voice } from '../../messages/voice.ts';
import { finishRow } from '../areas.ts';
import type { AuthorityRow, Cause, CauseScope, RegionRow } from '../report.ts';
import { createTally, type Tally } from '../tally.ts';
import type { UnitCounts } from '../unit-register.ts';
import { CAUSE_RULES, type CauseRule, type Evidence, type Measure, THRESHOLDS } from './cause-rules.ts';
import { type AreaTraits, addAreaTraits, createAreaTraits, createTraits } from './traits.ts';
import { readUnitTraits } from './unit-traits.ts';

/** What causes are looked for in. */
export interface CauseInput {
  whole: Tally & Pick<Evidence, 'records' | 'duplicates'>;
  files: { path: string; records: number; tally: Tally }[];
  byAuthority: AuthorityRow[];
  byRegion: RegionRow[];
  /** Null: nobody asked for units. */
  units: UnitCounts[] | null;
  regions: RegionFacts;
  voice: Voice;
}

/** A file, unit, region or authority, and what is known of its records. */
interface Scope extends Evidence {
  kind: CauseScope['kind'];
  value: string;
  name: string | null;
  /** Narrow ones come first. */
  level: number;
}

/** A cause found over all records, or only where it was looked for apart. */
interface Found extends Measure {
  rule: CauseRule;
  scopes: CauseScope[];
  isLocal: boolean;
}

/** Where a cause that is none over all is looked for, in this order. A registry of one city has it in a county. */
const localKinds: ((scope: Scope) => boolean)[] = [
  ({ kind }) => kind === 'unit',
  ({ kind }) => kind === 'file',
  ({ kind, level }) => kind === 'region' && level === 1,
  isCounty,
];

/** The municipalities: their districts stand directly under them. */
const municipalities = ['11', '12', '31', '50'];

/** Causes that many problems share: those of problems first, then the most frequent. */
export function findCauses(input: CauseInput): Cause[] {
  const { voice } = input;
  const whole: Evidence = { ...input.whole, areaTraits: sumAreas(input.whole.traits.areas.values()) };
  const scopes = [...listUnits(input), ...listFiles(input), ...listRegions(input), ...listAuthorities(input)];
  const messages = causeMessagesFor(voice.lang);
  const found = CAUSE_RULES.flatMap((rule) => find(rule, whole, scopes));
  found.sort((a, b) => a.rule.rank - b.rule.rank || b.count - a.count);
  return found.map(({ rule, count, total, detail = '', scopes, isLocal }) => {
    const named = scopes.map(({ name, value, count: here }) => ({ name: name ?? value, count: here }));
    const text = messages.describe(rule.code, { count, total, detail, places: named, isLocal });
    const message = rule.code === 'missing' ? withRemedy(text, 'other-code-column', voice) : text;
    return { code: rule.code, count, total, scope: scopes[0] ?? null, places: scopes, message };
  });
}

/** Over all records, or else in the first kind of scope that shows it: scopes of two kinds would say the same twice. */
function find(rule: CauseRule, whole: Evidence, scopes: Scope[]): Found[] {
  const overall = rule.measure(whole);
  if (isCause(overall)) return [{ rule, ...overall, scopes: locate(rule, whole, scopes), isLocal: false }];
  for (const isOfKind of localKinds) {
    const found = findLocally(rule, whole, scopes.filter(isOfKind));
    if (found.length > 0) return found;
  }
  return [];
}

/** In single scopes of one kind. */
function findLocally(rule: CauseRule, whole: Evidence, scopes: Scope[]): Found[] {
  const local = scopes
    .filter(({ kind }) => kind !== 'region' || rule.isRegional)
    .map((scope) => ({ scope, measure: rule.measure(scope) }))
    .filter(({ scope, measure }) => isCause(measure) && isBeyondChance(rule, whole, scope, measure, scopes.length))
    .sort((a, b) => b.measure.count - a.measure.count);
  const found: Found[] = [];
  for (const { scope, measure } of local.slice(0, THRESHOLDS.scopes)) {
    const same = found.find(({ detail }) => detail === measure.detail);
    const told = describe(scope, measure.count);
    if (same === undefined) found.push({ rule, ...measure, scopes: [told], isLocal: true });
    else {
      same.count += measure.count;
      same.total += measure.total;
      same.scopes.push(told);
    }
  }
  return found;
}

function isCause({ count, total }: Measure): boolean {
  return count >= THRESHOLDS.records && count * THRESHOLDS.oneIn >= total;
}

function isCounty({ kind, level }: Scope): boolean {
  return kind === 'region' && level === 0;
}

/** Whether a unit or county shows a cause more often than one of so many would by chance: a Poisson tail, by Chernoff's bound. */
function isBeyondChance(
  rule: CauseRule,
  whole: Evidence,
  scope: Scope,
  { count, detail }: Measure,
  placeCount: number,
): boolean {
  if (scope.kind !== 'unit' && !isCounty(scope)) return true;
  const elsewhere = rule.measure(whole, detail).count - count;
  const expected = (elsewhere * scope.records) / Math.max(1, whole.records - scope.records);
  if (expected >= count) return false;
  const logChance = count - expected + count * Math.log(expected / count);
  return logChance + Math.log(placeCount) <= Math.log(THRESHOLDS.chance);
}

/** The unit, else the narrowest scope, that holds half of the records that show a cause, else one that stands out. */
function locate(rule: CauseRule, whole: Evidence, scopes: Scope[]): CauseScope[] {
  const overall = rule.measure(whole);
  const holders = scopes.flatMap((scope) => {
    if (!rule.isRegional && scope.level !== 1) return [];
    if (!rule.isRegional && scope.kind === 'region') return [];
    const { count } = rule.measure(scope, overall.detail);
    const isMore = count * whole.records >= THRESHOLDS.scopeTimes * scope.records * overall.count;
    return isMore && count >= THRESHOLDS.records ? [{ scope, count }] : [];
  });
  const half = holders.filter(({ count }) => count * 2 >= overall.count);
  const many = holders.filter(
    ({ scope, count }) => scope.level === 1 && count * THRESHOLDS.scopeOneIn >= overall.count,
  );
  const [first] = (half.length > 0 ? half : many).sort(
    (a, b) => rankScope(a.scope) - rankScope(b.scope) || b.count - a.count,
  );
  return first === undefined ? [] : [describe(first.scope, first.count)];
}

/** The unit comes first: it is who has to act. */
function rankScope({ kind, level }: Scope): number {
  return kind === 'unit' ? -1 : level;
}

function describe({ kind, value, name }: Scope, count: number): CauseScope {
  return { kind, value, name, count };
}

/** Files, where there are several: those with enough problems, or enough odd writing. */
function listFiles({ files }: CauseInput): Scope[] {
  if (files.length < 2) return [];
  return files.flatMap(({ path, records, tally }) => {
    const { conforming, ...problems } = tally.counts;
    const count = Object.values(problems).reduce((sum, each) => sum + each, tally.notes.format ?? 0);
    if (count < THRESHOLDS.records) return [];
    const areaTraits = sumAreas(tally.traits.areas.values());
    return [{ ...tally, kind: 'file', value: path, name: null, level: 1, records, areaTraits }];
  });
}

/** Units: of thousands, those with enough problems, or enough odd writing where it is not everybody's. */
function listUnits({ units, whole }: CauseInput): Scope[] {
  const isCommon = (whole.notes.format ?? 0) * THRESHOLDS.scopeTimes >= whole.records;
  return (units ?? []).flatMap((unit) => {
    const { conforming, erroneous, unconverted, missing } = unit;
    const { records } = finishRow(unit, false);
    const odd = !isCommon && unit.writing[0] * THRESHOLDS.oneIn >= records ? unit.writing[0] : 0;
    if (unit.unit === '?' || Math.max(erroneous, unconverted, missing, odd) < THRESHOLDS.records) return [];
    const counts = { conforming, erroneous, unconverted, missing };
    const evidence = { ...readUnitTraits(unit.traits, unit.writing), counts, records };
    return [{ ...evidence, kind: 'unit', value: unit.unit, name: null, level: 1 }];
  });
}

/** Counties (level 0), cities (1) and provinces (2) that have a trait. */
function listRegions({ whole, byRegion, regions }: CauseInput): Scope[] {
  const levels: ((region: string) => string)[] = [(region) => region, cityOf, (region) => `${region.slice(0, 2)}0000`];
  return levels.flatMap((regionOf, level) => {
    const records = sumRecords(byRegion, ({ region }) => (region === '?' ? null : regionOf(region)));
    return mergeAreas(whole.traits.areas, (area) => regionOf(area.slice(1)), records).map((scope) => ({
      ...scope,
      kind: 'region',
      name: regions.name(scope.value),
      level,
    }));
  });
}

function listAuthorities({ whole, byAuthority }: CauseInput): Scope[] {
  const records = sumRecords(byAuthority, ({ authority }) => authority);
  const scopes = mergeAreas(whole.traits.areas, (area) => area.slice(0, 1), records);
  return scopes.map((scope) => ({ ...scope, kind: 'authority', name: null, level: 3 }));
}

/** Areas put together, by the key that `keyOf` gives each. */
function mergeAreas(
  areas: Map<string, AreaTraits>,
  keyOf: (area: string) => string,
  records: Map<string, number>,
): (Evidence & { value: string })[] {
  const merged = new Map<string, AreaTraits>();
  for (const [area, traits] of areas) {
    const sum = merged.get(keyOf(area)) ?? createAreaTraits();
    addAreaTraits(sum, traits);
    merged.set(keyOf(area), sum);
  }
  const nothing = { ...createTally(), traits: createTraits() };
  return [...merged]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, areaTraits]) => ({ ...nothing, value, areaTraits, records: records.get(value) ?? 0 }));
}

function sumRecords<Row extends { records: number }>(
  rows: Row[],
  keyOf: (row: Row) => string | null,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null) sums.set(key, (sums.get(key) ?? 0) + row.records);
  }
  return sums;
}

function sumAreas(areas: Iterable<AreaTraits>): AreaTraits {
  const sum = createAreaTraits();
  for (const area of areas) addAreaTraits(sum, area);
  return sum;
}

/** `510107` is in 510100; a district of a municipality is in the municipality. */
function cityOf(region: string): string {
  const isDirect = municipalities.includes(region.slice(0, 2));
  return isDirect ? `${region.slice(0, 2)}0000` : `${region.slice(0, 4)}00`;
}
