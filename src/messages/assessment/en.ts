import { formatNumber } from '../numbers.ts';
import { type AssessmentTexts, findTexts, type NamedRule } from './rule-texts.ts';

/** Facts of one assessment. */
export interface AssessmentFacts {
  rule: NamedRule;
  /** The numerator and denominator of its definition. */
  problems: number;
  codes: number;
  /** The numerator cannot be told. */
  isOpen: boolean;
  met: boolean;
  /** Most problems that would still do. */
  allowed: number;
  /** Problems that must go. */
  excess: number;
  points: number | null;
  mostPoints: number | null;
  /** Of a rule per unit. */
  units: {
    /** Units are not read; position 1 stands in. */
    isAuthority: boolean;
    withProblems: number;
    worst: { unit: string; name: string | null; problems: number; points: number | null } | null;
    /** Problems of the unit that has fewest. */
    fewest: number;
    /** Points of them all together; null where the rule gives none. */
    points: number | null;
    /** Whether each of them has the points of the worst. */
    isEven: boolean;
    /** Problems whose unit is not known. */
    homeless: number;
  } | null;
  /** What can be done where position 1 stands in for units. */
  remedy: string;
}

/** Facts of units of which at least one has problems. */
export type WorstFacts = NonNullable<AssessmentFacts['units']> & {
  worst: NonNullable<NonNullable<AssessmentFacts['units']>['worst']>;
};

const plural = (count: number, one: string): string => `${formatNumber(count)} ${one}${count === 1 ? '' : 's'}`;

const sign = (points: number): string => `${points > 0 ? '+' : ''}${points}`;
const range = (least: number, most: number): string =>
  least === most ? sign(most) : `${sign(least)} to ${sign(most)}`;

const builtIn: Record<string, AssessmentTexts> = {
  'taian-2023': {
    title: 'rate below 0.01%',
    source: 'Tai’an, plan of 2023: share of duplicate and erroneous codes among all codes of the city',
    caveat: null,
  },
  'zero-errors': {
    title: 'no erroneous code',
    source: 'Tai’an, plan of 2023: base indicator "no erroneous unified social credit codes"',
    caveat: null,
  },
  'chengwu-2022': {
    title: 'rate zero this month',
    source: 'Chengwu, 2022: a month with rate zero earns 0.2, any other costs 0.2; at most 2.4 a year',
    caveat: 'There a county is judged by the rate of its city: what a county’s own file gives is only indicative.',
  },
  'pingyin-2022': {
    title: 'no problem code in any unit',
    source: 'Pingyin, 2022: 0.5 off for each existing problem code, at most 2 per unit',
    caveat: null,
  },
};

const unitFallback =
  'No column of units was read, so this goes by position 1, the registration authority. It is not always the unit that must act: approval bureaus issue codes with 5 and with 9 alike, and a code that is wrong at position 1 points at the wrong one.';

/** What is said of assessments. */
export const en = {
  builtIn,
  title: (rule: NamedRule) => findTexts(rule, 'en', builtIn).title,
  source: (rule: NamedRule) => findTexts(rule, 'en', builtIn).source,
  /** How the result was reached, what to do, and what it does not say. */
  explain(facts: AssessmentFacts) {
    const { caveat } = findTexts(facts.rule, 'en', builtIn);
    const parts = [describeResult(facts), describePoints(facts), ...describeUnits(facts), caveat ?? ''];
    return parts.filter((part) => part !== '').join(' ');
  },
  /** Headings of the table. */
  heading: 'Assessments',
  columns: { name: 'name', title: 'assessment', met: 'result', points: 'points', away: 'codes to go' },
  met: 'met',
  missed: 'missed',
  /** `+0.2`, of 2.4 at most. */
  points: (points: number, most: number) => (points === 0 ? '0' : `${sign(points)} (at most ${most})`),
  /** Of so many units, from `least` to `most`, with the most that one can have. */
  unitPoints: ({
    units,
    least,
    most,
    mostPoints,
  }: {
    units: number;
    least: number;
    most: number;
    mostPoints: number;
  }) =>
    `${plural(units, 'unit')}${least === most && units > 1 ? ' each' : ''} ${range(least, most)} (at most ${mostPoints} a unit)`,
  /** Said where units are not read. */
  unitFallback,
};

function describeResult({ rule, problems, codes, isOpen, allowed, excess, met, units }: AssessmentFacts): string {
  if (codes === 0) return 'Not one code that counts, so there is nothing to assess.';
  if (isOpen) return 'Duplicates without names leave the rate open, so nothing can be decided.';
  const isErroneous = rule.definition === 'erroneous';
  if (problems === 0)
    return `${plural(codes, 'code')}, and none ${isErroneous ? 'is erroneous' : 'counts as a problem'}.`;
  const [one, many] = isErroneous ? ['is erroneous', 'are erroneous'] : ['counts as a problem', 'count as problems'];
  const counted = `${formatNumber(problems)} of ${plural(codes, 'code')} ${problems === 1 ? one : many}`;
  if (met)
    return units === null
      ? `${counted}; up to ${formatNumber(allowed)} may.`
      : `${counted}; every unit is within its limit.`;
  if (excess === problems) return `${counted} and must be corrected.`;
  const limit = units === null ? `up to ${formatNumber(allowed)} may` : 'each unit by itself';
  return `${counted}; ${limit}, so ${formatNumber(excess)} must be corrected.`;
}

function describePoints({ points, units }: AssessmentFacts): string {
  if (points === null || units !== null) return '';
  if (points === 0) return 'No points won or lost.';
  return `${score(points)}.`;
}

function describeUnits({ units, codes, mostPoints, remedy }: AssessmentFacts): string[] {
  if (units === null || codes === 0) return [];
  const { worst, homeless, isAuthority } = units;
  const kinds = isAuthority ? (['authority', 'authorities'] as const) : (['unit', 'units'] as const);
  const lines = worst === null ? [] : [describeWorst({ ...units, worst }, kinds, mostPoints)];
  if (homeless > 0) {
    const cost = homeless === 1 ? 'costs' : 'cost';
    lines.push(
      `${plural(homeless, 'problem code')} of no known ${kinds[0]} ${cost} nobody points but must still be corrected.`,
    );
  }
  if (isAuthority && worst !== null) lines.push(unitFallback, remedy);
  return lines;
}

function describeWorst(
  { worst, withProblems, fewest, points, isEven }: WorstFacts,
  [one, many]: readonly [string, string],
  mostPoints: number | null,
): string {
  const name = worst.name === null ? `"${worst.unit}"` : `${worst.unit} (${worst.name})`;
  const most = worst.points === -(mostPoints ?? 0) ? ' (the most there is)' : '';
  const own = worst.points === null ? '' : `, ${score(worst.points)}`;
  if (withProblems === 1) return `One ${one} has to act: ${name} has ${formatNumber(worst.problems)}${own}${most}.`;
  const all = points === null ? '' : isEven ? `${own} each${most}` : `, ${score(points)} in all`;
  if (fewest === worst.problems)
    return `${formatNumber(withProblems)} ${many} have to act, ${formatNumber(fewest)} each${all}.`;
  return `${formatNumber(withProblems)} ${many} have to act${all}; ${name} has most, ${formatNumber(worst.problems)}${isEven ? '' : own + most}.`;
}

function score(points: number): string {
  return points > 0 ? `${formatNumber(points)} points won` : `${formatNumber(-points)} points lost`;
}
