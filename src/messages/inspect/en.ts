import { type LicenceRole, licenceRoles } from '../licences/roles.ts';
import { lineReasons } from '../line-reason.ts';
import { formatCount } from '../numbers.ts';

type Role = LicenceRole | 'unit' | 'other-code';
type Reason = 'named' | 'header' | 'content';

const roles: Record<Role, string> = {
  ...licenceRoles.en,
  code: 'codes',
  name: 'names',
  unit: 'units',
  'other-code': 'other codes',
};
const reasons: Record<Reason, string> = {
  named: 'as you said',
  header: 'by its header',
  content: 'by its cells',
};

export const en = {
  help: {
    usage: '[options] <file...>',
    summary: 'show how tables are understood, without checking anything',
    files: 'CSV, Excel, JSON, Parquet and other tables, gzip or zip of these, or folders; - is standard input',
    footer: `
For each table: encoding, delimiter, escape, header, how many records, each
column with samples and whether it was taken for codes, names or units and why,
lines that are no records and why, and the first records. Every table is read to
its end. Resident ID numbers are masked.

Examples:
  $ uscc inspect export.csv
  $ uscc inspect counties/ --format json
  $ uscc inspect export.csv --encoding gb18030 --code-column 3`,
  },
  encoding: (encoding: string) => `encoding ${encoding}`,
  delimiter: (delimiter: string) => `delimiter ${delimiter}`,
  delimiters: { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'pipe' } as Record<string, string>,
  escape: 'backslash before quotes',
  sheet: (name: string) => `sheet ${name}`,
  headerLine: (line: number) => `header in line ${formatCount(line)}`,
  noHeader: 'no header line',
  records: (count: number) => `${formatCount(count)} ${count === 1 ? 'record' : 'records'}`,
  blankRows: (count: number) => `${formatCount(count)} blank rows`,
  columnsTitle: 'Columns',
  roles,
  reasons,
  noRole: '',
  samples: (samples: string[]) => samples.join(' · '),
  empty: '(empty)',
  skippedTitle: (count: number) => `Lines that are no records: ${formatCount(count)}`,
  skipped: { ...lineReasons.en, title: 'a title, or another line of the header' },
  line: (line: number) => `line ${formatCount(line)}`,
  lines: (first: number, last: number) => `lines ${formatCount(first)}–${formatCount(last)}`,
  andMore: (count: number) => `and ${formatCount(count)} more`,
  rowsTitle: 'First records',
  andColumns: (count: number) => `and ${formatCount(count)} more columns`,
  warningsTitle: 'Mind',
  cannotCheck: (error: string) => `It cannot be checked: ${error}`,
  failed: (count: number) =>
    `${formatCount(count)} ${count === 1 ? 'input' : 'inputs'} cannot be understood; see above.`,
};
