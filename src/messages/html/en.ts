/** Facts of a sentence; numbers already written out. */
export type Facts<Name extends string> = Record<Name, string>;

/** What the report as a page says beyond the words that every report shares. */
export const en = {
  /** BCP 47, for `<html lang>`. */
  locale: 'en',
  title: 'Unified social credit codes: duplicates and errors',
  made: 'Made',
  skip: 'Skip to the list of findings',

  met: 'Within target',
  missed: 'Target missed',
  nothing: 'No rate',
  rate: 'Share of duplicate and erroneous codes',
  target: (value: string, isZero: boolean) => (isZero ? 'Target: not one' : `Target: below ${value}`),
  problems: 'Problem codes',
  codes: 'Codes in all',
  allowed: 'At most allowed',
  excess: 'Must be corrected',
  counts: 'Overview',
  records: 'Records',
  duplicateRecords: 'Duplicates',
  partitionHints: {
    conforming: 'to the standard',
    erroneous: 'not to the standard',
    unconverted: 'still older numbers; not in the total of codes',
    missing: 'no code; not in the total of codes',
  },

  warnings: 'Please note',
  causes: 'Causes',
  causesLead: 'Many problems share one cause. Correct it at its source rather than row by row.',
  causeScope: { region: 'region', file: 'file', authority: 'authority', unit: 'unit' },
  ofTotal: ({ count, total }: Facts<'count' | 'total'>) => `${count} of ${total} records`,

  rates: 'Rates by definition',
  rateHeadings: {
    definition: 'Definition',
    numerator: 'Problems',
    denominator: 'Codes',
    rate: 'Rate',
    verdict: 'Verdict',
  },
  judges: 'judges here',

  comma: ', ',
  source: (text: string) => `Source: ${text}`,

  issues: 'Issues',
  issueHeadings: { issue: 'Issue, and what to do', partition: 'Kind', count: 'Records', share: 'Of all records' },
  noIssues: 'Nothing was found.',

  byUnit: 'Units responsible',
  unitHeading: 'Unit',
  conversion: 'Converted',
  emptyUnit: '(no unit given)',
  moreRows: (count: string) => `${count} more with problems.`,
  noProblems: 'None has problems.',
  authorities: {
    '1': 'Staffing commission',
    '2': 'Foreign affairs',
    '3': 'Justice',
    '4': 'Culture',
    '5': 'Civil affairs',
    '6': 'Tourism',
    '7': 'Religious affairs',
    '8': 'Trade unions',
    '9': 'Market regulation',
    A: 'Military reform and staffing',
    G: 'Public security',
    J: 'Housing and construction',
    N: 'Agriculture',
    Q: 'Returned overseas Chinese',
    Y: 'Other',
  } as Record<string, string>,

  provinces: 'By province',
  provincesLead: 'Tiles show problem codes; their colour shows the rate, see the key. By positions 3–4 of the code.',
  provinceScale: ['no problems', 'below target', 'up to 10 × target', '10–100 ×', 'over 100 ×'],
  provinceFacts: ({ name, problems, codes, rate }: Facts<'name' | 'problems' | 'codes' | 'rate'>) =>
    `${name}: ${problems} problems in ${codes} codes, ${rate}`,
  noRecords: (name: string) => `${name}: no codes`,
  national: 'National',

  positions: 'Position of the wrong character',
  positionsLead:
    'Where the suggested code differs from the one written; without a suggestion, where a rule is broken. A peak at 17 or 18 points to an issuing system that computes check characters wrongly, a spread over all positions to typing.',
  positionCount: (position: string, count: string) => `Position ${position}: ${count}`,
  positionParts: ['authority', 'category', 'region', 'organization code', 'check'],

  duplicates: 'Duplicates',
  conflictingGroups: 'Conflicting duplicates, side by side',
  conflictingLead:
    'One code registered under different names. What differs is marked: a change of name not passed on, or a code that really was given twice.',
  otherGroups: 'Repeated records',
  moreGroups: (count: string) => `${count} more are not listed here.`,
  moreRecords: (count: string) => `${count} more`,
  noName: '(no name)',

  findings: 'Findings',
  findingsLead: 'Search, filter and sort; select a row for the reason and what to do.',
  noFindings: 'There is nothing to list.',
  /** There are more than the page holds. */
  findingsCut: ({ kept, total }: Facts<'kept' | 'total'>) =>
    `${total} in all, ${kept} in this page: erroneous codes first, the rest in file order.`,
  needsScript: 'Scripts are switched off, so the list cannot be shown here.',

  files: 'Files checked',
  fileHeadings: {
    path: 'File',
    records: 'Records',
    size: 'Size',
    encoding: 'Encoding',
    code: 'Code column',
    name: 'Name column',
    unit: 'Unit column',
  },
  noColumn: 'none',
  /** Units without a problem, before their names. */
  fineUnits: (count: string) => `Units without a problem (${count}): `,
  about: {
    organization: 'Prepared by',
    period: 'Period',
    definition: 'What is counted',
    target: 'Judged by',
    document: 'Source document',
    due: 'Correct by',
    contact: 'Contact',
    definitions: {
      literal:
        'erroneous codes, and of each duplicate the records beyond the first, among all codes (conforming and erroneous)',
      assignment:
        'by assignments: erroneous codes, codes given to several entities and entities given several codes, among all distinct pairs of code and name',
      conflicting:
        'erroneous codes, and all records of conflicting duplicates, among all codes (conforming and erroneous)',
      'all-duplicates': 'erroneous codes, and all records of duplicates, among all codes (conforming and erroneous)',
      erroneous: 'erroneous codes among all codes (conforming and erroneous); duplicates do not count',
      'check-digit':
        'erroneous codes among all codes (conforming and erroneous); neither duplicates nor wrong check characters of organization codes count',
      'with-unconverted':
        'erroneous codes, excess records of duplicates and unconverted codes, among conforming, erroneous and unconverted ones',
    },
  },
  signatures: { prepared: 'Prepared', reviewed: 'Reviewed', signed: 'Signed (seal)', date: 'Date' },
  method:
    'Rules of GB 32100 and GB 11714. The total of codes is conforming plus erroneous; unconverted and missing codes are outside it. Findings are computed: the certificate and the issuing department decide what is right. Resident ID numbers are masked.',

  table: {
    caption: 'Findings',
    columns: {
      place: 'Place',
      issue: 'Issue',
      code: 'Code',
      suggestion: 'Perhaps',
      name: 'Name',
      authority: 'Authority',
      region: 'Region',
      unit: 'Unit',
    },
    search: 'Search',
    searchHint: 'code or name',
    all: 'all',
    filters: {
      issue: 'Issue',
      severity: 'Severity',
      authority: 'Authority',
      unit: 'Unit',
      region: 'Region',
      file: 'File',
    },
    severities: { error: 'erroneous', warning: 'unconverted or missing', info: 'for information' },
    reset: 'Reset',
    shown: (shown: string, total: string) => (shown === total ? `${total} in all` : `${shown} of ${total}`),
    none: 'No record fits.',
    download: 'Download CSV',
    copy: 'Copy',
    copied: (count: string) => `${count} copied; paste them into a sheet`,
    copyFailed: 'The browser does not allow copying; download instead.',
    fileName: 'findings.csv',
    noSuggestion: 'none',
    details: 'Details',
    detailsHint: 'Select a row for the reason and what to do.',
    close: 'Close',
    sortBy: (column: string) => `Sort by ${column}`,
    printed: ({ printed, total }: Facts<'printed' | 'total'>) => `The first ${printed} of ${total} are printed.`,
  },
};
