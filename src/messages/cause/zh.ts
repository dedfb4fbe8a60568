import { formatNumber } from '../numbers.ts';
import type { CauseFacts, CauseText, en } from './en.ts';
import { share } from './share.ts';

/** `，其中 88 个（88%）`, `，全部` */
const of = (facts: CauseFacts, unit = '个'): string =>
  facts.count === facts.total ? '，全部' : `，其中 ${formatNumber(facts.count)} ${unit}（${share(facts)}）`;

/** Letters and digits stand apart from Chinese characters: `都在 b.csv`. */
const spaced = (text: string): string => text.replace(/^(?=[!-~])|(?<=[!-~])$/g, ' ');

const older: Record<string, string> = {
  'registration-number': '工商注册号',
  'taxpayer-number': '15 位纳税人识别号',
  'organization-code': '组织机构代码',
};

/** What is seen; then the likely reason; then what to do. */
const texts = {
  complement: {
    seen: (facts: CauseFacts) =>
      `校验码错误 ${formatNumber(facts.total)} 个${of(facts)}的第 18 位恰好是加权和的余数本身`,
    why: '多半是赋码系统算校验码时漏了“31 减余数”这一步。',
    act: '请联系赋码部门修正程序，排查同一系统赋出的全部代码，统一更正。',
  },
  rounded: {
    seen: (facts: CauseFacts) =>
      `校验码错误和科学计数法共 ${formatNumber(facts.total)} 个${of(facts)}的末几位被改成了 0 或近似值`,
    why: '代码多半被 Excel 或程序当作数字处理过，原来的末几位已经丢失。',
    act: '请把代码列设为文本，从原系统重新导出后再查；不要照现有数字更正。',
  },
  'organization-check': {
    seen: (facts: CauseFacts) =>
      `两类校验错误共 ${formatNumber(facts.total)} 个${of(facts)}是主体标识码（第 9–17 位）不合 GB 11714，第 18 位却与前 17 位相符`,
    why: '录错一位不会这样，多半是赋码时就用了自编的主体标识码。',
    act: '请赋码部门核对主体标识码的来源，重新赋码后回传。',
  },
  stranger: {
    seen: (facts: CauseFacts) => `含非法字符的代码 ${formatNumber(facts.total)} 个${of(facts)}都是“${facts.detail}”`,
    why: '多半是手工录入或图片识别时认错了形近的字符。',
    act: '请对照证照把这个字符改过来，并提醒录入单位：代码里没有 I、O、S、V、Z。',
  },
  cut: {
    seen: (facts: CauseFacts) => `长度不符的代码 ${formatNumber(facts.total)} 个${of(facts)}都是 ${facts.detail} 位`,
    why: '多半是字段长度或导出格式不对，代码被统一截短或拼接了。',
    act: '请检查导出时的列宽、字段长度和补位设置，重新导出后再查。',
  },
  'identity-number': {
    seen: (facts: CauseFacts) => `错码 ${formatNumber(facts.total)} 个${of(facts)}填的是居民身份证号`,
    why: '多半是把经营者或负责人的身份证号当成了代码，常见于个体工商户。',
    act: '请补录证照上的统一社会信用代码，并从原表中删去身份证号，注意保护个人信息。',
  },
  repeated: {
    seen: (facts: CauseFacts) =>
      `重码多出的 ${formatNumber(facts.total)} 条记录${of(facts, '条')}名称也相同，是同一条记录出现了多次`,
    why: '多半是同一主体重复报送，或合并数据时没有去重，并不是一码多赋。',
    act: '请去掉重复记录，每个主体只留最新的一条；名称不同的重码另行核查。',
  },
  legacy: {
    seen: ({ count, detail }: CauseFacts) =>
      `${formatNumber(count)} 条还是旧编号，没有换码，${older[detail] === undefined ? '几种编号都有' : `多数是${spaced(older[detail] ?? '')}`}`,
    why: '这些主体多半在换发统一代码以前就已停业或注销，或者来源系统没有更新。',
    act: '请向登记机关批量查询新代码；已注销的请移出本表。',
  },
  missing: {
    seen: (facts: CauseFacts) => `${formatNumber(facts.total)} 条记录${of(facts, '条')}没有代码`,
    why: '多半是选错了代码列，或导出时漏了这一列。',
    act: '请核对代码列；确实没有的，请赋码或补录。',
  },
  format: {
    seen: (facts: CauseFacts) =>
      `${formatNumber(facts.total)} 条记录${of(facts, '条')}写法不规范（小写、全角、空格、横线等）`,
    why: '多半是来源系统的录入界面没有统一写法；代码本身不因此算错。',
    act: '请在来源系统统一为 18 位半角大写、不带空格和横线；手上的表可以用 uscc fix 一次改好。',
  },
};

/** Where most of them stand, or all. */
function describeFocus({ places: [place], count }: CauseFacts): string {
  if (place?.count === count) return `都在${spaced(place.name).trimEnd()}`;
  return `${spaced(place?.name ?? '').trimStart()}最集中，有 ${formatNumber(place?.count ?? 0)} 个`;
}

const written = (what: string, why: string, act: string): CauseText => ({
  seen: (facts) => `${formatNumber(facts.total)} 条记录${of(facts, '条')}${what}`,
  why: `多半是${why}；代码本身不因此算错。`,
  act: `请${act}；手上的表可以用 uscc fix 一次改好。`,
});

const writingFaults: Record<string, CauseText> = {
  'lower-case': written('用了小写字母', '来源系统没有把字母转成大写', '在来源系统统一转成大写'),
  'full-width': written('用了全角字符', '录入时输入法处于全角状态', '在来源系统限定为半角'),
  spaces: written('夹带空格或不可见字符', '定长字段补了空格，或者从网页、PDF 粘贴而来', '在来源系统去掉空格再导出'),
  dashes: written('夹带横线', '照旧式组织机构代码的写法分了段', '在来源系统去掉横线'),
  marks: written('前后带引号、括号或标点', '为了不让 Excel 当成数字而加了引号', '导出时去掉这些符号，把这一列设为文本'),
};

export const zh: typeof en = {
  title: '共同原因',
  names: {
    complement: '校验码漏减',
    rounded: '被当作数字处理',
    'organization-check': '自编主体标识码',
    stranger: '同一非法字符',
    cut: '同一错误长度',
    'identity-number': '误填身份证号',
    repeated: '重复报送',
    legacy: '旧编号未换',
    missing: '大量缺码',
    format: '写法不规范',
  },
  describe(code, facts) {
    const form = code === 'format' ? writingFaults[facts.detail] : undefined;
    const { seen, why, act } = form ?? texts[code];
    const { places, isLocal } = facts;
    const rest = `。${why}${act}`;
    if (places.length === 0) return seen(facts) + rest;
    if (!isLocal) return `${seen(facts)}，${describeFocus(facts)}${rest}`;
    const counts = places.map(({ name, count }) => `${name} ${formatNumber(count)} 个`).join('、');
    return `${places.length > 1 ? counts : places[0]?.name}：${seen(facts)}${rest}`;
  },
};
