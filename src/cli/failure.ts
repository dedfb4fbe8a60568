import { CommanderError } from 'commander';
import { maskIdentityNumbers } from '../code/cell/mask.ts';
import { UsccError, type UsccErrorCode } from '../code/error.ts';
import type { CliMessages } from '../messages/cli/index.ts';
import { describeError } from '../messages/refusal/index.ts';
import { adviseOn, describeSystemError } from '../messages/system-errors.ts';
import type { Language } from '../messages/voice.ts';
import { escapeControlsInLines } from '../write/escape-controls.ts';
import { namePlaceholders } from './command.ts';
import { INTERRUPTED } from './interrupt.ts';
import { isBrokenPipe } from './output.ts';

const EXIT_CODES: Record<UsccErrorCode, number> = { usage: 2, input: 3, output: 3, worker: 3, aborted: INTERRUPTED };
const UNEXPECTED = 3;
const shortages = ['EMFILE', 'ENFILE', 'ENOMEM', 'ENOSPC', 'EDQUOT'] as const;

/** What to say on standard error, and the exit code. */
export interface Failure {
  exitCode: number;
  text: string;
}

interface Run {
  lang: Language;
  messages: CliMessages;
  /** `uscc check`, or `uscc` when no command was named. */
  command: string;
  debug: boolean;
}

/** The one place where errors become exit codes and words. No stack trace unless USCC_DEBUG is set. */
export function describeFailure(error: unknown, { lang, messages, command, debug }: Run): Failure {
  if (error instanceof CommanderError) return describeParserError(error, messages, command);
  if (isBrokenPipe(error)) return { exitCode: 0, text: '' };
  const trace = debug && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  const shortage = findShortage(error);
  if (shortage !== undefined)
    return { exitCode: UNEXPECTED, text: say(messages, describeShortage(shortage, lang)) + trace };
  if (!(error instanceof UsccError)) {
    const reason = error instanceof Error ? error.message : String(error);
    const hint = debug ? '' : `${messages.debugHint}\n`;
    return { exitCode: UNEXPECTED, text: say(messages, messages.internal(reason)) + hint + trace };
  }
  const text = error.code === 'aborted' ? messages.interrupted : describeError(error, { lang, face: 'command' });
  return { exitCode: EXIT_CODES[error.code], text: say(messages, text) + trace };
}

/** What the system is out of, where that and no mistake of ours ended the run: the code stands in an error, or before its message. */
function findShortage(error: unknown): string | undefined {
  if (!(error instanceof Error) || (error instanceof UsccError && error.refusal !== undefined)) return undefined;
  if (/could not allocate memory|allocation failed|out of memory/i.test(error.message)) return 'ENOMEM';
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return shortages.find((each) => code === each || error.message.startsWith(`${each}:`));
}

function describeShortage(code: string, lang: Language): string {
  return lang === 'zh'
    ? `${describeSystemError(code, lang)}。${adviseOn(code, 'write', lang)}`
    : `${describeSystemError(code, lang)}. ${adviseOn(code, 'write', lang)}`;
}

/** The argument parser ends with code 0 after printing help or the version that was asked for. */
function describeParserError(error: CommanderError, messages: CliMessages, command: string): Failure {
  if (error.exitCode === 0) return { exitCode: 0, text: '' };
  if (error.code === 'commander.help') return { exitCode: EXIT_CODES.usage, text: '' };
  return {
    exitCode: EXIT_CODES.usage,
    text: `${say(messages, translate(error, messages))}${messages.moreHelp(command)}\n`,
  };
}

/** The parser's errors carry a code and an English sentence, and no facts beside: what they name is read from the sentence. */
function translate({ code, message }: CommanderError, messages: CliMessages): string {
  const original = message.replace(/^error: /, '');
  const template = messages.parserErrors[code];
  if (template === undefined) return original;
  const [head = '', hint] = original.split(/\n\(Did you mean (?:one of )?(.*)\?\)$/);
  const quoted = [...head.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const choices = /Allowed choices are (.*)\.$/.exec(head)?.[1];
  const rest = choices === undefined ? '' : messages.allowedChoices(choices.split(', '));
  const text = template.replace(/\$([123])/g, (_, index) => (index === '3' ? rest : (quoted[Number(index) - 1] ?? '')));
  return namePlaceholders(hint === undefined ? text : text + messages.didYouMean(hint.split(', ')), messages);
}

/** Errors may quote input: nothing that a terminal obeys, and no resident ID number. */
function say(messages: CliMessages, text: string): string {
  return `uscc: ${messages.error}${escapeControlsInLines(maskIdentityNumbers(text))}\n`;
}
