/** What is wrong with a file of assessments; stands after the field. */
export interface AssessmentFileMessages {
  notJson(reason: string): string;
  notList(most: number): string;
  notRule: string;
  unknownField(known: string[]): string;
  notName: string;
  nameTaken(name: string): string;
  notText: string;
  notPer: string;
  notDefinition(known: string[], isByUnit: boolean): string;
  notTarget(text: string): string;
  notPoints: string;
  notNumber: string;
  notPositive: string;
}

export function assessmentFileMessagesFor(lang: 'zh' | 'en'): AssessmentFileMessages {
  return lang === 'zh' ? zh : en;
}

const zh: AssessmentFileMessages = {
  notJson: (reason) => `不是合法的 JSON（${reason}）。`,
  notList: (most) => `最外层应为 {"assessments": [规则, …]}，含 1 到 ${most} 条规则。`,
  notRule: '应为一条规则，如 {"name": "我县", "target": "0.01%"}。',
  unknownField: (known) => `没有这个字段。可用的有：${known.join('、')}。`,
  notName: '每条规则都要有名称：以字母、数字或汉字开头，可含 . _ -，至多 64 个字符。',
  nameTaken: (name) => `${name} 已经是另一条规则的名称，请换一个。`,
  notText: '应为文字，或 {"zh": "…", "en": "…"}。',
  notPer: '应为 "all"（全部一起算）或 "unit"（按单位算）。',
  notDefinition: (known, isByUnit) => `${isByUnit ? '按单位计算时' : ''}口径应为其中之一：${known.join('、')}。`,
  notTarget: (text) => `${text} 不是 0 到 100% 之间的目标值。请写成 "0.01%"、0.0001 或 0。`,
  notPoints: '应为 {"met": 0.2, "missed": -0.2, "most": 2.4} 或 {"each": -0.5, "most": 2}。',
  notNumber: '应为分数，至多三位小数，如 0.2、-0.5。',
  notPositive: '上限应大于 0。',
};

const en: AssessmentFileMessages = {
  notJson: (reason) => `not valid JSON (${reason}).`,
  notList: (most) => `write {"assessments": [rule, …]} with 1 to ${most} rules.`,
  notRule: 'not a rule; write one like {"name": "county", "target": "0.01%"}.',
  unknownField: (known) => `there is no such field. There are: ${known.join(', ')}.`,
  notName:
    'every rule has a name: a letter, digit or Chinese character first, then those or . _ -, 64 characters at most.',
  nameTaken: (name) => `${name} is the name of another rule. Choose another.`,
  notText: 'write text, or {"zh": "…", "en": "…"}.',
  notPer: 'write "all" (all records together) or "unit" (each unit by itself).',
  notDefinition: (known, isByUnit) => `${isByUnit ? 'by unit, ' : ''}write one of ${known.join(', ')}.`,
  notTarget: (text) => `${text} is not a target between 0 and 100%. Write "0.01%", 0.0001 or 0.`,
  notPoints: 'write {"met": 0.2, "missed": -0.2, "most": 2.4} or {"each": -0.5, "most": 2}.',
  notNumber: 'write points with at most three decimals, such as 0.2 or -0.5.',
  notPositive: 'the most must be above 0.',
};
