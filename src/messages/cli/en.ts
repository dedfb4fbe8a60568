/** What the command line says that is not a verdict or a report: errors, progress, help. */
export const en = {
  error: 'error: ',
  interrupted: 'interrupted; temporary files removed',
  internal: (reason: string) => `something went wrong that should not have: ${reason}`,
  debugHint: 'Set USCC_DEBUG=1 to see where, and please report it.',
  moreHelp: (command: string) => `Run "${command} --help" for the options and examples.`,
  /** Errors of the argument parser, by its code; `$1` is what it quotes first, `$3` the values that would do. */
  parserErrors: {
    'commander.unknownOption': "unknown option '$1'.",
    'commander.unknownCommand': "unknown command '$1'.",
    'commander.optionMissingArgument': "option '$1' needs a value.",
    'commander.missingArgument': "missing required argument '$1'.",
    'commander.excessArguments': "too many arguments for '$1'. Put quotes around file names with spaces.",
    'commander.invalidArgument': "option '$1' cannot be '$2'. $3",
    'commander.conflictingOption': "options '$1' and '$2' do not go together.",
    'commander.missingMandatoryOptionValue': "option '$1' is required.",
  } as Record<string, string>,

  allowedChoices: (choices: readonly string[]) => `Allowed choices are ${choices.join(', ')}.`,
  /** What was probably meant, added to the sentence about an unknown option or command. */
  didYouMean: (names: readonly string[]) => ` Did you mean ${names.join(', ')}?`,

  referenceCountsOnly:
    '--scanner reference counts and lists nothing: it cannot go with --out and other outputs that list problems. Use --format text or json.',
  sameFileTwice: (path: string) => `${path} is given twice: its records would count twice. Name it once.`,
  standardInputTwice:
    'standard input (-) can be read only once, so it cannot be two inputs. Name a file for one of them.',
  insideOutputFolder: (path: string, folder: string) =>
    `${path} lies inside the --out folder ${folder}, which would be replaced. Choose another folder.`,
  outputIsInput: (flag: string, path: string) =>
    `${flag} ${path} is a file to check and would be overwritten. Choose another name.`,
  outputIsStandard: (flag: string) => `${flag} writes a file and cannot go to standard output. Name a file.`,
  /** An output that can only be a workbook. */
  needsTablePath: (flag: string, path: string) =>
    `${flag} writes CSV or Parquet: give a name that ends in .csv or .parquet, not ${path}. A workbook with its wrong cells marked is written by --marked.`,
  needsWorkbookPath: (flag: string, path: string) =>
    `${flag} ${path}: this output is an Excel workbook; let its name end in .xlsx.`,
  sameOutputTwice: (path: string) => `two outputs would be written to ${path}. Give each a name of its own.`,

  noCodes: 'no code given. Name codes on the command line, or send them to standard input, one a line.',
  lineTooLong: (line: number, bytes: number) =>
    `standard input, line ${line}: longer than ${bytes} bytes. Send one code a line; for tables use "uscc check".`,
  tally: (codes: number, conforming: number) => `${codes} codes: ${conforming} conform, ${codes - conforming} do not`,
  unknownPart: '(not listed)',
  note: 'note',
  suggestion: 'suggestion',

  progress: {
    spool: 'Unpacking',
    query: 'Asking the engine',
    registry: 'Reading the registry',
    scan: 'Reading',
    group: 'Finding duplicates',
    duplicates: 'Listing duplicates',
    compare: 'Comparing',
    write: 'Writing',
    suspects: 'Looking for suspected duplicates',
  },
  progressRecords: (records: string) => `${records} records`,

  help: {
    usage: '[options] [command]',
    headings: {} as Record<string, string>,
    placeholders: {} as Record<string, string>,
    remark: (choices: readonly string[], unlessNamed: string | null) => {
      const parts = choices.length === 0 ? [] : [`choices: ${choices.join(', ')}`];
      if (unlessNamed !== null) parts.push(`default: ${unlessNamed}`);
      return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
    },
    reading: 'Reading tables',
    heading: (title: string) => `${title}:`,
    exitCodes: `
Exit codes: 0 done · 2 wrong command line
            3 an input cannot be read or an output cannot be written
            130 interrupted`,
    program:
      'Check Chinese unified social credit codes (统一社会信用代码, GB 32100): one by one, or whole registry exports against the 0.01% target for duplicate and erroneous codes.',
    footer: `
Examples:
  $ uscc check export.csv --out report
  $ uscc validate 91350211M00013FA1N
  $ uscc <command> --help

Exit codes: 0 done · 1 done, but target missed or a code does not conform
            2 wrong command line · 130 interrupted
            3 an input cannot be read or an output cannot be written`,
    showHelp: 'show this help',
    showVersion: 'show the version',
    validate: {
      usage: '[options] [code...]',
      summary: 'validate single codes and say what is wrong',
      codes: 'codes; none or "-": standard input, one a line (empty lines are skipped)',
      footer: `
Examples:
  $ uscc validate 91350211M00013FA1N
  $ uscc validate 91350211M00013FA1N --against registry.csv
  $ uscc validate --format json < codes.txt > verdicts.json

Registries come last: codes after them would be taken for files. Resident ID
numbers are masked in everything that is printed.

Exit codes: 0 all conform · 1 some do not · 2 no code, or wrong command line
            3 an input cannot be read · 130 interrupted`,
    },
    check: {
      usage: '[options] <file...>',
      summary: 'check registry exports: erroneous and duplicate codes, and the rate against the target',
      files:
        'CSV, Excel, JSON, Parquet, gzip or zip of these, or folders; "-": standard input; duplicates are found across all',
      footer: `
Definitions:
  literal           erroneous + every record of a duplicate beyond the first
  assignment        over pairs of code and name: erroneous + further names of a
                    code + further codes of an organization code; counted with
                    this definition or with --suspect
  conflicting       erroneous + duplicates that carry different names
  all-duplicates    erroneous + every record of a duplicate
  erroneous         erroneous only
  check-digit       erroneous, organization check characters left out
  with-unconverted  literal + unconverted, which then count as codes too

Examples:
  $ uscc check export.csv
  $ uscc check book.xlsx archive.zip --sheet 2
  $ uscc check city.csv counties/*.csv --out report --target 0
  $ uscc check county.xlsx --unit-column auto --xlsx returns.xlsx
  $ uscc check county.xlsx --unit-column auto --assess pingyin-2022
  $ uscc check export.txt --encoding gb18030 --delimiter tab --code-column 3

Exit codes: 0 within target
            1 target missed; with --assess, an assessment that was named
            2 wrong command line · 130 interrupted
            3 an input cannot be read or an output cannot be written`,
    },
  },
};
