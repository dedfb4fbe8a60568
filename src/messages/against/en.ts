/** Where something stands in a registry, as it is shown. */
export interface PlaceFacts {
  code: string;
  /** Empty when the registry has no name for it. */
  name: string;
  place: string;
}

function place({ code, name, place: where }: PlaceFacts, withCode: boolean): string {
  return `${withCode ? `${code} ` : ''}${name === '' ? '(no name)' : name} (${where})`;
}

/** What `uscc validate --against` says of a registry. */
export const en = {
  /** Label of the lines. */
  registry: 'registry',
  registered: (facts: PlaceFacts) => `registered: ${place(facts, false)}`,
  notRegistered: 'the registry does not hold this code',
  organizationTaken: (organization: string, facts: PlaceFacts) =>
    `organization code ${organization} is taken by ${place(facts, true)}`,
  organizationFree: (organization: string) => `organization code ${organization} is not taken by another code`,
  repairRegistered: (facts: PlaceFacts) => `may be ${place(facts, true)}`,
  noRepairRegistered: 'the registry holds none of the codes it may have been',
  more: (count: string) => `${count} more`,
};
