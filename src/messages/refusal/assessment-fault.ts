import { type Language, pick } from '../voice.ts';

/** What is wrong with a file of assessments, by kind; stands after the field. */
const en = {
  'not-json': ({ reason }: { reason: string }) => `not valid JSON (${reason}).`,
  'not-list': ({ limit }: { limit: number }) => `write {"assessments": [rule, …]} with 1 to ${limit} rules.`,
  'not-rule': () => 'not a rule; write one like {"name": "county", "target": "0.01%"}.',
  'unknown-field': ({ fields }: { fields: readonly string[] }) =>
    `there is no such field. There are: ${fields.join(', ')}.`,
  'not-name': () =>
    'every rule has a name: a letter, digit or Chinese character first, then those or . _ -, 64 characters at most.',
  'name-taken': ({ name }: { name: string }) => `${name} is the name of another rule. Choose another.`,
  'not-text': () => 'write text, or {"zh": "…", "en": "…"}.',
  'not-per': () => 'write "all" (all records together) or "unit" (each unit by itself).',
  'not-definition': ({ definitions, isByUnit }: { definitions: readonly string[]; isByUnit: boolean }) =>
    `${isByUnit ? 'by unit, ' : ''}write one of ${definitions.join(', ')}.`,
  'not-target': ({ text }: { text: string }) =>
    `${text} is not a target between 0 and 100%. Write "0.01%", 0.0001 or 0.`,
  'not-points': () => 'write {"met": 0.2, "missed": -0.2, "most": 2.4} or {"each": -0.5, "most": 2}.',
  'not-number': () => 'write points with at most three decimals, such as 0.2 or -0.5.',
  'not-positive': () => 'the most must be above 0.',
};

const zh: typeof en = {
  'not-json': ({ reason }) => `不是合法的 JSON（${reason}）。`,
  'not-list': ({ limit }) => `最外层应为 {"assessments": [规则, …]}，含 1 到 ${limit} 条规则。`,
  'not-rule': () => '应为一条规则，如 {"name": "我县", "target": "0.01%"}。',
  'unknown-field': ({ fields }) => `没有这个字段。可用的有：${fields.join('、')}。`,
  'not-name': () => '每条规则都要有名称：以字母、数字或汉字开头，可含 . _ -，至多 64 个字符。',
  'name-taken': ({ name }) => `${name} 已经是另一条规则的名称，请换一个。`,
  'not-text': () => '应为文字，或 {"zh": "…", "en": "…"}。',
  'not-per': () => '应为 "all"（全部一起算）或 "unit"（按单位算）。',
  'not-definition': ({ definitions, isByUnit }) =>
    `${isByUnit ? '按单位计算时' : ''}口径应为其中之一：${definitions.join('、')}。`,
  'not-target': ({ text }) => `${text} 不是 0 到 100% 之间的目标值。请写成 "0.01%"、0.0001 或 0。`,
  'not-points': () => '应为 {"met": 0.2, "missed": -0.2, "most": 2.4} 或 {"each": -0.5, "most": 2}。',
  'not-number': () => '应为分数，至多三位小数，如 0.2、-0.5。',
  'not-positive': () => '上限应大于 0。',
};

type Texts = typeof en;
type FactsOf<Text> = Text extends (facts: infer Facts) => string ? Facts : never;

/** A fault as data: its kind, and what its text needs. */
export type AssessmentFault = { [Kind in keyof Texts]: { kind: Kind } & FactsOf<Texts[Kind]> }[keyof Texts];

export function describeAssessmentFault(fault: AssessmentFault, lang: Language): string {
  const describe = pick(lang, { en, zh })[fault.kind] as (fault: AssessmentFault) => string;
  return describe(fault);
}
