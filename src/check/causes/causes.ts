import type { RegionFacts } from '../../code/verdict.ts';
import { causeMessagesFor } from '../../messages/cause/index.ts';
import { withRemedy } from '../../messages/remedy/index.ts';
import type { Voice } from '../../messages/voice.ts';
import { finishRow } from '../places.ts';
import type { AuthorityRow, Cause, CauseScope, RegionRow } from '../report.ts';
import { createTally, type Tally } from '../tally.ts';
import type { UnitCounts } from '../unit-register.ts';
import { CAUSE_RULES, type CauseRule, type Evidence, type Measure, THRESHOLDS } from './cause-rules.ts';
import { addPlaceTraits, createPlaceTraits, createTraits, type PlaceTraits } from './traits.ts';
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

/** One file or place, and what is known of its records. */
interface Place extends Evidence {
  kind: CauseScope['kind'];
  value: string;
  name: string | null;
  /** Narrow ones come first. */
  level: number;
}

/** A cause found over all records, or only where it was looked for apart. */
interface Found extends Measure {
  rule: CauseRule;
  places: CauseScope[];
  isLocal: boolean;
}

/** Where a cause that is none over all is looked for, in this order. A registry of one city has it in a county. */
const localKinds: ((place: Place) => boolean)[] = [
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
  const whole: Evidence = { ...input.whole, placed: sumPlaces(input.whole.traits.places.values()) };
  const places = [...listUnits(input), ...listFiles(input), ...listRegions(input), ...listAuthorities(input)];
  const messages = causeMessagesFor(voice.lang);
  const found = CAUSE_RULES.flatMap((rule) => find(rule, whole, places));
  found.sort((a, b) => a.rule.rank - b.rule.rank || b.count - a.count);
  return found.map(({ rule, count, total, detail = '', places: scopes, isLocal }) => {
    const named = scopes.map(({ name, value, count: here }) => ({ name: name ?? value, count: here }));
    const text = messages.describe(rule.code, { count, total, detail, places: named, isLocal });
    const message = rule.code === 'missing' ? withRemedy(text, 'other-code-column', voice) : text;
    return { code: rule.code, count, total, scope: scopes[0] ?? null, places: scopes, message };
  });
}

/** Over all records, or else in the first kind of place that shows it: places of two kinds would say the same twice. */
function find(rule: CauseRule, whole: Evidence, places: Place[]): Found[] {
  const overall = rule.measure(whole);
  if (isCause(overall)) return [{ rule, ...overall, places: locate(rule, whole, places), isLocal: false }];
  for (const isOfKind of localKinds) {
    const found = findLocally(rule, whole, places.filter(isOfKind));
    if (found.length > 0) return found;
  }
  return [];
}

/** In single places of one kind. */
function findLocally(rule: CauseRule, whole: Evidence, places: Place[]): Found[] {
  const local = places
    .filter(({ kind }) => kind !== 'region' || rule.isPlaced)
    .map((place) => ({ place, measure: rule.measure(place) }))
    .filter(({ place, measure }) => isCause(measure) && isBeyondChance(rule, whole, place, measure, places.length))
    .sort((a, b) => b.measure.count - a.measure.count);
  const found: Found[] = [];
  for (const { place, measure } of local.slice(0, THRESHOLDS.places)) {
    const same = found.find(({ detail }) => detail === measure.detail);
    const scope = describe(place, measure.count);
    if (same === undefined) found.push({ rule, ...measure, places: [scope], isLocal: true });
    else {
      same.count += measure.count;
      same.total += measure.total;
      same.places.push(scope);
    }
  }
  return found;
}

function isCause({ count, total }: Measure): boolean {
  return count >= THRESHOLDS.records && count * THRESHOLDS.oneIn >= total;
}

function isCounty({ kind, level }: Place): boolean {
  return kind === 'region' && level === 0;
}

/** Whether a unit or county shows a cause more often than one of so many would by chance: a Poisson tail, by Chernoff's bound. */
function isBeyondChance(
  rule: CauseRule,
  whole: Evidence,
  place: Place,
  { count, detail }: Measure,
  placeCount: number,
): boolean {
  if (place.kind !== 'unit' && !isCounty(place)) return true;
  const elsewhere = rule.measure(whole, detail).count - count;
  const expected = (elsewhere * place.records) / Math.max(1, whole.records - place.records);
  if (expected >= count) return false;
  const logChance = count - expected + count * Math.log(expected / count);
  return logChance + Math.log(placeCount) <= Math.log(THRESHOLDS.chance);
}

/** The unit, else the narrowest place, that holds half of the records that show a cause, else one that stands out. */
function locate(rule: CauseRule, whole: Evidence, places: Place[]): CauseScope[] {
  const overall = rule.measure(whole);
  const holders = places.flatMap((place) => {
    if (!rule.isPlaced && place.level !== 1) return [];
    if (!rule.isPlaced && place.kind === 'region') return [];
    const { count } = rule.measure(place, overall.detail);
    const isMore = count * whole.records >= THRESHOLDS.placeTimes * place.records * overall.count;
    return isMore && count >= THRESHOLDS.records ? [{ place, count }] : [];
  });
  const half = holders.filter(({ count }) => count * 2 >= overall.count);
  const many = holders.filter(
    ({ place, count }) => place.level === 1 && count * THRESHOLDS.placeOneIn >= overall.count,
  );
  const [first] = (half.length > 0 ? half : many).sort(
    (a, b) => rankPlace(a.place) - rankPlace(b.place) || b.count - a.count,
  );
  return first === undefined ? [] : [describe(first.place, first.count)];
}

/** The unit comes first: it is who has to act. */
function rankPlace({ kind, level }: Place): number {
  return kind === 'unit' ? -1 : level;
}

function describe({ kind, value, name }: Place, count: number): CauseScope {
  return { kind, value, name, count };
}

/** Files, where there are several. */
function listFiles({ files }: CauseInput): Place[] {
  if (files.length < 2) return [];
  return files.map(({ path, records, tally }) => {
    const placed = sumPlaces(tally.traits.places.values());
    return { ...tally, kind: 'file', value: path, name: null, level: 1, records, placed };
  });
}

/** Units: of thousands, those with enough problems, or enough odd writing where it is not everybody's. */
function listUnits({ units, whole }: CauseInput): Place[] {
  const isCommon = (whole.notes.format ?? 0) * THRESHOLDS.placeTimes >= whole.records;
  return (units ?? []).flatMap((unit) => {
    const { conforming, erroneous, unconverted, missing } = unit;
    const { records } = finishRow(unit);
    const odd = !isCommon && unit.writing[0] * THRESHOLDS.oneIn >= records ? unit.writing[0] : 0;
    if (unit.unit === '?' || Math.max(erroneous, unconverted, missing, odd) < THRESHOLDS.records) return [];
    const counts = { conforming, erroneous, unconverted, missing };
    const evidence = { ...readUnitTraits(unit.traits, unit.writing), counts, records };
    return [{ ...evidence, kind: 'unit', value: unit.unit, name: null, level: 1 }];
  });
}

/** Counties (level 0), cities (1) and provinces (2) that have a trait. */
function listRegions({ whole, byRegion, regions }: CauseInput): Place[] {
  const levels: ((region: string) => string)[] = [(region) => region, cityOf, (region) => `${region.slice(0, 2)}0000`];
  return levels.flatMap((areaOf, level) => {
    const records = sumRecords(byRegion, ({ region }) => (region === '?' ? null : areaOf(region)));
    return listAreas(whole.traits.places, (place) => areaOf(place.slice(1)), records).map((place) => ({
      ...place,
      kind: 'region',
      name: regions.name(place.value),
      level,
    }));
  });
}

function listAuthorities({ whole, byAuthority }: CauseInput): Place[] {
  const records = sumRecords(byAuthority, ({ authority }) => authority);
  const places = listAreas(whole.traits.places, (place) => place.slice(0, 1), records);
  return places.map((place) => ({ ...place, kind: 'authority', name: null, level: 3 }));
}

function listAreas(
  places: Map<string, PlaceTraits>,
  areaOf: (place: string) => string,
  records: Map<string, number>,
): (Evidence & { value: string })[] {
  const areas = new Map<string, PlaceTraits>();
  for (const [place, traits] of places) {
    const area = areas.get(areaOf(place)) ?? createPlaceTraits();
    addPlaceTraits(area, traits);
    areas.set(areaOf(place), area);
  }
  const nothing = { ...createTally(), traits: createTraits() };
  return [...areas]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, placed]) => ({ ...nothing, value, placed, records: records.get(value) ?? 0 }));
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

function sumPlaces(places: Iterable<PlaceTraits>): PlaceTraits {
  const sum = createPlaceTraits();
  for (const place of places) addPlaceTraits(sum, place);
  return sum;
}

/** `510107` is in 510100; a district of a municipality is in the municipality. */
function cityOf(region: string): string {
  const isDirect = municipalities.includes(region.slice(0, 2));
  return isDirect ? `${region.slice(0, 2)}0000` : `${region.slice(0, 4)}00`;
}
