import type { AssessmentRule } from '../check/assess/assessments.ts';
import { type Points, parsePoints, toNumber } from '../check/assess/points.ts';
import { assess, parseTarget, type Target } from '../check/assess/target.ts';
import type { MonthFigures } from './figures.ts';
import type { StoredMonth } from './store/months.ts';

/** What a plan's rule gives for the months of one year, up to the last that is recorded. */
export interface MonthsAssessment {
  name: string;
  year: string;
  months: { period: string; met: boolean; points: number | null }[];
  /** Of all months together, never beyond `mostPoints` either way; null where the rule gives none. */
  points: number | null;
  mostPoints: number | null;
  /** Under a rule per unit, of the last month: those that lose most first. */
  units: { unit: string; problems: number; points: number }[] | null;
}

/** Holds the months of the last year against every rule. */
export function assessMonths(months: StoredMonth[], rules: AssessmentRule[]): MonthsAssessment[] {
  const year = months.at(-1)?.period.slice(0, 4);
  if (year === undefined) return [];
  const own = months.filter(({ period }) => period.startsWith(year));
  return rules.map((rule) => assessYear(rule, year, own));
}

function assessYear(rule: AssessmentRule, year: string, months: StoredMonth[]): MonthsAssessment {
  const target = parseTarget(rule.target);
  const units = rule.per === 'unit' ? listUnits(rule, months.at(-1)?.figures) : null;
  const scored = months.map(({ period, figures }) => {
    const met = isMet(rule, target, figures);
    return { period, met, points: scoreMonth(rule, met, figures) };
  });
  const most = rule.points === null ? null : readPoints(rule.points.most);
  const total = scored.reduce((sum, { points }) => sum + (points ?? 0n), 0n);
  return {
    name: rule.name,
    year,
    months: scored.map(({ period, met, points }) => ({
      period,
      met,
      points: points === null ? null : toNumber(points),
    })),
    points: most === null ? null : toNumber(rule.per === 'unit' ? (scored.at(-1)?.points ?? 0n) : limit(total, most)),
    mostPoints: most === null ? null : toNumber(most),
    units,
  };
}

function isMet(rule: AssessmentRule, target: Target, { rates }: MonthFigures): boolean {
  const rate = rates[rule.definition];
  return rate !== undefined && rate.numerator !== null && assess(rate, target).met;
}

/** Of a rule per unit: those of the unit that loses most. */
function scoreMonth(rule: AssessmentRule, met: boolean, figures: MonthFigures): Points | null {
  if (rule.points === null) return null;
  if (rule.per === 'unit') {
    const worst = listUnits(rule, figures)[0];
    return worst === undefined ? 0n : scoreProblems(rule, worst.problems);
  }
  if ('each' in rule.points) return scoreProblems(rule, figures.rates[rule.definition]?.numerator ?? 0);
  return readPoints(met ? rule.points.met : rule.points.missed);
}

function scoreProblems({ points }: AssessmentRule, problems: number): Points {
  if (points === null || !('each' in points)) return 0n;
  return limit(readPoints(points.each) * BigInt(problems), readPoints(points.most));
}

function listUnits(rule: AssessmentRule, figures: MonthFigures | undefined): MonthsAssessment['units'] & object {
  const units = (figures?.units ?? []).flatMap(({ unit, literal, erroneous }) => {
    const problems = rule.definition === 'erroneous' ? erroneous : literal;
    return problems === 0 ? [] : [{ unit, problems, points: toNumber(scoreProblems(rule, problems)) }];
  });
  return units.sort((a, b) => b.problems - a.problems);
}

function limit(points: Points, most: Points): Points {
  return points > most ? most : points < -most ? -most : points;
}

function readPoints(text: string): Points {
  return parsePoints(text) ?? 0n;
}
