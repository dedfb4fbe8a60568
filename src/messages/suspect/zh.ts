import type { en } from './en.ts';

export const zh: typeof en = {
  title: '疑似重复',
  explanation: '可能是同一主体有了几个代码。不计入比率；请对照证照逐组核实，确认后再注销或更正。',
  none: '没有发现。',
  kinds: {
    'organization-code': '同一主体标识码、不同代码',
    name: '同一名称、不同代码',
    'near-code': '错码与正确代码只差一处、名称相同或相近',
    'near-name': '名称写法不同、疑为同一主体',
  },
  evidence: {
    'same-name': '名称相同',
    'similar-name': '名称相近',
    'other-name': '名称不同',
    brackets: '只差括号',
    form: '有限公司与有限责任公司',
    place: '只差地名的写法',
    'similar-character': '一字音近或形近',
    'one-character': '只差一个字',
  },
  explain: (kind, evidence) => `${zh.kinds[kind]}：${zh.evidence[evidence]}`,
  commonNames: (count) => `另有 ${count} 个名称在同一城市同一部门有 3 个以上代码（连锁、通用名称），未列入。`,
  crowdedGroups: (count) =>
    `有 ${count} 组太大，没有全部比较：同一主体标识码超过 20 条记录（只比较前面的）、相近名称超过 12 个（未列入）或超过 1,000 条记录（只比较前面的）。`,
  more: (count) => `另有 ${count} 组。`,
};
