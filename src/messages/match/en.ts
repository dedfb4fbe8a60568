/** How a code stands to the registry. */
export type MatchStatusCode = 'matched' | 'unnamed' | 'other-name' | 'absent' | 'erroneous' | 'unconverted' | 'missing';

/** Why the registry's code is the one. */
export type MatchEvidenceCode =
  | 'repair-same-name'
  | 'repair-similar-name'
  | 'repair-unnamed'
  | 'organization-code'
  | 'same-name'
  | 'similar-name';

const statuses: Record<MatchStatusCode, string> = {
  matched: 'registered',
  unnamed: 'registered, name not compared',
  'other-name': 'registered under another name',
  absent: 'not registered',
  erroneous: 'erroneous',
  unconverted: 'unconverted',
  missing: 'missing',
};

const evidences: Record<MatchEvidenceCode, string> = {
  'repair-same-name': 'a likely repair, registered under the same name',
  'repair-similar-name': 'a likely repair, registered under a similar name',
  'repair-unnamed': 'the only likely repair that is registered',
  'organization-code': 'the same organization code',
  'same-name': 'the same name, registered under this code only',
  'similar-name': 'the names are similar: perhaps one name written in two ways',
};

/** What `uscc match` says. */
export const en = {
  help: {
    usage: '[options] <file...> --against <registry...>',
    summary: 'hold any table that carries codes (licences, penalties, credit records) against a registry',
    files: 'CSV, Excel, JSON, Parquet, gzip or zip of these, or folders; "-": standard input',
    footer: `
Each code is one of:
  matched      conforms, and the registry has it under this name
  unnamed      conforms, and the registry has it; one of the two has no name,
               so that whose code it is was not compared
  other-name   conforms, and the registry has it under other names
  absent       conforms, and the registry does not have it
  erroneous, unconverted, missing   as "uscc check" counts them
For what is not matched the registry is asked for the code it should be: by
likely repairs, organization code and name.

Examples:
  $ uscc match licences.csv --against registry.csv --out matched
  $ uscc match penalties.xlsx --code-column code1,code2 --against a.csv b.csv`,
  },

  few: (names: string[]) =>
    names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', '),
  title: (files: string, registry: string) => `${files} against ${registry}`,
  coverage: ({ covered, records, rate }: { covered: string; records: string; rate: string }) =>
    `coverage ${rate}: ${covered} of ${records} records have a code of the registry`,
  coverageOfCoded: ({ coded, rate }: { coded: string; rate: string }) =>
    `of the ${coded} records that carry a code: ${rate}`,
  column: (name: string) => `code column ${name}`,
  statuses,
  evidenceTitle: 'not plainly matched, but the registry gives a code',
  evidences,
  /** The sentence of a row of match.csv. */
  explain: (status: MatchStatusCode, evidence: MatchEvidenceCode | null, code: string | null) => {
    if (status === 'other-name') {
      return evidence === null
        ? 'the registry has this code under another name'
        : 'the registry writes the name of this code differently';
    }
    if (status === 'matched') return '';
    if (status === 'unnamed') return 'the registry has this code; there are no names to compare';
    if (evidence === null || code === null) return `${statuses[status]}; the registry gives no code for it`;
    return `${statuses[status]}; the registry's code is ${code}: ${evidences[evidence]}`;
  },
  written: (folder: string) => `every row in ${folder} (summary.json, match.csv)`,
  outHint: 'use --out <folder> for every row',
  elapsed: (seconds: string) => `${seconds} s`,
};
