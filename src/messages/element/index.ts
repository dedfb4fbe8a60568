/** What the custom element says beside the messages of the form. */
export interface ElementMessages {
  label: string;
  /** Stands before the suggestions. */
  suggestions: string;
  /** Names of the five groups, in the order of the code. */
  authority: string;
  category: string;
  region: string;
  organizationCode: string;
  checkCharacter: string;
  /** For what no table has a name. */
  unknown: string;
}

const zh: ElementMessages = {
  label: '统一社会信用代码',
  suggestions: '是不是：',
  authority: '登记管理部门',
  category: '机构类别',
  region: '行政区划',
  organizationCode: '主体标识码',
  checkCharacter: '校验码',
  unknown: '未收录',
};

const en: ElementMessages = {
  label: 'Unified social credit code',
  suggestions: 'Did you mean:',
  authority: 'Authority',
  category: 'Category',
  region: 'Region',
  organizationCode: 'Organization code',
  checkCharacter: 'Check character',
  unknown: 'not listed',
};

export function elementMessagesFor(lang: 'zh' | 'en'): ElementMessages {
  return lang === 'en' ? en : zh;
}
