import type { en, HolderFacts } from './en.ts';

function describeHolder({ code, name, location }: HolderFacts, withCode: boolean): string {
  return `${withCode ? `${code} ` : ''}${name === '' ? '（无名称）' : name}（${location}）`;
}

export const zh: typeof en = {
  registry: '登记',
  registered: (facts) => `已登记：${describeHolder(facts, false)}`,
  notRegistered: '登记数据中没有这个代码',
  organizationTaken: (organization, facts) => `主体标识码 ${organization} 已用于 ${describeHolder(facts, true)}`,
  organizationFree: (organization) => `主体标识码 ${organization} 未被其他代码占用`,
  repairRegistered: (facts) => `可能是 ${describeHolder(facts, true)}`,
  noRepairRegistered: '可能的正确代码都不在登记数据中',
  more: (count) => `另有 ${count} 条`,
};
