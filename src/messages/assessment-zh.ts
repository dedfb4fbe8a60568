import { type AssessmentFacts, type AssessmentMessages, findTexts } from './assessment-messages.ts';

const group = (value: number): string => value.toLocaleString('en-US');

const builtIn: AssessmentMessages['builtIn'] = {
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
    title: '每个问题代码扣 0.5 分',
    source: '平阴县 2022 年方案：每存在 1 个问题代码扣 0.5 分，每单位至多扣 2 分',
    caveat: null,
  },
};

const unitFallback =
  '没有读取单位列，这里按代码第 1 位的登记管理部门分列。它不一定就是该去改的单位：行政审批局赋的码有 5 开头的也有 9 开头的，第 1 位写错的码还会指向别的部门。用 --unit-column 指定单位列后更准确。';

export const assessmentZh: AssessmentMessages = {
  builtIn,
  title: (rule) => findTexts(rule, 'zh', builtIn).title,
  source: (rule) => findTexts(rule, 'zh', builtIn).source,
  explain(facts) {
    const { caveat } = findTexts(facts.rule, 'zh', builtIn);
    return [describeResult(facts), describePoints(facts), describeUnits(facts), caveat ?? ''].join('');
  },
  unknownName: (name, known) => `--assess：没有叫 ${name} 的考核规则。可用的有：${known.join('、')}。`,
  heading: '考核结果',
  columns: { name: '名称', title: '考核内容', met: '结果', points: '得分', away: '还差（个代码）' },
  met: '达标',
  missed: '未达标',
  points: (points, most) => `${points > 0 ? '+' : ''}${points}（上限 ${most}）`,
  unitFallback,
};

function describeResult({ problems, codes, allowed, excess, met }: AssessmentFacts): string {
  if (codes === 0) return '没有一个可以计入的代码，无从评定。';
  const counted = `代码 ${group(codes)} 个，其中有问题的 ${group(problems)} 个`;
  if (met) return problems === 0 ? `${counted}。` : `${counted}，允许的上限是 ${group(allowed)} 个。`;
  const limit = allowed === 0 ? '一个也不能有' : `至多允许 ${group(allowed)} 个`;
  return `${counted}，${limit}，还须改正 ${group(excess)} 个。`;
}

function describePoints({ points, units }: AssessmentFacts): string {
  if (points === null || units !== null) return '';
  if (points === 0) return '本次不得分也不扣分。';
  return points > 0 ? `本次得 ${points} 分。` : `本次扣 ${-points} 分。`;
}

function describeUnits({ units, points, mostPoints }: AssessmentFacts): string {
  if (units === null) return '';
  const { worst, withProblems, homeless, isAuthority } = units;
  const lines: string[] = [];
  if (worst !== null) {
    const name = worst.name === null ? worst.unit : `${worst.unit} ${worst.name}`;
    const most = mostPoints !== null && points === -mostPoints ? '，已到上限' : '';
    const lost = points === null || points >= 0 ? '' : `，扣 ${-points} 分${most}`;
    lines.push(`${group(withProblems)} 个单位有问题代码，最多的是 ${name}，${group(worst.problems)} 个${lost}。`);
  }
  if (homeless > 0) lines.push(`另有 ${group(homeless)} 个问题代码看不出属于哪个单位，未扣分，仍须改正。`);
  if (isAuthority) lines.push(unitFallback);
  return lines.join('');
}
