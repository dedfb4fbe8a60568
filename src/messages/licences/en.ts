import { licenceRoles } from './roles.ts';

/** Facts of one finding that its reason may name. */
export interface ReasonFacts {
  /** What the column holds. */
  role: keyof typeof licenceRoles.en;
  /** As the category column says it. */
  category: string;
  suggestion: string | null;
  /** What of a code does not hold, in words. */
  verdict: string;
}

/** Judging tables of licences and penalties, in words. */
export const en = {
  summary: 'judge tables of administrative licences and penalties (双公示), every code column by its own rule',
  usage: '<file...> [flags]',
  files: 'tables of licences or penalties: CSV, Excel, JSON and more, folders, "-" for standard input',
  footer: `
Exit codes: 0 every record is compliant, 1 some are not, 2 wrong command line,
3 a file cannot be read or written
Examples:
  $ uscc licences XK.xlsx --out report
  $ uscc licences XK.csv CF.csv --html licences.html
More: uscc help licences
`,
  title: 'Licences and penalties',
  kinds: { licences: 'licences', penalties: 'penalties' },
  roles: licenceRoles.en,
  severities: { error: 'error', note: 'note' },
  verdict: ({ compliant, records, rate, met }: { compliant: string; records: string; rate: string; met: boolean }) =>
    `Compliance ${rate}: ${compliant} of ${records} records are compliant. ${met ? 'The 100% asked for is met.' : 'The 100% asked for is not met.'}`,
  points: ({ wrong, points }: { wrong: string; points: string }) =>
    `${wrong} ${wrong === '1' ? 'record is' : 'records are'} not compliant: ${points} points at 0.1 a record.`,
  layout: ({ file, kind, layout, records }: { file: string; kind: string; layout: string; records: string }) =>
    `${file}: ${kind}, layout of ${layout}, ${records} records`,
  tables: {
    byRule: 'Errors by rule',
    notes: 'Worth a look, no errors',
    byColumn: 'By column',
    byBody: 'By body',
    byCategory: 'By category',
    examples: 'First findings',
    findings: 'Findings',
  },
  columns: {
    severity: 'severity',
    rule: 'rule',
    column: 'column',
    records: 'records',
    role: 'holds',
    filled: 'filled',
    errors: 'errors',
    body: 'body',
    category: 'category',
    compliant: 'compliant',
    wrong: 'not compliant',
    rate: 'compliance',
    place: 'place',
    value: 'value',
    reason: 'reason',
    suggestion: 'suggestion',
    name: 'person concerned',
  },
  rules: {
    missing: 'not filled in',
    'not-wanted': 'filled in where it must be empty',
    'identity-number': 'resident ID number',
    'not-conforming': 'code does not conform',
    'check-fails': 'own check fails',
    'organization-mismatch': 'organization code is not that of the code',
    'tax-mismatch': 'tax number is not that of the code',
    'code-mismatch': 'another code than the code column has',
    'several-codes': 'one name, several codes',
    'several-names': 'one code, several names',
    'repeated-decision': 'published twice',
    'not-registered': 'code is not registered',
    'other-name': 'registered under another name',
    'category-code': 'code and category disagree',
    'category-unknown': 'unknown category',
    'body-authority': 'code of a body that does not begin with 1',
    format: 'written unusually',
  },
  reasons: {
    missing: ({ role, category }: ReasonFacts) =>
      role === 'code'
        ? `There is no code, and ${category === '?' ? 'it' : category} must have one. Enter the 18-character code of the certificate.`
        : 'The code of the body is not filled in.',
    'not-wanted': () => 'A natural person has no such code; leave the cell empty, or correct the category.',
    'identity-number': () =>
      'This is a resident ID number. It must not stand in a column of codes, nor be published; remove it.',
    'not-conforming': ({ verdict }: ReasonFacts) => verdict,
    'check-fails': ({ role }: ReasonFacts) => `This is no valid ${licenceRoles.en[role]}: its check fails.`,
    'organization-mismatch': ({ suggestion }: ReasonFacts) =>
      `Positions 9–17 of the code of the person concerned are ${suggestion ?? ''}; one of the two is wrong.`,
    'tax-mismatch': ({ suggestion }: ReasonFacts) =>
      `The tax number has to be the code (${suggestion ?? ''}), or six digits and its organization code; one of the two is wrong.`,
    'code-mismatch': ({ suggestion }: ReasonFacts) =>
      `This is a full code, but not that of the person concerned (${suggestion ?? ''}).`,
    'several-codes': ({ suggestion }: ReasonFacts) =>
      suggestion === null
        ? 'The same name stands with several codes, each as often; compare with the certificates.'
        : `The same name mostly stands with ${suggestion}.`,
    'several-names': ({ suggestion }: ReasonFacts) =>
      suggestion === null
        ? 'The same code stands with several names, each as often; compare with the certificates.'
        : `The same code mostly stands with the name ${suggestion}.`,
    'repeated-decision': () =>
      'An earlier record has the same decision number and code: it was published twice. Withdraw one.',
    'not-registered': () => 'The registry has no such code. Compare it with the certificate.',
    'other-name': ({ suggestion }: ReasonFacts) =>
      `The registry has this code under the name ${suggestion ?? ''}; code or name is wrong, or it was renamed.`,
    'category-code': ({ category }: ReasonFacts) =>
      `Codes of 个体工商户 begin with 92, those of others do not; the category says ${category}.`,
    'category-unknown': () =>
      'The category is none of 法人及非法人组织, 个体工商户, 自然人; the code was only checked as far as it is given.',
    'body-authority': () =>
      'Codes of state bodies and public institutions begin with 1. Worth a look, not wrong in itself.',
    format: () => 'Spaces, dashes, full-width or small letters; it was read as the plain code.',
  },
  moreRows: (count: string) => `${count} more rows are in findings.csv.`,
  hint: 'All findings: --out FOLDER, --html FILE, --xlsx FILE; for each body: --send FOLDER',
  written: (paths: string) => `Written: ${paths}`,
  elapsed: (seconds: string) => `${seconds} s`,
  sheets: { summary: 'Summary', findings: 'Findings' },
  sent: {
    heading: (period: string) => `${period}Licences and penalties to correct`,
    due: 'Deadline',
    contact: 'Contact',
    organization: 'From',
    body: 'Body',
    corrected: 'Corrected value',
    remark: 'Remark',
    file: ' licences.xlsx',
    index: 'index.xlsx',
    noBody: 'No body named',
    count: 'Findings',
    name: 'File',
  },
};
