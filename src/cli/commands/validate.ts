import type { Command } from 'commander';
import type { CheckOptions } from '../../check/options.ts';
import type { RegistryAnswer } from '../../clean/lookup/answer.ts';
import { renderAnswer } from '../../clean/lookup/answer-text.ts';
import { UsccError } from '../../code/error.ts';
import { validate } from '../../code/validate.ts';
import type { Repair, Verdict } from '../../code/verdict.ts';
import { type CliMessages, cliMessagesFor } from '../../messages/cli/index.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { nameSystemError } from '../../messages/system-errors.ts';
import { regions } from '../../regions/index.ts';
import { repair } from '../../repair/repair.ts';
import { renderJson } from '../../report/json.ts';
import { renderVerdict } from '../../report/terminal/verdict-text.ts';
import type { Style } from '../../write/style.ts';
import { refuseStandardInputTwice } from '../check/check-clashes.ts';
import { defineCommand } from '../define-command.ts';
import type { FlagsOf } from '../flags/flags-of.ts';
import { withInterrupts } from '../interrupt.ts';
import type { Language } from '../language.ts';
import { chooseStyle, type Output, openOutput } from '../output.ts';
import { createProgressLine } from '../progress.ts';

const MOST_CHARACTERS = 64 * 1024;

/** Says how a line that is too long is refused. */
type RefuseLine = (line: number, characters: number) => string;

const CODES_PER_QUESTION = 50_000;

/** How a list of verdicts is written: what comes first, between two, and last. */
interface Format {
  first: string;
  between: string;
  last(codes: number, conforming: number): string;
  show(verdict: Verdict, suggestions: Repair[], registry: RegistryAnswer | null): string;
}

/** Asks a registry for codes, as often as there are batches. */
export type AskRegistry = (codes: string[]) => Promise<RegistryAnswer[]>;

/** Opens a registry for the time that `work` takes: `withRegistry`. */
export type OpenRegistry = <Result>(
  files: string[],
  options: CheckOptions,
  work: (ask: AskRegistry) => Promise<Result>,
) => Promise<Result>;

/** `uscc validate`: single codes, from the command line or standard input, in bounded memory. `load` brings the engine. */
export function validateCommand(lang: Language, load: () => Promise<OpenRegistry>): Promise<Command> {
  const messages = cliMessagesFor(lang);
  return defineCommand('validate', lang, async ({ words: codes, flags, command }) => {
    if (codes.length === 0 && process.stdin.isTTY) command.help({ error: true });
    const asked = codes.length > 0 ? codes : ['-'];
    refuseStandardInputTwice([...asked, ...(flags.against ?? [])], messages);
    const style = chooseStyle(process.stdout, process.env);
    const format = flags.format === 'json' ? jsonFormat() : textFormat(lang, style, messages);
    const output = openOutput(process.stdout);
    const allConform = await withInterrupts(async (signal) => {
      const batches = listCodes(asked, messages, signal);
      if (flags.against === undefined) return writeVerdicts(batches, format, output, signal, null);
      const open = await load();
      const progress = createProgressLine(process.stderr, messages);
      const options = { ...readRegistryFlags(flags), lang, signal, onProgress: progress.show };
      return open(flags.against, options, (ask) => {
        const askQuietly: AskRegistry = (asked) => ask(asked).finally(progress.erase);
        return writeVerdicts(joinBatches(batches), format, output, signal, askQuietly);
      }).finally(progress.erase);
    });
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
  ask: AskRegistry | null,
): Promise<boolean | null> {
  let codes = 0;
  let conforming = 0;
  let isRead = true;
  for await (const batch of batches) {
    const answers = ask === null ? [] : await ask(batch);
    for (const [index, code] of batch.entries()) {
      const verdict = validate(code, { regions });
      const conforms = verdict.partition === 'conforming';
      const before = codes === 0 ? format.first : format.between;
      const suggestions = conforms ? [] : repair(code, { regions });
      isRead = await output.write(before + format.show(verdict, suggestions, answers[index] ?? null));
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

/** A registry is asked for many codes at once: each asking reads through all of its keys. */
async function* joinBatches(batches: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  let joined: string[] = [];
  for await (const batch of batches) {
    joined.push(...batch);
    if (joined.length < CODES_PER_QUESTION) continue;
    yield joined;
    joined = [];
  }
  if (joined.length > 0) yield joined;
}

function readRegistryFlags({ registryCodeColumn, registryNameColumn }: FlagsOf<'validate'>): CheckOptions {
  return {
    ...(registryCodeColumn === undefined ? {} : { codeColumn: registryCodeColumn }),
    ...(registryNameColumn === undefined ? {} : { nameColumn: registryNameColumn }),
  };
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
    throw refuse('input', { kind: 'cannot-read', file: '-', reason: nameSystemError(error) }, { cause: error });
  }
}

/** An array with one verdict a line. */
function jsonFormat(): Format {
  return {
    first: '[\n',
    between: ',\n',
    last: () => '\n]\n',
    show: (verdict, suggestions, registry) =>
      renderJson({ ...verdict, suggestions, ...(registry === null ? {} : { registry }) }, 0),
  };
}

function textFormat(lang: Language, style: Style, messages: CliMessages): Format {
  return {
    first: '',
    between: '\n',
    last: (codes, conforming) => (codes > 1 ? `\n${style.strong(messages.tally(codes, conforming))}\n` : ''),
    show: (verdict, suggestions, registry) =>
      renderVerdict(verdict, suggestions, lang, style) +
      (registry === null ? '' : renderAnswer(registry, verdict.partition === 'erroneous', lang, style)),
  };
}

/**
 * Lines of a stream of UTF-8, a batch for every chunk, in bounded memory. Ends of line are LF, CR LF and CR; a byte
 * order mark is dropped, undecodable bytes become U+FFFD.
 *
 * @throws {UsccError} `input` when a line is longer than 65,536 characters
 */
export async function* readLines(stream: AsyncIterable<Uint8Array>, refuse: RefuseLine): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let count = 0;
  let rest = '';
  for await (const chunk of stream) {
    // A CR at the end may be the first half of CR LF: it waits for what follows.
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    count += lines.length;
    if (rest.length > MOST_CHARACTERS) throw new UsccError('input', refuse(count + 1, MOST_CHARACTERS));
    yield lines;
  }
  const last = (rest + decoder.decode()).split('\r');
  if (last.at(-1) === '') last.pop();
  yield last;
}
