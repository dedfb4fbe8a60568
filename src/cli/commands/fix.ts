import type { Command } from 'commander';
import { FIX_LOG_HEADER, formatChanges } from '../../clean/fix/fix-log.ts';
import type { FixOptions, FixReport } from '../../clean/fix/fix-report.ts';
import { renderFix } from '../../clean/fix/fix-text.ts';
import { UsccError } from '../../code/error.ts';
import { type CliMessages, cliMessagesFor } from '../../messages/cli/index.ts';
import { fixMessagesFor } from '../../messages/fix/index.ts';
import { listFiles } from '../../node/inputs/list-files.ts';
import { renderJson } from '../../report/json.ts';
import { refuseClashes, refuseStandardInputTwice } from '../check/check-clashes.ts';
import { defineCommand } from '../define-command.ts';
import type { FlagsOf } from '../flags/flags-of.ts';
import { readInputFlags } from '../flags/input-options.ts';
import { withInterrupts } from '../interrupt.ts';
import type { Language } from '../language.ts';
import { chooseStyle, openOutput } from '../output.ts';
import { createProgressLine } from '../progress.ts';
import { openSink, type Sink, toOutput } from '../sink.ts';

type FixFlags = FlagsOf<'fix'>;

/** The engine: `fixRegistry`. */
export type Fix = (file: string, options: FixOptions) => Promise<FixReport>;

/** `uscc fix`: what is certain in how codes are written. `load` brings the engine. */
export function fixCommand(lang: Language, load: () => Promise<Fix>): Command {
  const messages = cliMessagesFor(lang);
  return defineCommand('fix', lang, async ({ words: [file = ''], flags }) => {
    await refuseOutputs(file, flags, lang, messages);
    const fix = await load();
    await withInterrupts((signal) => runFix({ file, flags, lang, messages, fix, signal }));
  });
}

async function refuseOutputs(file: string, flags: FixFlags, lang: Language, messages: CliMessages): Promise<void> {
  const { output, log, dryRun = false } = flags;
  const { needsOutput, twiceToStandardOutput } = fixMessagesFor(lang);
  if (output === undefined && !dryRun) throw new UsccError('usage', needsOutput);
  if (output === '-' && log === '-') throw new UsccError('usage', twiceToStandardOutput);
  const files = Object.entries({ output, log }).filter(([, path]) => path !== undefined && path !== '-');
  const { from = [] } = flags;
  const outputs = { files: Object.fromEntries(files) };
  refuseStandardInputTwice([file, ...from], messages);
  // A table may be its own registry.
  await refuseClashes(listFiles([file]).paths, outputs, messages);
  await refuseClashes(listFiles(from).paths, outputs, messages);
}

interface Run {
  file: string;
  flags: FixFlags;
  lang: Language;
  messages: CliMessages;
  fix: Fix;
  signal: AbortSignal;
}

async function runFix({ file, flags, lang, messages, fix, signal }: Run): Promise<void> {
  const progress = createProgressLine(process.stderr, messages);
  const sinks: Sink[] = [];
  const open = async (path: string | undefined): Promise<Sink | undefined> => {
    const sink = path === undefined ? undefined : await openSink(path);
    if (sink !== undefined) sinks.push(sink);
    return sink;
  };
  try {
    const output = flags.dryRun ? undefined : await open(flags.output);
    const log = await open(flags.log);
    await log?.write(FIX_LOG_HEADER);
    const report = await fix(file, {
      ...readInputFlags(flags),
      ...readRegistryFlags(flags),
      lang,
      signal,
      onProgress: progress.show,
      ...(output === undefined ? {} : toOutput(flags.output, 'onBytes', (bytes) => output.write(bytes))),
      ...(log === undefined
        ? {}
        : { onChanges: (changes, place) => log.write(formatChanges(changes, { ...place, lang })) }),
    });
    progress.erase();
    // Lets in a signal that came while the loop was busy.
    await new Promise(setImmediate);
    signal.throwIfAborted();
    for (const sink of sinks) await sink.finish();
    await print(report, flags, lang);
  } catch (error) {
    progress.erase();
    await Promise.allSettled(sinks.map((sink) => sink.abort()));
    throw error;
  }
}

/** The summary makes way for data that goes to standard output. */
async function print(report: FixReport, flags: FixFlags, lang: Language): Promise<void> {
  const { format, log = null, dryRun = false } = flags;
  const output = dryRun ? null : (flags.output ?? null);
  const stream = output === '-' || log === '-' ? process.stderr : process.stdout;
  const style = chooseStyle(stream, process.env);
  const written = openOutput(stream);
  await written.write(format === 'json' ? `${renderJson(report)}\n` : renderFix({ report, lang, style, output, log }));
  await written.end();
}

function readRegistryFlags(flags: FixFlags): FixOptions {
  const { from, registryCodeColumn, registryNameColumn, registrationColumn, legacyColumn, withoutNames } = flags;
  const all = { from, registryCodeColumn, registryNameColumn, registrationColumn, legacyColumn, withoutNames };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
