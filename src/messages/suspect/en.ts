const kinds = {
  'organization-code': 'one organization code under several codes',
  name: 'one name under several codes',
  'near-code': 'an erroneous code one edit from a conforming one, under the same or a similar name',
  'near-name': 'names written differently that may be one entity',
};

const evidence = {
  'same-name': 'same name',
  'similar-name': 'similar name',
  'other-name': 'other name',
  brackets: 'brackets only',
  form: '有限公司 and 有限责任公司',
  place: 'the place in front',
  'similar-character': 'one character that sounds or looks alike',
  'one-character': 'one character',
};

/** What is said of suspected duplicates. */
export const en = {
  title: 'Suspected duplicates',
  /** Said under the title: what they are not. */
  explanation:
    'May be one entity under several codes. Not part of any rate; compare the certificates of each group before a code is withdrawn or corrected.',
  none: 'None found.',
  kinds,
  evidence,
  /** One sentence for a list. */
  explain: (kind: keyof typeof kinds, by: keyof typeof evidence) => `${kinds[kind]}: ${evidence[by]}`,
  commonNames: (count: string) =>
    `${count} more names stand under more than 3 codes of one city and authority (chains, common names) and are left out.`,
  crowdedGroups: (count: string) =>
    `${count} groups are too large to be compared in full: more than 20 records of one organization code (the first are compared), more than 12 similar names (left out), or more than 1,000 records (the first are compared).`,
  more: (count: string) => `${count} more.`,
};
