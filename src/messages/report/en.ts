/** Facts of the verdict line, numbers already written out. */
export interface VerdictFacts {
  rate: string;
  /** `0.01%`. */
  target: string;
  /** Whether the target is 0. */
  isZero: boolean;
  numerator: string;
  denominator: string;
  allowed: string;
  excess: string;
  definition: string;
  /** The rate cannot be told, since so many duplicates have records without a name; null: it can, or was not counted. */
  unnamed: string | null;
  /** The rate is not known. */
  isOpen: boolean;
}

/** Counts of duplicates, written out. */
export interface DuplicateFacts {
  codes: string;
  records: string;
  excess: string;
}

const plural = (count: string, one: string): string => `${count} ${one}${count === '1' ? '' : 's'}`;
const problems = (numerator: string, denominator: string, definition: string): string =>
  `${numerator} of ${plural(denominator, 'code')} ${numerator === '1' ? 'counts as a problem' : 'count as problems'} (${definition})`;

/** The text of a report. */
export const en = {
  met: ({ rate, target, isZero }: VerdictFacts) =>
    isZero ? 'WITHIN TARGET: no duplicate or erroneous codes' : `WITHIN TARGET: ${rate}, below ${target}`,
  missed: ({ rate, target, isZero, isOpen }: VerdictFacts) =>
    `TARGET MISSED: ${isOpen ? 'the rate cannot be told' : rate}, must be ${isZero ? 'zero' : `below ${target}`}`,
  /** No codes at all: nothing to judge. */
  noCodes: 'TARGET MISSED: not one code that counts, so there is no rate',
  /** The verdict of the plans that were named: all of them met, or the ones that were missed. */
  assessed: (met: boolean, titles: string) => `${met ? 'MET' : 'MISSED'}: ${titles}`,
  metDetail: ({ numerator, denominator, allowed, definition }: VerdictFacts) =>
    numerator === '0'
      ? `${plural(denominator, 'code')}, none of them a problem (${definition}).`
      : `${problems(numerator, denominator, definition)}; up to ${allowed} may.`,
  missedDetail: ({ numerator, denominator, allowed, excess, definition, isOpen, unnamed }: VerdictFacts) => {
    if (isOpen) {
      return unnamed === null
        ? `${plural(denominator, 'code')}, of which those that count as problems (${definition}) were not counted.`
        : `${plural(unnamed, 'duplicate')} ${unnamed === '1' ? 'has' : 'have'} records without a name: whether one code has several holders cannot be told, nor the rate (${definition}).`;
    }
    return `${problems(numerator, denominator, definition)}; ${
      allowed === '0'
        ? 'none may, so all must be corrected'
        : `up to ${allowed} may. At least ${excess} must be corrected`
    }.`;
  },
  /** Stands before either detail when plans decide, not the target. */
  besideTarget: (target: string) => `Against the target ${target}: `,

  files: 'Files',
  records: 'Records',
  recordsIn: (count: string) => plural(count, 'record'),
  inEngine: 'in its database',
  codesIn: (column: string) => `codes: ${column}`,
  namesIn: (column: string) => `names: ${column}`,
  noNameColumn: 'no names',
  unitsIn: (column: string) => `units: ${column}`,
  noUnitColumn: 'no unit column',
  delimiters: { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'pipe' } as Record<string, string>,
  notApplicable: 'not applicable (natural persons)',
  blankRows: 'Blank rows (not counted)',

  duplicates: 'Duplicates',
  duplicateCounts: ({ codes, records, excess }: DuplicateFacts) =>
    `${plural(codes, 'code')} on ${plural(records, 'record')}, ${excess} beyond the first`,
  none: 'none',
  conflicting: 'conflicting (different names)',
  repeated: 'repeated (same name)',
  kindUnknown: 'Without a name column, conflicting and repeated cannot be told apart.',

  rates: (target: string) => `Rates by definition (target: ${target})`,
  definitions: {
    literal: 'erroneous + excess duplicates',
    assignment: 'by assignments: erroneous + further names of a code + further codes of an organization',
    conflicting: 'erroneous + conflicting duplicates',
    'all-duplicates': 'erroneous + all duplicates',
    erroneous: 'erroneous only',
    'check-digit': 'erroneous, organization check characters left out',
    'with-unconverted': 'erroneous + excess duplicates + unconverted',
  },
  within: 'within',
  beyond: 'missed',
  /** Of a rate that nobody asked for. */
  notCounted: 'not counted',
  allAgree: (met: boolean) => `All definitions agree: the target is ${met ? 'met' : 'missed'}.`,
  disagree: (within: string, beyond: string, judge: string) =>
    `The definition decides: within target by ${within}; missed by ${beyond}. This report judges by ${judge}; ask whoever set the target which one counts.`,

  issues: 'Issues',
  issueTitles: {
    missing: 'no code',
    'spreadsheet-notation': 'scientific notation',
    charset: 'character not allowed',
    'identity-number': 'resident ID number',
    'region-format': 'letter in the region',
    'pilot-era': 'pilot-era code',
    'check-digit': 'wrong check character',
    'organization-check-digit': 'wrong organization code',
    'registration-number': 'registration number',
    'taxpayer-number': 'taxpayer number',
    'organization-code': 'organization code',
    'registration-check-digit': 'wrong registration number',
    length: 'wrong length or form',
  },
  issueAdvice: {
    missing: 'nothing is filled in: issue or enter a code',
    'spreadsheet-notation': 'a spreadsheet made it a number and lost its last digits: export it again as text',
    charset: 'one of the 18 characters is not used in codes, often O for 0 or I for 1: compare the certificate',
    'identity-number': 'a person’s ID number stands in for the code: enter the code, and mind the personal data',
    'region-format': 'positions 3–8 must be digits: compare the certificate',
    'pilot-era': 'lawful codes of the pilot period; they conform and are listed for information',
    'check-digit':
      'position 18 does not fit the first 17: compare the certificate; if many, look at the issuing system',
    'organization-check-digit': 'position 17 does not fit positions 9–16 (GB 11714): compare the certificate',
    'registration-number': 'still the old registration number, no unified code yet',
    'taxpayer-number': 'still the old taxpayer number, no unified code yet',
    'organization-code': 'still the old organization code, no unified code yet',
    'registration-check-digit': '15 digits, yet no valid registration number: look at the row',
    length: 'neither an 18-character code nor a known older number: look at the row',
  },
  notes: 'Notes (not problems)',
  noteTitles: {
    format: 'written with spaces, dashes, full-width or small letters',
    'authority-category': 'authority and category are not a listed pair',
    'region-unlisted': 'region code not listed (often a development zone)',
    'region-abolished': 'region code abolished',
  },

  byUnit: 'Units (most problems first)',
  byAuthority: 'Authorities (most problems first)',
  byRegion: 'Regions (most problems first)',
  groupHeadings: {
    code: 'code',
    name: 'name',
    records: 'records',
    problems: 'problems',
    rate: 'rate',
    conversion: 'converted',
  },
  undecided: 'not recognizable',
  unlisted: '(not listed)',
  emptyCell: '(empty)',
  moreGroups: (count: string) => `${count} more with problems.`,

  examples: 'Examples',
  suggestion: (code: string) => `perhaps ${code}`,
  duplicateExample: (code: string, kind: 'conflicting' | 'repeated' | null) =>
    `${kind === null ? 'duplicate' : kind} ${code}`,
  /** Said when there are more examples than shown and no folder holds the rest. */
  outHint: 'Add --out FOLDER for the full lists of problems and duplicates.',

  warnings: 'Warnings',
  moreWarnings: (count: string) => `${count} more.`,
  written: (folder: string) => `Written to ${folder}`,
  outFiles: {
    'report.html': 'the report to read and print; opens in a browser',
    'lists.xlsx': 'findings and duplicates; open this one in Excel: codes are text and keep their digits',
    'summary.json': 'all numbers of this report',
    'findings.csv': 'the findings for programs (Excel would cut the last digits of codes without letters)',
    'duplicates.csv': 'the duplicates for programs',
  },
  elapsed: (seconds: string) => `took ${seconds} s`,
  quote: (text: string) => `“${text}”`,
  list: (items: string[]) => items.join(', '),
};
