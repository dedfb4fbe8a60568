import { causeMessagesFor } from '../../messages/cause/index.ts';
import { withRemedy } from '../../messages/remedy/index.ts';
import type { Voice } from '../../messages/voice.ts';
import { sumAreas, sumLedger } from '../area-ledger.ts';
import { countRecords } from '../areas.ts';
import type { Cause, CauseScope } from '../report.ts';
import type { Tally } from '../tally.ts';
import type { UnitCounts } from '../unit-register.ts';
import { CAUSE_RULES, type CauseRule, type Evidence, type Measure, THRESHOLDS } from './cause-rules.ts';
import { isCounty, listPlaces, type Places, type Scope } from './places.ts';
import { readUnitTraits } from './unit-traits.ts';

/** What causes are looked for in. */
export interface CauseInput extends Places {
  whole: Tally & Pick<Evidence, 'records' | 'duplicates'>;
  files: { path: string; records: number; tally: Tally }[];
  /** Null: nobody asked for units. */
  units: UnitCounts[] | null;
  voice: Voice;
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

/** Causes that many problems share: those of problems first, then the most frequent. */
export function findCauses(input: CauseInput): Cause[] {
  const { voice } = input;
  const whole: Evidence = { ...input.whole, codes: sumAreas(input.judged.authorities.values()) };
  const scopes = [...listUnits(input), ...listFiles(input), ...listPlaces(input)];
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
    .filter(({ scope, measure }) => isCause(measure) && isBeyondChance(rule, whole, scope, measure))
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

/** Whether a unit or county shows a cause more often than one of so many would by chance: a Poisson tail, by Chernoff's bound. */
function isBeyondChance(rule: CauseRule, whole: Evidence, scope: Scope, { count, detail }: Measure): boolean {
  if (scope.kind !== 'unit' && !isCounty(scope)) return true;
  const elsewhere = rule.measure(whole, detail).count - count;
  const expected = (elsewhere * scope.records) / Math.max(1, whole.records - scope.records);
  if (expected >= count) return false;
  const logChance = count - expected + count * Math.log(expected / count);
  return logChance + Math.log(scope.among) <= Math.log(THRESHOLDS.chance);
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
  const telling = files.filter(({ tally }) => {
    const { conforming, ...problems } = tally.counts;
    return Object.values(problems).reduce((sum, each) => sum + each, tally.notes.format ?? 0) >= THRESHOLDS.records;
  });
  return telling.map(({ path, records, tally }) => {
    const codes = sumLedger(tally.areas);
    return { ...tally, kind: 'file', value: path, name: null, level: 1, records, codes, among: telling.length };
  });
}

/** Units: of thousands, those with enough problems, or enough odd writing where it is not everybody's. */
function listUnits({ units, whole }: CauseInput): Scope[] {
  const isCommon = (whole.notes.format ?? 0) * THRESHOLDS.scopeTimes >= whole.records;
  const telling = (units ?? []).filter((unit) => {
    const { erroneous, unconverted, missing, writing } = unit;
    const records = countRecords(unit);
    const odd = !isCommon && writing[0] * THRESHOLDS.oneIn >= records ? writing[0] : 0;
    return unit.unit !== '?' && Math.max(erroneous, unconverted, missing, odd) >= THRESHOLDS.records;
  });
  return telling.map((unit) => {
    const { conforming, erroneous, unconverted, missing } = unit;
    const counts = { conforming, erroneous, unconverted, missing };
    const evidence = { ...readUnitTraits(unit.traits, unit.writing), counts, records: countRecords(unit) };
    return { ...evidence, kind: 'unit', value: unit.unit, name: null, level: 1, among: telling.length };
  });
}
