import { formatNumber } from '../numbers.ts';
import type { AssessmentFacts, en, WorstFacts } from './en.ts';
import { type AssessmentTexts, findTexts } from './rule-texts.ts';

const sign = (points: number): string => `${points > 0 ? '+' : ''}${points}`;
const range = (least: number, most: number): string =>
  least === most ? sign(most) : `${sign(least)} 至 ${sign(most)}`;

const builtIn: Record<string, AssessmentTexts> = {
  'taian-2023': {
    title: '重错码率低于 0.01%',
    source: '泰安市 2023 年方案，指标“重复代码及错误代码占全市代码总量的比例”',
    caveat: null,
  },
  'zero-errors': {
    title: '零错码',
    source: '泰安市 2023 年方案，基础指标“统一社会信用代码零错码”',
    caveat: null,
  },
  'chengwu-2022': {
    title: '当月重错码率为零',
    source: '成武县 2022 年方案：每月重错码率为零得 0.2 分，否则扣 0.2 分，全年至多 2.4 分',
    caveat: '该方案按所在市的重错码率评定各县，只检查本县数据得出的结果仅供参考。',
  },
  'pingyin-2022': {
    title: '各单位没有问题代码',
    source: '平阴县 2022 年方案：每存在 1 个问题代码扣 0.5 分，每单位至多扣 2 分',
    caveat: null,
  },
};

const unitFallback =
  '没有读取单位列，这里按代码第 1 位的登记管理部门分列。它不一定就是该去改的单位：行政审批局赋的码有 5 开头的也有 9 开头的，第 1 位写错的码还会指向别的部门。';

export const zh: typeof en = {
  builtIn,
  title: (rule) => findTexts(rule, 'zh', builtIn).title,
  source: (rule) => findTexts(rule, 'zh', builtIn).source,
  explain(facts) {
    const { caveat } = findTexts(facts.rule, 'zh', builtIn);
    return [describeResult(facts), describePoints(facts), describeUnits(facts), caveat ?? ''].join('');
  },
  heading: '考核结果',
  columns: { name: '名称', title: '考核内容', met: '结果', points: '得分', away: '还须改正（个）' },
  met: '达标',
  missed: '未达标',
  points: (points, most) => (points === 0 ? '0' : `${sign(points)}（上限 ${most}）`),
  unitPoints: ({ units, least, most, mostPoints }) =>
    `${formatNumber(units)} 个单位${least === most ? (units === 1 ? ' ' : '各 ') : '，'}${range(least, most)}（每单位上限 ${mostPoints}）`,
  unitFallback,
};

function describeResult({ rule, problems, codes, isOpen, allowed, excess, met, units }: AssessmentFacts): string {
  if (codes === 0) return '没有一个可以计入的代码，无从评定。';
  if (isOpen) return '有重码的记录缺名称，比率无法确定，无从评定。';
  const isErroneous = rule.definition === 'erroneous';
  if (problems === 0) return `代码 ${formatNumber(codes)} 个，没有${isErroneous ? '错码' : '问题代码'}。`;
  const counted = `代码 ${formatNumber(codes)} 个，其中${isErroneous ? '错码' : '有问题的'} ${formatNumber(problems)} 个`;
  if (met) {
    return units === null
      ? `${counted}，允许的上限是 ${formatNumber(allowed)} 个。`
      : `${counted}，各单位都在限度以内。`;
  }
  if (excess === problems) return `${counted}，${problems === 1 ? '须' : '都须'}改正。`;
  const limit = units === null ? `至多允许 ${formatNumber(allowed)} 个` : '各单位分别计算';
  return `${counted}，${limit}，还须改正 ${formatNumber(excess)} 个。`;
}

function describePoints({ points, units }: AssessmentFacts): string {
  if (points === null || units !== null) return '';
  return points === 0 ? '本次不得分也不扣分。' : `本次${score(points)}。`;
}

function describeUnits({ units, codes, mostPoints, remedy }: AssessmentFacts): string {
  if (units === null || codes === 0) return '';
  const { worst, homeless, isAuthority } = units;
  const kind = isAuthority ? '部门' : '单位';
  const lines = worst === null ? [] : [describeWorst({ ...units, worst }, kind, mostPoints)];
  if (homeless > 0) {
    lines.push(
      `${worst === null ? '' : '另有 '}${formatNumber(homeless)} 个问题代码看不出属于哪个${kind}，不扣分，但仍须改正。`,
    );
  }
  if (isAuthority && worst !== null) lines.push(unitFallback, remedy);
  return lines.join('');
}

function describeWorst(
  { worst, withProblems, fewest, points, isEven }: WorstFacts,
  kind: string,
  mostPoints: number | null,
): string {
  const name = worst.name === null ? `“${worst.unit}”` : ` ${worst.unit} ${worst.name}`;
  const own =
    worst.points === null ? '' : score(worst.points) + (worst.points === -(mostPoints ?? 0) ? '（已到上限）' : '');
  const first = `${name}有 ${formatNumber(worst.problems)} 个`;
  if (withProblems === 1) return `只有 1 个${kind}要改：${first.trim()}${own === '' ? '' : `，${own}`}。`;
  const all = points === null ? '' : isEven ? `，各${own}` : `，共${score(points)}`;
  if (fewest === worst.problems)
    return `${formatNumber(withProblems)} 个${kind}要改，每个${kind} ${formatNumber(fewest)} 个${all}。`;
  return `${formatNumber(withProblems)} 个${kind}要改${all}；最多的是${first}${isEven ? '' : `，${own}`}。`;
}

function score(points: number): string {
  return points > 0 ? `得 ${formatNumber(points)} 分` : `扣 ${formatNumber(-points)} 分`;
}
