/** Why a cell was written anew. */
export type FixReasonCode =
  | 'white-space'
  | 'invisible'
  | 'full-width'
  | 'lower-case'
  | 'quotes'
  | 'brackets'
  | 'dashes'
  | 'punctuation'
  | 'organization-code'
  | 'taxpayer-number'
  | 'registration-number'
  | 'repair';

/** What `uscc fix` says. */
export const en = {
  help: {
    usage: '[options] <file> -o <new file>',
    summary: 'put right what is certain in how codes are written: spaces, full-width, lower case, quotes, dashes',
    file: 'CSV, Excel, JSON, Parquet, or gzip or zip of these; "-": standard input; one table at a time',
    footer: `
Only codes that conform once normalized are rewritten: both check characters are
right, and only the writing changes. Erroneous codes, identifiers from before
the unified code and empty cells stay, unless a registry of --from gives exactly
one code under the same or nearly the same name (or one of the two has none).
Delimiters, quotes, line breaks, encoding and other columns stay as they are.
A second run changes nothing. Excel, JSON and Parquet come out as CSV in UTF-8.

Examples:
  $ uscc fix export.csv -o export-fixed.csv --log changes.csv
  $ uscc fix export.csv --dry-run
  $ uscc fix licences.csv --from registry.csv -o fixed.csv --log changes.csv`,
  },
  needsOutput: 'name the new file with -o, or use --dry-run to see what would change.',
  twiceToStandardOutput: 'standard output takes one thing: only one of -o and --log can be "-".',
  /** One file at a time: a workbook of several sheets, an archive of several tables. */

  title: (path: string, output: string | null) => (output === null ? path : `${path} → ${output}`),
  changed: (count: string, records: string) => `${count} codes rewritten, of ${records} records`,
  wouldChange: (count: string, records: string) =>
    `${count} codes to rewrite, of ${records} records; nothing has been written`,
  nothingToChange: (records: string) => `nothing to put right in how codes are written (${records} records)`,
  reasons: {
    'white-space': 'white space',
    invisible: 'invisible characters',
    'full-width': 'full-width or compatibility characters',
    'lower-case': 'lower case',
    quotes: 'quotes or ="…"',
    brackets: 'brackets',
    dashes: 'dashes',
    punctuation: 'punctuation at the end',
    'organization-code': 'organization code made the code of the registry',
    'taxpayer-number': 'taxpayer number made the code of the registry',
    'registration-number': 'registration number made the code of the registry',
    repair: 'wrong code made the one code under the same name',
  },
  /** The sentence of the log. */
  why: (reasons: string[]) => `put right: ${reasons.join(', ')}`,
  /** The same of a code that comes from a registry. */
  whyFilled: (reasons: string[], place: string, name: string, isNameCompared: boolean) =>
    `${reasons.join(', ')}: ${place}${name === '' ? '' : `, ${name}`}${isNameCompared ? '' : '; names were not compared'}`,
  left: ({ erroneous, unconverted, missing }: { erroneous: string; unconverted: string; missing: string }) =>
    `left for people: ${erroneous} erroneous, ${unconverted} unconverted, ${missing} missing (see "uscc check")`,
  nothingLeft: 'no erroneous, unconverted or missing codes',
  skipped: (count: string) =>
    `${count} codes left alone next to a quote that never closes: a change could move the ends of records`,
  heldBack: (count: string) =>
    `${count} records left alone: the registry has their identifier under another name (see "uscc match")`,
  unnamed: (count: string) =>
    `${count} records left alone: the registry has a code for their identifier, but there are no names to compare (--without-names fills it all the same)`,
  converted: 'the file was no plain text: written as CSV (UTF-8, commas)',
  logged: (path: string) => `changes: ${path}`,
  elapsed: (seconds: string) => `${seconds} s`,
};
