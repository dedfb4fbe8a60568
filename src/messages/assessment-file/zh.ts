import type { en } from './en.ts';

export const zh: typeof en = {
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
