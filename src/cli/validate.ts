import type { Command } from 'commander';
import { Option } from 'commander';
import { UsccError } from '../code/error.ts';
import { repair } from '../code/repair.ts';
import { validate } from '../code/validate.ts';
import type { Repair, Verdict } from '../code/verdict.ts';
import { type CliMessages, cliMessagesFor, describeSystemError } from '../messages/cli-messages.ts';
import { regions } from '../regions/index.ts';
import { renderJson } from '../report/json.ts';
import type { Style } from '../report/style.ts';
import { renderVerdict } from '../report/verdict-text.ts';
import { createCommand } from './command.ts';
import { withInterrupts } from './interrupt.ts';
import type { Language } from './language.ts';
import { readLines } from './lines.ts';
import { chooseStyle, type Output, openOutput } from './output.ts';

/** How a list of verdicts is written: what comes first, between two, and last. */
interface Format {
  first: string;
  between: string;
  last(codes: number, conforming: number): string;
  show(verdict: Verdict, suggestions: Repair[]): string;
}

/** `uscc validate`: single codes, from the command line or standard input, in bounded memory. */
export function validateCommand(lang: Language): Command {
  const messages = cliMessagesFor(lang);
  const { help } = messages;
  const command = createCommand('validate', messages)
    .usage(help.validate.usage)
    .description(help.validate.summary)
    .argument('[code...]', help.validate.codes)
    .addOption(new Option('--format <format>', help.format).choices(['text', 'json']).default('text'))
    .addHelpText('after', help.validate.footer);
  return command.action(async (codes: string[], flags: { format: 'text' | 'json' }) => {
    if (codes.length === 0 && process.stdin.isTTY) command.help({ error: true });
    const style = chooseStyle(process.stdout, process.env);
    const format = flags.format === 'json' ? jsonFormat() : textFormat(lang, style, messages);
    const output = openOutput(process.stdout, messages);
    const allConform = await withInterrupts((signal) =>
      writeVerdicts(listCodes(codes.length > 0 ? codes : ['-'], messages, signal), format, output, signal),
    );
    if (allConform === null) throw new UsccError('usage', messages.noCodes);
    process.exitCode = allConform ? 0 : 1;
  });
}

/** Whether all codes conform; null when there are none, and nothing is written then. */
async function writeVerdicts(
  batches: AsyncIterable<string[]>,
  format: Format,
  output: Output,
  signal: AbortSignal,
): Promise<boolean | null> {
  let codes = 0;
  let conforming = 0;
  let isRead = true;
  for await (const batch of batches) {
    for (const code of batch) {
      const verdict = validate(code, { regions });
      const conforms = verdict.partition === 'conforming';
      const before = codes === 0 ? format.first : format.between;
      isRead = await output.write(before + format.show(verdict, conforms ? [] : repair(code, { regions })));
      codes++;
      if (conforms) conforming++;
      if (!isRead) break;
    }
    signal.throwIfAborted();
    if (!isRead) break;
  }
  if (codes === 0) return null;
  await output.write(format.last(codes, conforming));
  await output.end();
  return codes === conforming;
}

/** The codes named, in order; `-` stands for the lines of standard input that are not empty. */
async function* listCodes(codes: string[], messages: CliMessages, signal: AbortSignal): AsyncGenerator<string[]> {
  for (const code of codes) {
    if (code !== '-') yield [code];
    else yield* readInput(messages, signal);
  }
}

async function* readInput(messages: CliMessages, signal: AbortSignal): AsyncGenerator<string[]> {
  // A reader that waits for a person or a pipe has to be woken.
  signal.addEventListener('abort', () => process.stdin.destroy(new Error('aborted')));
  try {
    for await (const lines of readLines(process.stdin, messages.lineTooLong)) {
      yield lines.filter((line) => line.trim() !== '');
    }
  } catch (error) {
    if (error instanceof UsccError) throw error;
    const reason = describeSystemError(error, messages);
    throw new UsccError('input', messages.cannotReadInput('-', reason), { cause: error });
  }
}

/** An array with one verdict a line. */
function jsonFormat(): Format {
  return {
    first: '[\n',
    between: ',\n',
    last: () => '\n]\n',
    show: (verdict, suggestions) => renderJson({ ...verdict, suggestions }, 0),
  };
}

function textFormat(lang: Language, style: Style, messages: CliMessages): Format {
  return {
    first: '',
    between: '\n',
    last: (codes, conforming) => (codes > 1 ? `\n${style.strong(messages.tally(codes, conforming))}\n` : ''),
    show: (verdict, suggestions) => renderVerdict(verdict, suggestions, lang, style),
  };
}
