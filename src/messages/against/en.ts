/** Where something stands in a registry, as it is shown. */
export interface HolderFacts {
  code: string;
  /** Empty when the registry has no name for it. */
  name: string;
  location: string;
}

function describeHolder({ code, name, location }: HolderFacts, withCode: boolean): string {
  return `${withCode ? `${code} ` : ''}${name === '' ? '(no name)' : name} (${location})`;
}

/** What `uscc validate --against` says of a registry. */
export const en = {
  /** Label of the lines. */
  registry: 'registry',
  registered: (facts: HolderFacts) => `registered: ${describeHolder(facts, false)}`,
  notRegistered: 'the registry does not hold this code',
  organizationTaken: (organization: string, facts: HolderFacts) =>
    `organization code ${organization} is taken by ${describeHolder(facts, true)}`,
  organizationFree: (organization: string) => `organization code ${organization} is not taken by another code`,
  repairRegistered: (facts: HolderFacts) => `may be ${describeHolder(facts, true)}`,
  noRepairRegistered: 'the registry holds none of the codes it may have been',
  more: (count: string) => `${count} more`,
};
