/** Where something stands in a registry, as it is shown. */
export interface PlaceFacts {
  code: string;
  /** Empty when the registry has no name for it. */
  name: string;
  place: string;
}

/** What `uscc validate --against` says of a registry. */
export interface AgainstMessages {
  /** Label of the lines. */
  registry: string;
  registered(facts: PlaceFacts): string;
  notRegistered: string;
  organizationTaken(organization: string, facts: PlaceFacts): string;
  organizationFree(organization: string): string;
  repairRegistered(facts: PlaceFacts): string;
  noRepairRegistered: string;
  more(count: string): string;
}

export function againstMessagesFor(lang: 'zh' | 'en'): AgainstMessages {
  return lang === 'zh' ? zh : en;
}

const zh: AgainstMessages = {
  registry: '登记',
  registered: (facts) => `已登记：${place(facts, false)}`,
  notRegistered: '登记数据中没有这个代码',
  organizationTaken: (organization, facts) => `主体标识码 ${organization} 已用于 ${place(facts, true)}`,
  organizationFree: (organization) => `主体标识码 ${organization} 未被其他代码占用`,
  repairRegistered: (facts) => `可能是 ${place(facts, true)}`,
  noRepairRegistered: '可能的正确代码都不在登记数据中',
  more: (count) => `另有 ${count} 条`,
};

const en: AgainstMessages = {
  registry: 'registry',
  registered: (facts) => `registered: ${placeEn(facts, false)}`,
  notRegistered: 'the registry does not hold this code',
  organizationTaken: (organization, facts) => `organization code ${organization} is taken by ${placeEn(facts, true)}`,
  organizationFree: (organization) => `organization code ${organization} is not taken by another code`,
  repairRegistered: (facts) => `may be ${placeEn(facts, true)}`,
  noRepairRegistered: 'the registry holds none of the codes it may have been',
  more: (count) => `${count} more`,
};

function place({ code, name, place: where }: PlaceFacts, withCode: boolean): string {
  return `${withCode ? `${code} ` : ''}${name === '' ? '（无名称）' : name}（${where}）`;
}

function placeEn({ code, name, place: where }: PlaceFacts, withCode: boolean): string {
  return `${withCode ? `${code} ` : ''}${name === '' ? '(no name)' : name} (${where})`;
}
