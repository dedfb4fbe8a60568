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
import type { Language } from '../language.ts';
import { chooseStyle, printText } from '../output.ts';
import { type EngineRun, runEngine } from '../run-engine.ts';
import { openSink, toOutput } from '../sink.ts';

type FixFlags = FlagsOf<'fix'>;

/** The engine: `fixRegistry`. */
export type Fix = (file: string, options: FixOptions) => Promise<FixReport>;

/** `uscc fix`: what is certain in how codes are written. `load` brings the engine. */
export function fixCommand(lang: Language, load: () => Promise<Fix>): Promise<Command> {
  const messages = cliMessagesFor(lang);
  return defineCommand('fix', lang, async ({ words: [file = ''], flags }) => {
    await refuseOutputs(file, flags, lang, messages);
    const fix = await load();
    await runEngine(lang, (run) => runFix(file, flags, fix, run));
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

async function runFix(file: string, flags: FixFlags, fix: Fix, run: EngineRun): Promise<void> {
  const { from, registryCodeColumn, registryNameColumn, registrationColumn, legacyColumn, withoutNames } = flags;
  const { lang } = run.options;
  const output = flags.dryRun || flags.output === undefined ? undefined : await openSink(flags.output);
  if (output !== undefined) run.outputs.push(output);
  const log = flags.log === undefined ? undefined : await openSink(flags.log);
  if (log !== undefined) run.outputs.push(log);
  await log?.write(FIX_LOG_HEADER);
  const report = await fix(file, {
    ...readInputFlags(flags),
    ...run.options,
    from,
    registryCodeColumn,
    registryNameColumn,
    registrationColumn,
    legacyColumn,
    withoutNames,
    ...(output && toOutput(flags.output, 'onBytes', (bytes) => output.write(bytes))),
    ...(log && { onChanges: (changes, place) => log.write(formatChanges(changes, { ...place, lang })) }),
  });
  await run.settle();
  await output?.finish();
  await log?.finish();
  await print(report, flags, lang);
}

/** The summary makes way for data that goes to standard output. */
async function print(report: FixReport, flags: FixFlags, lang: Language): Promise<void> {
  const { format, log = null, dryRun = false } = flags;
  const output = dryRun ? null : (flags.output ?? null);
  const stream = output === '-' || log === '-' ? process.stderr : process.stdout;
  const style = chooseStyle(stream, process.env);
  const shown = { report, lang, style, output, log };
  await printText(format === 'json' ? `${renderJson(report)}\n` : renderFix(shown), stream);
}
