/** What the custom element says beside the messages of the form. */
export const en = {
  label: 'Unified social credit code',
  /** Stands before the suggestions. */
  suggestions: 'Did you mean:',
  /** Names of the five groups, in the order of the code. */
  authority: 'Authority',
  category: 'Category',
  region: 'Region',
  organizationCode: 'Organization code',
  checkCharacter: 'Check character',
  /** For what no table has a name. */
  unknown: 'not listed',
};
