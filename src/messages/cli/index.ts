import { cliEn } from './en.ts';
import { cliZh } from './zh.ts';

/** What the command line says that is not a verdict or a report: errors, progress, help. */
export interface CliMessages {
  error: string;
  interrupted: string;
  internal(reason: string): string;
  debugHint: string;
  moreHelp(command: string): string;
  /** Why the file system refused, by errno code. */
  systemErrors: Record<string, string>;
  /** Errors of the argument parser, by its code; `$1` is what it quotes first, `$3` the values that would do. */
  parserErrors: Record<string, string>;

  allowedChoices(choices: string): string;
  /** What was probably meant, added to the sentence about an unknown option or command. */
  didYouMean(names: string): string;

  sameFileTwice(path: string): string;
  standardInputTwice: string;
  referenceCountsOnly: string;
  insideOutputFolder(path: string, folder: string): string;
  outputIsInput(flag: string, path: string): string;
  outputIsStandard(flag: string): string;
  sameOutputTwice(path: string): string;
  /** An output that can only be a workbook. */
  needsWorkbookPath(flag: string, path: string): string;

  outputIsFile(path: string): string;
  outputIsNoFile(path: string): string;
  outputHasOtherFiles(path: string, names: string[]): string;
  outputIsInUse(path: string): string;
  cannotWrite(path: string, reason: string): string;
  cannotReadInput(path: string, reason: string): string;

  noCodes: string;
  lineTooLong(line: number, bytes: number): string;
  tally(codes: number, conforming: number): string;
  unknownPart: string;
  note: string;
  suggestion: string;

  progress: Record<'spool' | 'registry' | 'scan' | 'group' | 'duplicates' | 'suspects' | 'compare' | 'write', string>;
  progressRecords(records: string): string;

  help: CliHelp;
}

/** Help texts. Examples show what a person would type. */
export interface CliHelp {
  usage: string;
  headings: Record<string, string>;
  /** What stands in angle brackets, by its English name. */
  placeholders: Record<string, string>;
  /** What follows the description of an option: its values, and the one it has unless named. */
  remark(choices: readonly string[], unlessNamed: string | null): string;
  /** Heading of the options that say how tables are read. */
  reading: string;
  /** Of the commands that judge nothing. */
  exitCodes: string;
  program: string;
  footer: string;
  showHelp: string;
  showVersion: string;
  lang: string;
  validate: { usage: string; summary: string; codes: string; footer: string };
  check: {
    usage: string;
    summary: string;
    files: string;
    footer: string;
  };
}

export function cliMessagesFor(lang: 'zh' | 'en'): CliMessages {
  return lang === 'zh' ? cliZh : cliEn;
}

/** A system error in words: `no space left on the disk`. */
export function describeSystemError(error: unknown, messages: CliMessages): string {
  const code = (error as { code?: unknown } | null)?.code;
  const known = typeof code === 'string' ? messages.systemErrors[code] : undefined;
  return known ?? (error instanceof Error ? error.message : String(error));
}
