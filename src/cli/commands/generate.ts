import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { parseTarget } from '../../check/assess/target.ts';
import { UsccError } from '../../code/error.ts';
import {
  columnSets,
  encodings,
  type GenerateOptions,
  maximumRows,
  resolveOptions,
  shapes,
  type TruthEntry,
} from '../../generate/options.ts';
import { truthHeader, truthLine } from '../../generate/truth.ts';
import { cliMessagesFor } from '../../messages/cli/index.ts';
import { type ToolMessages, toolMessagesFor } from '../../messages/tool/index.ts';
import { createCommand } from '../command.ts';
import { type ByteOutput, openByteOutput } from '../generate-output.ts';
import { withInterrupts } from '../interrupt.ts';
import type { Language } from '../language.ts';

type GenerateFlags = Required<Pick<GenerateOptions, 'rows' | 'errors' | 'duplicates' | 'suspects'>> &
  Pick<GenerateOptions, 'seed' | 'shape' | 'encoding' | 'columns'> & { truth?: string; output?: string };

/** This often the loop lets signals in. */
const restBytes = 16 * 2 ** 20;

/** `uscc generate`: a made-up registry export, to test and to measure with. */
export function generateCommand(lang: Language): Command {
  const messages = toolMessagesFor(lang);
  const { generate: help } = messages;
  return createCommand('generate', cliMessagesFor(lang))
    .usage(help.usage)
    .description(help.summary)
    .option('--rows <count>', help.rows, readCount('--rows', messages), 1000)
    .option('--seed <number>', help.seed, readCount('--seed', messages), 1)
    .option('--errors <share>', help.errors, readShare('--errors', messages), 0)
    .option('--duplicates <share>', help.duplicates, readShare('--duplicates', messages), 0)
    .option('--suspects <share>', help.suspects, readShare('--suspects', messages), 0)
    .addOption(new Option('--shape <name>', help.shape).choices(shapes).default('plain'))
    .addOption(new Option('--encoding <name>', help.encoding).choices(encodings).default('utf-8'))
    .addOption(new Option('--columns <name>', help.columns).choices(columnSets).default('full'))
    .option('--truth <file>', help.truth)
    .option('-o, --output <file>', help.output)
    .addHelpText('after', `${help.footer}\n${cliMessagesFor(lang).help.exitCodes}`)
    .action((flags: GenerateFlags) => {
      refuseNonsense(flags, messages);
      return withInterrupts((signal) => run(flags, lang, signal));
    });
}

/** Reads a whole number: `1000`, `1_000_000`, `1e6`. */
export function readCount(flag: string, messages: ToolMessages): (text: string) => number {
  return (text) => {
    const count = /^\d[\d_]*(e\d{1,2})?$/i.test(text) ? Number(text.replaceAll('_', '')) : Number.NaN;
    if (!Number.isSafeInteger(count)) throw new UsccError('usage', messages.notCount(flag, text));
    return count;
  };
}

function readShare(flag: string, messages: ToolMessages): (text: string) => number {
  return (text) => {
    try {
      return parseTarget(text).value;
    } catch (cause) {
      throw new UsccError('usage', messages.notRate(flag, text), { cause });
    }
  };
}

function refuseNonsense(
  { rows, errors, duplicates, suspects, truth, output }: GenerateFlags,
  messages: ToolMessages,
): void {
  const refuse = (message: string): never => {
    throw new UsccError('usage', message);
  };
  if (rows > maximumRows) refuse(messages.tooManyRows(String(maximumRows)));
  if (errors + duplicates + suspects > 1) refuse(messages.tooManyProblems);
  if (truth !== undefined && placeOf(truth) === placeOf(output ?? '-')) refuse(messages.samePath(truth));
}

/** Standard output, or the file that a path leads to. */
function placeOf(path: string): string {
  return path === '-' ? path : resolve(path);
}

async function run({ truth, output, ...options }: GenerateFlags, lang: Language, signal: AbortSignal): Promise<void> {
  resolveOptions(options);
  const outputs: ByteOutput[] = [];
  try {
    for (const path of truth === undefined ? [output] : [output, truth]) outputs.push(await openByteOutput(path, lang));
    await writeAll(options, outputs, signal);
    for (const each of outputs) await each.finish();
  } catch (error) {
    for (const each of outputs) await each.discard();
    throw error;
  }
}

/** The second output, when there is one, is the truth file. */
async function writeAll(options: GenerateOptions, outputs: readonly ByteOutput[], signal: AbortSignal): Promise<void> {
  const [output, truth] = outputs;
  let lines = truthHeader;
  const onTruth = (entry: TruthEntry) => {
    lines += truthLine(entry);
  };
  let sinceRestBytes = 0;
  // Its word lists take a while to lay out, which no other command should wait for.
  const { generateRegistry } = await import('../../generate/registry.ts');
  for (const chunk of generateRegistry(truth === undefined ? options : { ...options, onTruth })) {
    if ((await output?.write(chunk)) === false) return;
    if (lines !== '') await truth?.write(Buffer.from(lines));
    lines = '';
    sinceRestBytes += chunk.length;
    if (sinceRestBytes >= restBytes) {
      sinceRestBytes = 0;
      await new Promise(setImmediate);
    }
    signal.throwIfAborted();
  }
}
