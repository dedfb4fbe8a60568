import type { TruthEntry } from './options.ts';

/** The cells of one record that rules look at. */
export interface LicenceRecord {
  name: string;
  category: string;
  code: string;
  registration: string;
  organization: string;
  tax: string;
  institution: string;
  association: string;
  decision: string;
  body: string;
  'body-code': string;
  source: string;
  'source-code': string;
}

/** What a damage is made with. */
export interface DamageFacts {
  /** From 0. */
  row: number;
  /** A code that stands nowhere else, by what it is used for. */
  fresh(use: number): string;
}

interface Damage {
  /** The column and the rule that it breaks. */
  kind: string;
  column: keyof LicenceRecord;
  /** Whether it suits natural persons or all others. */
  ofPersons: boolean;
  value(record: LicenceRecord, facts: DamageFacts): string;
}

/** The last character exchanged for another: no check holds then. */
function miswrite(code: string): string {
  return code.slice(0, 17) + (code.endsWith('1') ? '2' : '1');
}

const identity = '11010519491231002X';

/** What can be wrong with a record, by turns. */
export const licenceDamages: readonly Damage[] = [
  { kind: 'code missing', column: 'code', ofPersons: false, value: () => '' },
  { kind: 'code not-conforming', column: 'code', ofPersons: false, value: ({ code }) => miswrite(code) },
  { kind: 'registration check-fails', column: 'registration', ofPersons: false, value: () => '370900000000000' },
  {
    kind: 'organization organization-mismatch',
    column: 'organization',
    ofPersons: false,
    value: (_, { fresh }) => fresh(1).slice(8, 17),
  },
  { kind: 'tax tax-mismatch', column: 'tax', ofPersons: false, value: (_, { fresh }) => fresh(2) },
  { kind: 'tax identity-number', column: 'tax', ofPersons: false, value: () => `${identity}01` },
  { kind: 'institution code-mismatch', column: 'institution', ofPersons: false, value: (_, { fresh }) => fresh(3) },
  { kind: 'body-code missing', column: 'body-code', ofPersons: false, value: () => '无' },
  {
    kind: 'source-code not-conforming',
    column: 'source-code',
    ofPersons: false,
    value: (record) => miswrite(record['source-code']),
  },
  { kind: 'code several-codes', column: 'code', ofPersons: false, value: (_, { fresh }) => fresh(4) },
  { kind: 'name several-names', column: 'name', ofPersons: false, value: ({ name }) => `${name}分店` },
  {
    kind: 'decision repeated-decision',
    column: 'decision',
    ofPersons: false,
    value: ({ decision }, { row }) => decision.replace(`${row + 1}号`, `${row}号`),
  },
  { kind: 'code not-wanted', column: 'code', ofPersons: true, value: (_, { fresh }) => fresh(5) },
  { kind: 'code identity-number', column: 'code', ofPersons: true, value: () => identity },
];

/** Makes something wrong with one record after the other, the kinds by turns, and says what. */
export function createDamager(): (record: LicenceRecord, facts: DamageFacts) => Omit<TruthEntry, 'row'> {
  const suitable = {
    persons: licenceDamages.filter(({ ofPersons }) => ofPersons),
    others: licenceDamages.filter(({ ofPersons }) => !ofPersons),
  };
  const turns = { persons: 0, others: 0 };
  return (record, facts) => {
    const whose = record.category === '自然人' ? 'persons' : 'others';
    const { kind, column, value } = suitable[whose][turns[whose]++ % suitable[whose].length] as Damage;
    const before = record[column];
    const after = value(record, facts);
    // Numbers that follow from a code that is exchanged would break rules of their own.
    if (column === 'code') Object.assign(record, { organization: '', tax: '' });
    record[column] = after;
    return { kind, before, after };
  };
}
