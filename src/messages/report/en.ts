import type { ReportMessages } from './index.ts';

const plural = (count: string, one: string, many = `${one}s`): string => `${count} ${count === '1' ? one : many}`;
const problems = (numerator: string, denominator: string, definition: string): string =>
  `${numerator} of ${plural(denominator, 'code')} ${numerator === '1' ? 'counts as a problem' : 'count as problems'} (${definition})`;

export const reportEn: ReportMessages = {
  met: ({ rate, target, isZero }) =>
    isZero ? 'WITHIN TARGET: no duplicate or erroneous codes' : `WITHIN TARGET: ${rate}, below ${target}`,
  missed: ({ rate, target, isZero }) => `TARGET MISSED: ${rate}, must be ${isZero ? 'zero' : `below ${target}`}`,
  noCodes: 'TARGET MISSED: not one code that counts, so there is no rate',
  assessed: (met, titles) => `${met ? 'MET' : 'MISSED'}: ${titles}`,
  metDetail: ({ numerator, denominator, allowed, definition }) =>
    numerator === '0'
      ? `${plural(denominator, 'code')}, none of them a problem (${definition}).`
      : `${problems(numerator, denominator, definition)}; up to ${allowed} may.`,
  missedDetail: ({ numerator, denominator, allowed, excess, definition }) =>
    `${problems(numerator, denominator, definition)}; ${
      allowed === '0'
        ? 'none may, so all must be corrected'
        : `up to ${allowed} may. At least ${excess} must be corrected`
    }.`,
  besideTarget: (target) => `Against the target ${target}: `,

  files: 'Files',
  records: 'Records',
  recordsIn: (count) => plural(count, 'record'),
  codesIn: (column) => `codes: ${column}`,
  namesIn: (column) => `names: ${column}`,
  noNameColumn: 'no names',
  unitsIn: (column) => `units: ${column}`,
  noUnitColumn: 'no unit column',
  delimiters: { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'pipe' },
  blankRows: 'Blank rows (not counted)',

  duplicates: 'Duplicates',
  duplicateCounts: ({ codes, records, excess }) =>
    `${plural(codes, 'code')} on ${plural(records, 'record')}, ${excess} beyond the first`,
  none: 'none',
  conflicting: 'conflicting (different names)',
  repeated: 'repeated (same name)',
  kindUnknown: 'Without a name column, conflicting and repeated cannot be told apart.',

  rates: (target) => `Rates by definition (target: ${target})`,
  definitions: {
    literal: 'erroneous + excess duplicates',
    conflicting: 'erroneous + conflicting duplicates',
    'all-duplicates': 'erroneous + all duplicates',
    erroneous: 'erroneous only',
    'check-digit': 'erroneous, organization check characters left out',
    'with-unconverted': 'erroneous + excess duplicates + unconverted',
  },
  within: 'within',
  beyond: 'missed',
  allAgree: (met) => `All definitions agree: the target is ${met ? 'met' : 'missed'}.`,
  disagree: (within, beyond, judge) =>
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
  moreGroups: (count) => `${count} more with problems.`,

  examples: 'Examples',
  suggestion: (code) => `perhaps ${code}`,
  duplicateExample: (code, kind) => `${kind === null ? 'duplicate' : kind} ${code}`,
  outHint: 'Add --out FOLDER for the full lists of problems and duplicates.',

  warnings: 'Warnings',
  moreWarnings: (count) => `${count} more.`,
  written: (folder) => `Written to ${folder}`,
  outFiles: {
    'report.html': 'the report to read and print; opens in a browser',
    'lists.xlsx': 'findings and duplicates; open this one in Excel: codes are text and keep their digits',
    'summary.json': 'all numbers of this report',
    'findings.csv': 'the findings for programs (Excel would cut the last digits of codes without letters)',
    'duplicates.csv': 'the duplicates for programs',
  },
  elapsed: (seconds) => `took ${seconds} s`,
  quote: (text) => `“${text}”`,
  list: (items) => items.join(', '),
};
