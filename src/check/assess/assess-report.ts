import { authorityName } from '../../code/standard/authority-category.ts';
import { type AssessmentFacts, assessmentMessagesFor } from '../../messages/assessment/index.ts';
import { findNearest } from '../../messages/nearest.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { describeRemedy } from '../../messages/remedy/index.ts';
import type { Voice } from '../../messages/voice.ts';
import type { AssessmentRow, AssessmentUnit, GroupRow, Report } from '../report.ts';
import { type AssessmentRule, BUILT_IN_ASSESSMENTS, type PointsRule } from './assessments.ts';
import { type Points, parsePoints, toNumber } from './points.ts';
import { type Assessment, assess, parseTarget, type Target } from './target.ts';

/** What is assessed, and by which rules beside the built-in ones. */
export interface AssessmentInput {
  rates: Report['rates'];
  byAuthority: Report['byAuthority'];
  byUnit?: Report['byUnit'] | undefined;
  own: AssessmentRule[];
  /** Names of those that decide, in that order. */
  chosen: string[];
  voice: Voice;
}

/** Units of a registry; `?` are the records that belong to none. */
interface Unit {
  unit: string;
  name: string | null;
  row: GroupRow;
}

interface ScoredUnit extends AssessmentUnit {
  /** Problems that must go before the unit meets the target. */
  excess: number;
}

/**
 * Holds a report against every rule; those that were chosen come first.
 *
 * @throws {UsccError} `usage` when a name is not known
 */
export function assessReport(input: AssessmentInput): AssessmentRow[] {
  const rules = [...BUILT_IN_ASSESSMENTS, ...input.own];
  const chosen = chooseRules(rules, input.chosen);
  const rest = rules.filter((rule) => !chosen.includes(rule));
  return [...chosen.map((rule) => assessBy(rule, true, input)), ...rest.map((rule) => assessBy(rule, false, input))];
}

/** @throws {UsccError} `usage` when a name is not known */
export function chooseRules(rules: AssessmentRule[], names: string[]): AssessmentRule[] {
  return [...new Set(names)].map((name) => {
    const rule = rules.find((each) => each.name === name);
    if (rule !== undefined) return rule;
    const known = rules.map((each) => each.name);
    const nearest = findNearest(name, known);
    throw refuse('usage', { kind: 'no-assessment', name, names: known, nearest, remedies: [{ kind: 'assessment' }] });
  });
}

function assessBy(rule: AssessmentRule, chosen: boolean, input: AssessmentInput): AssessmentRow {
  const messages = assessmentMessagesFor(input.voice.lang);
  const rate = input.rates[rule.definition];
  const target = parseTarget(rule.target);
  const units = rule.per === 'unit' ? scoreUnits(rule, target, input) : null;
  const verdict = units === null ? assess(rate, target) : joinUnits(units, assess(rate, target));
  // Without codes there is nothing to score.
  const scored = units === null ? scoreAll(rule.points, verdict.met, rate.numerator ?? 0) : findWorst(rule, units);
  const points = rate.denominator === 0 || rate.numerator === null ? null : scored;
  const mostPoints = rule.points === null ? null : toNumber(readPoints(rule.points.most));
  const facts: AssessmentFacts = {
    rule,
    problems: rate.numerator ?? 0,
    codes: rate.denominator,
    isOpen: rate.numerator === null,
    ...verdict,
    points,
    mostPoints,
    units: units === null ? null : describeUnits(units, input),
    remedy: describeRemedy({ kind: 'unit-column' }, input.voice),
  };
  return {
    name: rule.name,
    title: messages.title(rule),
    source: messages.source(rule),
    chosen,
    met: verdict.met,
    points,
    mostPoints,
    away: verdict.excess,
    units: units?.map(({ excess: _, ...unit }) => unit) ?? null,
    message: messages.explain(facts),
  };
}

function scoreAll(points: PointsRule | null, met: boolean, problems: number): number | null {
  if (points === null) return null;
  return toNumber('each' in points ? multiply(points, problems) : readPoints(met ? points.met : points.missed));
}

/** Units that miss the target, those with most problems first. */
function scoreUnits({ definition, points }: AssessmentRule, target: Target, input: AssessmentInput): ScoredUnit[] {
  return listUnits(input)
    .flatMap(({ unit, name, row }) => {
      const problems = definition === 'erroneous' ? row.erroneous : row.problems;
      const { met, excess } = assess({ numerator: problems, denominator: row.conforming + row.erroneous }, target);
      if (met || problems === 0) return [];
      return [{ unit, name, problems, points: scoreAll(points, false, problems), excess }];
    })
    .sort((a, b) => b.problems - a.problems || (a.unit < b.unit ? -1 : 1));
}

/** Met when every unit meets it. */
function joinUnits(units: ScoredUnit[], whole: Assessment): Assessment {
  const excess = units.reduce((sum, unit) => sum + unit.excess, 0);
  return { met: whole.met && excess === 0, allowed: whole.allowed, excess: Math.max(excess, whole.excess) };
}

function listUnits({ byUnit, byAuthority }: AssessmentInput): Unit[] {
  if (byUnit !== undefined) return byUnit.map((row) => ({ unit: row.unit, name: null, row }));
  return byAuthority.map((row) => ({ unit: row.authority, name: authorityName(row.authority), row }));
}

/** What the unit that loses most gets. Records that belong to nobody cost nobody points, but they have to go. */
function findWorst({ points }: AssessmentRule, units: ScoredUnit[]): number | null {
  const missed = units.flatMap((unit) => (unit.unit === '?' || unit.points === null ? [] : [unit.points]));
  return missed.length > 0 ? Math.min(...missed) : scoreAll(points, true, 0);
}

function describeUnits(units: ScoredUnit[], { byUnit }: AssessmentInput): AssessmentFacts['units'] {
  const named = units.filter(({ unit }) => unit !== '?');
  const points = named.map((unit) => unit.points ?? 0);
  return {
    isAuthority: byUnit === undefined,
    withProblems: named.length,
    worst: named[0] ?? null,
    fewest: named.at(-1)?.problems ?? 0,
    points: named[0]?.points === null ? null : sum(points),
    isEven: points.every((each) => each === points[0]),
    homeless: units.find(({ unit }) => unit === '?')?.problems ?? 0,
  };
}

/** Of points with three decimals at most. */
function sum(points: number[]): number {
  return points.reduce((total, each) => total + Math.round(each * 1000), 0) / 1000;
}

/** So much for each problem, up to the most. */
function multiply({ each, most }: { each: string; most: string }, problems: number): Points {
  const sum = readPoints(each) * BigInt(problems);
  const limit = readPoints(most);
  if (sum < -limit) return -limit;
  return sum > limit ? limit : sum;
}

function readPoints(text: string): Points {
  return parsePoints(text) ?? 0n;
}
