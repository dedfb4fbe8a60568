import { type AssessmentFacts, type AssessmentMessages, findTexts } from './assessment-messages.ts';

const group = (value: number): string => value.toLocaleString('en-US');
const plural = (count: number, one: string): string => `${group(count)} ${one}${count === 1 ? '' : 's'}`;

const builtIn: AssessmentMessages['builtIn'] = {
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
    title: '0.5 off per problem code',
    source: 'Pingyin, 2022: 0.5 off for each existing problem code, at most 2 per unit',
    caveat: null,
  },
};

const unitFallback =
  'No column of units was read, so this goes by position 1, the registration authority. It is not always the unit that must act: approval bureaus issue codes with 5 and with 9 alike, and a code that is wrong at position 1 points at the wrong one. Name the column with --unit-column.';

export const assessmentEn: AssessmentMessages = {
  builtIn,
  title: (rule) => findTexts(rule, 'en', builtIn).title,
  source: (rule) => findTexts(rule, 'en', builtIn).source,
  explain(facts) {
    const { caveat } = findTexts(facts.rule, 'en', builtIn);
    const parts = [describeResult(facts), describePoints(facts), ...describeUnits(facts), caveat ?? ''];
    return parts.filter((part) => part !== '').join(' ');
  },
  unknownName: (name, known) => `--assess: there is no assessment called ${name}. There are: ${known.join(', ')}.`,
  heading: 'Assessments',
  columns: { name: 'name', title: 'assessment', met: 'result', points: 'points', away: 'codes to go' },
  met: 'met',
  missed: 'missed',
  points: (points, most) => `${points > 0 ? '+' : ''}${points} (at most ${most})`,
  unitFallback,
};

function describeResult({ problems, codes, allowed, excess, met }: AssessmentFacts): string {
  if (codes === 0) return 'Not one code that counts, so there is nothing to assess.';
  const counted = `${group(problems)} of ${plural(codes, 'code')} count as problems`;
  if (met) return problems === 0 ? `${counted}.` : `${counted}; up to ${group(allowed)} may.`;
  return `${counted}; ${allowed === 0 ? 'none' : `up to ${group(allowed)}`} may, so ${group(excess)} must be corrected.`;
}

function describePoints({ points, units }: AssessmentFacts): string {
  if (points === null || units !== null) return '';
  if (points === 0) return 'No points won or lost.';
  return points > 0 ? `${points} points won.` : `${-points} points lost.`;
}

function describeUnits({ units, points, mostPoints }: AssessmentFacts): string[] {
  if (units === null) return [];
  const { worst, withProblems, homeless, isAuthority } = units;
  const lines: string[] = [];
  if (worst !== null) {
    const name = worst.name === null ? worst.unit : `${worst.unit} (${worst.name})`;
    const most = mostPoints !== null && points === -mostPoints ? ', the most there is' : '';
    const lost = points === null || points >= 0 ? '' : `, and loses ${-points} points${most}`;
    const having =
      withProblems === 1
        ? `1 unit has problem codes: ${name} has ${group(worst.problems)}`
        : `${group(withProblems)} units have problem codes; ${name} has most, ${group(worst.problems)}`;
    lines.push(`${having}${lost}.`);
  }
  if (homeless > 0)
    lines.push(`${plural(homeless, 'problem code')} of no known unit cost nobody points and must still be corrected.`);
  if (isAuthority) lines.push(unitFallback);
  return lines;
}
