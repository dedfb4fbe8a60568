import type { Command } from 'commander';
import type { DedupOptions, DedupReport } from '../../clean/dedup/dedup-report.ts';
import { renderDedup } from '../../clean/dedup/dedup-text.ts';
import { UsccError } from '../../code/error.ts';
import { type CliMessages, cliMessagesFor } from '../../messages/cli/index.ts';
import { dedupMessagesFor } from '../../messages/dedup/index.ts';
import { listFiles } from '../../node/inputs/list-files.ts';
import { renderJson } from '../../report/json.ts';
import { refuseClashes } from '../check/check-clashes.ts';
import { defineCommand } from '../define-command.ts';
import type { FlagsOf } from '../flags/flags-of.ts';
import { readInputFlags } from '../flags/input-options.ts';
import type { Language } from '../language.ts';
import { openListSink } from '../list-sink.ts';
import { chooseStyle, printText } from '../output.ts';
import { type EngineRun, runEngine } from '../run-engine.ts';
import { openSink, type Sink, toOutput } from '../sink.ts';

type DedupFlags = FlagsOf<'dedup'>;

/** The engine: `dedupRegistry`. */
export type Dedup = (files: string[], options: DedupOptions) => Promise<DedupReport>;

/** `uscc dedup`: the table without repeated records. `load` brings the engine. */
export function dedupCommand(lang: Language, load: () => Promise<Dedup>): Promise<Command> {
  const messages = cliMessagesFor(lang);
  return defineCommand('dedup', lang, async ({ words: files, flags }) => {
    await refuseOutputs(files, flags, lang, messages);
    const dedup = await load();
    await runEngine(lang, (run) => runDedup(files, flags, dedup, run));
  });
}

async function refuseOutputs(files: string[], flags: DedupFlags, lang: Language, messages: CliMessages): Promise<void> {
  const { output, removed, conflictsFile, conflicts } = flags;
  const { needsOutput, twiceToStandardOutput, needsConflictsFile, needsRemoved } = dedupMessagesFor(lang);
  if (output === undefined) throw new UsccError('usage', needsOutput);
  if (conflicts === 'separate' && conflictsFile === undefined) throw new UsccError('usage', needsConflictsFile);
  if (conflicts === 'drop' && removed === undefined) throw new UsccError('usage', needsRemoved);
  const outputs = Object.entries({ output, removed, 'conflicts-file': conflictsFile });
  const named = outputs.filter(([, path]) => path !== undefined);
  if (named.filter(([, path]) => path === '-').length > 1) throw new UsccError('usage', twiceToStandardOutput);
  const written = Object.fromEntries(named.filter(([, path]) => path !== '-'));
  await refuseClashes(listFiles(files).paths, { files: written }, messages);
}

async function runDedup(files: string[], flags: DedupFlags, dedup: Dedup, run: EngineRun): Promise<void> {
  const { by, keep, conflicts } = flags;
  const { lang } = run.options;
  const sinks: Pick<Sink, 'finish' | 'abort'>[] = [];
  const add = <Opened extends Pick<Sink, 'finish' | 'abort'>>(sink: Opened): Opened => {
    sinks.push(sink);
    run.outputs.push(sink);
    return sink;
  };
  const open = async (path: string | undefined) => (path === undefined ? undefined : add(await openSink(path)));
  const openList = async (path: string | undefined, kind: 'removed' | 'conflicts') =>
    path === undefined ? undefined : add(await openListSink(path, kind, lang));
  const kept = await open(flags.output);
  const removed = await openList(flags.removed, 'removed');
  const separated = await openList(flags.conflictsFile, 'conflicts');
  const report = await dedup(files, {
    ...readInputFlags(flags),
    ...run.options,
    by,
    keep,
    conflicts,
    ...(kept && toOutput(flags.output, 'onKept', (bytes) => kept.write(bytes))),
    ...(removed && { onRemoved: (bytes, dialect) => removed.write(bytes, dialect) }),
    ...(separated && { onConflicts: (bytes, dialect) => separated.write(bytes, dialect) }),
  });
  await run.settle();
  for (const sink of sinks) await sink.finish();
  await print(report, flags, lang);
}

/** The summary makes way for data that goes to standard output. */
async function print(report: DedupReport, flags: DedupFlags, lang: Language): Promise<void> {
  const { format, output = '-', removed = null, conflictsFile: conflicts = null } = flags;
  const stream = [output, removed, conflicts].includes('-') ? process.stderr : process.stdout;
  const style = chooseStyle(stream, process.env);
  const shown = { report, lang, style, output, removed, conflicts };
  await printText(format === 'json' ? `${renderJson(report)}\n` : renderDedup(shown), stream);
}
