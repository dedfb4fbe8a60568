import type { FixMessages } from './index.ts';

export const fixEn: FixMessages = {
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
  severalTables: (paths) =>
    `one table at a time; here are ${paths.length}: ${paths.slice(0, 10).join(', ')}. Choose a sheet with --sheet.`,

  title: (path, output) => (output === null ? path : `${path} → ${output}`),
  changed: (count, records) => `${count} codes rewritten, of ${records} records`,
  wouldChange: (count, records) => `${count} codes to rewrite, of ${records} records; nothing has been written`,
  nothingToChange: (records) => `nothing to put right in how codes are written (${records} records)`,
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
  why: (reasons) => `put right: ${reasons.join(', ')}`,
  whyFilled: (reasons, place, name) => `${reasons.join(', ')}: ${place}${name === '' ? '' : `, ${name}`}`,
  left: ({ erroneous, unconverted, missing }) =>
    `left for people: ${erroneous} erroneous, ${unconverted} unconverted, ${missing} missing (see "uscc check")`,
  nothingLeft: 'no erroneous, unconverted or missing codes',
  skipped: (count) =>
    `${count} codes left alone next to a quote that never closes: a change could move the ends of records`,
  heldBack: (count) =>
    `${count} records left alone: the registry has their identifier under another name (see "uscc match")`,
  converted: 'the file was no plain text: written as CSV (UTF-8, commas)',
  logged: (path) => `changes: ${path}`,
  elapsed: (seconds) => `${seconds} s`,
};
