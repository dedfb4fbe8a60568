/** Columns of the lists of problems. */
export type ProblemColumn =
  | 'number'
  | 'file'
  | 'line'
  | 'name'
  | 'code'
  | 'normalized'
  | 'kind'
  | 'description'
  | 'suggestion'
  | 'authority'
  | 'region'
  | 'unit'
  | 'action'
  | 'corrected'
  | 'remark';

/** Columns of the list of suspected duplicates. */
export type SuspectColumn = 'group' | 'kind' | 'confidence' | 'code' | 'name' | 'file' | 'sheet' | 'line' | 'checked';

/** Columns of the tables of groups in the summary. */
export type GroupColumn =
  | 'authority'
  | 'region'
  | 'unit'
  | 'code'
  | 'conversion'
  | 'records'
  | 'conforming'
  | 'erroneous'
  | 'unconverted'
  | 'missing'
  | 'excess'
  | 'problems'
  | 'rate';

/** What stands in a cell's drop-down or question. */
export interface ValidationText {
  title: string;
  prompt: string;
  error: string;
}

/** The text of the Excel workbook; what the report says elsewhere, too, is in `ReportMessages`. */
export const en = {
  sheets: {
    summary: 'Summary',
    problems: 'Problems',
    suspects: 'Suspects',
    index: 'Return sheets',
    others: 'Other units',
    noUnit: 'No unit given',
    noAuthority: 'Authority unclear',
  },
  /** Stands at the end of a cell that was too long. */
  cut: '… (too long, cut)',

  columns: {
    number: 'No.',
    file: 'File',
    line: 'Row',
    name: 'Name',
    code: 'Unified social credit code',
    normalized: 'Normalized',
    kind: 'Problem',
    description: 'What is wrong, what to do',
    suggestion: 'Suggested code',
    authority: 'Authority',
    region: 'Region',
    unit: 'Unit responsible',
    action: 'Action (0, 1 or 2)',
    corrected: 'Corrected code',
    remark: 'Remarks',
  },
  suspectColumns: {
    group: 'Group',
    kind: 'Why',
    confidence: 'Confidence',
    code: 'Unified social credit code',
    name: 'Name',
    file: 'File',
    sheet: 'Sheet',
    line: 'Row',
    checked: 'What was found',
  },
  /** `错码：校验码错误`. */
  kind: (partition: string, issue: string) => `${partition}: ${issue}`,
  duplicate: (kind: 'conflicting' | 'repeated' | null) => (kind === null ? 'duplicate' : `duplicate: ${kind}`),
  duplicateAdvice: (kind: 'conflicting' | 'repeated' | null, group: string) =>
    kind === 'conflicting'
      ? `Duplicate no. ${group}: one code, different names. Find out whose it is; the others need new codes.`
      : kind === 'repeated'
        ? `Duplicate no. ${group}: one code and one name, several times. Keep one record.`
        : `Duplicate no. ${group}. Find out whether one entity was entered twice or two share a code.`,

  /** Another holder of the code, and the sentence that names all of them. */
  other: (name: string, unit: string, place: string) =>
    `${name === '' ? '(no name)' : name} (${unit === '' ? '' : `${unit}, `}${place})`,
  others: (others: string[], hasMore: boolean) =>
    ` The code also stands with: ${others.join('; ')}${hasMore ? ' and others' : ''}.`,
  /** Below a column of numbers. */
  sum: 'Total',

  unitTitle: (unit: string) => `Problem codes to correct — ${unit}`,
  /** What to fill in, and how. */
  instructions:
    'Look at each row, fill in the three yellow columns, and send this sheet back. Action is one digit: 0 new code issued, 1 delete, 2 keep the code as it is. With 0, enter the new code of 18 characters under “Corrected code”. Suggested codes are computed; the certificate decides.',
  /** Position 1 is not always the unit that must act. */
  authorityCaution:
    'Sorted by the authority in position 1 of the code. That is not always the unit that must act (approval bureaus issue both 5 and 9, and a code wrong at position 1 points at the wrong one): check before passing it on.',
  othersCaution: (sheets: string) =>
    `More than ${sheets} units: the records of all further ones are here. Filter by “Unit responsible” to send them out.`,
  signature:
    'Unit (seal): ____________________    Filled in by: ______________    Telephone: ______________    Date: ______________',
  action: {
    title: 'Action',
    prompt: '0 new code issued; 1 delete; 2 keep the code as it is. The digit only.',
    error: 'Only 0, 1 or 2: 0 new code issued, 1 delete, 2 keep the code as it is.',
  },
  corrected: {
    title: 'Corrected code',
    prompt: 'With action 0: the unified social credit code, 18 characters, capital letters, no spaces.',
    error:
      'Not a unified social credit code with the right check character: 18 characters, capitals, no spaces, no I, O, S, V, Z. Keep it only if the certificate says so (pilot-era codes of Fujian).',
  },

  summaryTitle: 'Unified social credit codes: duplicates and errors',
  groupTitles: { authority: 'By authority', region: 'By region', unit: 'By unit' },
  groupColumns: {
    authority: 'Authority',
    region: 'Region',
    unit: 'Unit responsible',
    code: 'Code',
    conversion: 'Converted',
    records: 'Records',
    conforming: 'Conforming',
    erroneous: 'Erroneous',
    unconverted: 'Unconverted',
    missing: 'Missing',
    excess: 'Excess duplicates',
    problems: 'Problems',
    rate: 'Rate',
  },
  count: 'Count',
  advice: 'What to do',
  codes: 'Codes',
  excess: 'Beyond the first',
  definition: 'Definition',
  numerator: 'Problems',
  denominator: 'Codes',
  rate: 'Rate',
  conclusion: 'Target',
  /** Marks the definition that judges. */
  judges: (conclusion: string) => `${conclusion} (judges this report)`,
  total: 'Totals',
  codeTotal: 'Codes (conforming + erroneous)',
  encoding: 'Encoding',
  codeColumn: 'Column of codes',
  nameColumn: 'Column of names',
  causes: 'Causes that many problems share',
  causeColumns: { message: 'Cause', count: 'Records', total: 'Of' },
  assessments: 'Assessments',
  assessmentColumns: {
    title: 'Rule',
    met: 'Met',
    points: 'Points',
    away: 'Still to correct',
    message: 'How it is reached',
  },
  notJudged: 'no points',
  /** Rows of a table that were left out. */
  moreRows: (count: string) => `${count} more rows, further down by problems, are not listed.`,

  indexTitle: 'Return sheets',
  indexRemark:
    'One sheet a unit, most problems first. Click a sheet to open it; to send it out, right-click its tab, choose “Move or Copy”, and save it as a workbook of its own.',
  indexColumns: {
    number: 'No.',
    unit: 'Unit responsible',
    authority: 'Authority',
    all: 'Records',
    duplicates: 'Duplicates',
    sheets: 'Sheets',
  },
};
