/** What `uscc generate` and `uscc bench` say. */
export const en = {
  tooManyRows: (most: string) => `--rows goes up to ${most}; more would run out of codes.`,
  tooManyProblems: '--errors, --duplicates and --suspects together must not exceed 100%.',
  onlyErrors: 'Tables of licences and penalties take --errors up to 25%, and neither --duplicates nor --suspects.',
  samePath: (path: string) => `--truth and --output name the same file: ${path}. Give each its own.`,
  generate: {
    usage: '[options]',
    summary: 'write a made-up registry export to test and measure with',
    footer:
      '\nExamples:\n  $ uscc generate --rows 1e6 --errors 0.01% --duplicates 0.01% -o registry.csv\n  $ uscc generate --seed 7 --errors 1% --truth truth.csv -o registry.csv',
  },
  bench: {
    usage: '[options]',
    summary: 'measure this machine: rows and bytes a second',
    footer: '\nExamples:\n  $ uscc bench --rows 1e5',
  },
  benchWriting: (rows: string) => `writing ${rows} test records…`,
  benchRows: {
    generate: 'generate',
    check: 'check',
    checkBytes: 'check (bytes)',
    validate: 'validate one code',
    isValid: 'isValid one code',
  },
  benchThreads: (count: number) => `${count} ${count === 1 ? 'thread' : 'threads'}`,
  rowsPerSecond: 'rows/s',
  codesPerSecond: 'codes/s',
};
