import { resolve } from 'node:path';
import type { Command } from 'commander';
import { UsccError } from '../../code/error.ts';
import { mostLicenceErrors } from '../../generate/licence-columns.ts';
import { type GenerateOptions, maximumRows, resolveOptions, type TruthEntry } from '../../generate/options.ts';
import { formatTruth, truthHeader } from '../../generate/truth.ts';
import { type ToolMessages, toolMessagesFor } from '../../messages/tool/index.ts';
import { defineCommand } from '../define-command.ts';
import type { FlagsOf } from '../flags/flags-of.ts';
import { type ByteOutput, openByteOutput } from '../generate-output.ts';
import { withInterrupts } from '../interrupt.ts';
import type { Language } from '../language.ts';

type GenerateFlags = FlagsOf<'generate'>;

/** This often the loop lets signals in. */
const restBytes = 16 * 2 ** 20;

/** `uscc generate`: a made-up registry export, to test and to measure with. */
export function generateCommand(lang: Language): Promise<Command> {
  const messages = toolMessagesFor(lang);
  return defineCommand('generate', lang, ({ flags }) => {
    refuseNonsense(flags, messages);
    return withInterrupts((signal) => run(flags, signal));
  });
}

function refuseNonsense(
  { kind, rows, errors, duplicates, suspects, truth, output }: GenerateFlags,
  messages: ToolMessages,
): void {
  const refuse = (message: string): never => {
    throw new UsccError('usage', message);
  };
  if (rows > maximumRows) refuse(messages.tooManyRows(String(maximumRows)));
  if (errors + duplicates + suspects > 1) refuse(messages.tooManyProblems);
  if (kind !== 'registry' && (duplicates + suspects > 0 || errors > mostLicenceErrors)) refuse(messages.onlyErrors);
  if (truth !== undefined && placeOf(truth) === placeOf(output ?? '-')) refuse(messages.samePath(truth));
}

/** Standard output, or the file that a path leads to. */
function placeOf(path: string): string {
  return path === '-' ? path : resolve(path);
}

async function run({ truth, output, kind, layout, ...options }: GenerateFlags, signal: AbortSignal): Promise<void> {
  resolveOptions(options);
  const outputs: ByteOutput[] = [];
  try {
    for (const path of truth === undefined ? [output] : [output, truth]) outputs.push(await openByteOutput(path));
    await writeAll({ kind, layout, options }, outputs, signal);
    for (const each of outputs) await each.finish();
  } catch (error) {
    for (const each of outputs) await each.discard();
    throw error;
  }
}

/** What is made, and how. */
interface Made extends Pick<GenerateFlags, 'kind' | 'layout'> {
  options: GenerateOptions;
}

type OnTruth = NonNullable<GenerateOptions['onTruth']>;

async function make({ kind, layout, options }: Made, onTruth: OnTruth | undefined): Promise<Iterable<Uint8Array>> {
  const all = onTruth === undefined ? options : { ...options, onTruth };
  if (kind !== 'registry') {
    const { generateLicences } = await import('../../generate/licences.ts');
    const { shape: _, columns: __, duplicates: ___, suspects: ____, ...rest } = all;
    return generateLicences({ kind, layout, ...rest });
  }
  // Its word lists take a while to lay out, which no other command should wait for.
  const { generateRegistry } = await import('../../generate/registry.ts');
  return generateRegistry(all);
}

/** The second output, when there is one, is the truth file. */
async function writeAll(made: Made, outputs: readonly ByteOutput[], signal: AbortSignal): Promise<void> {
  const [output, truth] = outputs;
  let entries: TruthEntry[] = [];
  const onTruth = (entry: TruthEntry) => void entries.push(entry);
  await truth?.write(Buffer.from(truthHeader));
  let sinceRestBytes = 0;
  for (const chunk of await make(made, truth === undefined ? undefined : onTruth)) {
    if ((await output?.write(chunk)) === false) return;
    if (entries.length > 0) await truth?.write(Buffer.from(formatTruth(entries)));
    entries = [];
    sinceRestBytes += chunk.length;
    if (sinceRestBytes >= restBytes) {
      sinceRestBytes = 0;
      await new Promise(setImmediate);
    }
    signal.throwIfAborted();
  }
}
