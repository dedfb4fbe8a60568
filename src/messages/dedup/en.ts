/** What `uscc dedup` says. */
export const en = {
  help: {
    usage: '[options] <file...> -o <new file>',
    summary: 'remove repeated records, every other byte as it was; conflicting ones stay and are listed',
    files:
      'CSV, Excel, JSON, Parquet, gzip or zip of these, or folders; "-": standard input; several need the same columns, encoding and delimiter',
    footer: `
Repeated: the same code and the same name (an empty name differs from none).
Erroneous, unconverted and missing codes stay; of records that repeat one
erroneous code under one name, one stays. Without a name column only rows that
are the same byte for byte are repeated. Kept rows are copied byte for byte, in
order, and so are titles, header and blank lines (of several files, the first
one's header). Dates may be written 2023-07-01, 2023/7/1, 2023年7月1日 or
20230701; what is none loses. Excel, JSON and Parquet come out as CSV in UTF-8.

Examples:
  $ uscc dedup export.csv -o clean.csv --removed removed.csv
  $ uscc dedup january.csv february.csv -o both.csv --keep newest:核准日期
  $ uscc dedup a.csv -o b.csv --conflicts separate --conflicts-file c.csv`,
  },
  needsOutput: 'name the new file with -o ("-": standard output).',
  twiceToStandardOutput: 'standard output takes one thing: only one of -o, --removed and --conflicts-file can be "-".',
  needsConflictsFile: '--conflicts separate moves rows to a file of their own: name it with --conflicts-file.',
  needsRemoved: '--conflicts drop removes records under other names: say with --removed where they are to be listed.',
  /** `names`: of the column in the file and in the first one; null where it has none. */

  title: (paths: string[], output: string) =>
    `${paths.length > 3 ? `${paths.slice(0, 2).join(', ')} and ${paths.length - 2} more` : paths.join(', ')} → ${output}`,
  kept: (kept: string, records: string) => `${kept} records kept, of ${records}`,
  nothingRemoved: (records: string) => `no repeated records to remove (${records} records)`,
  removedRepeated: (count: string) => `${count} repeated records removed`,
  removedConflicting: (count: string) => `${count} records under other names removed (--conflicts drop)`,
  separated: (count: string) => `${count} records of conflicting duplicates moved out`,
  skipped: (count: string) =>
    `${count} repeated records left in place next to a quote that never closes: the ends of others could move`,
  /** Conflicts that stand in the output. */
  conflictsLeft: ({
    by,
    codes,
    records,
  }: {
    by: 'code' | 'organization' | 'code+name';
    codes: string;
    records: string;
  }) =>
    by === 'organization'
      ? `conflicting: ${codes} organization codes on ${records} records, only repetitions of one code removed; look into them`
      : `conflicting: ${codes} codes on ${records} records, none of them removed; look into them`,
  byRows: 'no name column: rows that are not the same throughout count as conflicting, and stay',
  more: (count: string) => `… ${count} more`,
  noName: '(no name)',
  whatToDo:
    'once they are cleared up, run again with --conflicts drop or separate; --by code+name removes those of one name',
  removedTo: (path: string) => `removed rows: ${path}`,
  conflictsTo: (path: string) => `conflicting rows: ${path}`,
  converted: 'an input was no plain text: written as CSV (UTF-8, commas)',
  elapsed: (seconds: string) => `${seconds} s`,
};
