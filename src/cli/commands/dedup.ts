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
import { withInterrupts } from '../interrupt.ts';
import type { Language } from '../language.ts';
import { type ListSink, openListSink } from '../list-sink.ts';
import { chooseStyle, openOutput } from '../output.ts';
import { createProgressLine } from '../progress.ts';
import { openSink, type Sink, toOutput } from '../sink.ts';

type DedupFlags = FlagsOf<'dedup'>;

/** The engine: `dedupRegistry`. */
export type Dedup = (files: string[], options: DedupOptions) => Promise<DedupReport>;

/** `uscc dedup`: the table without repeated records. `load` brings the engine. */
export function dedupCommand(lang: Language, load: () => Promise<Dedup>): Command {
  const messages = cliMessagesFor(lang);
  return defineCommand('dedup', lang, async ({ words: files, flags }) => {
    await refuseOutputs(files, flags, lang, messages);
    const dedup = await load();
    await withInterrupts((signal) => runDedup({ files, flags, lang, messages, dedup, signal }));
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

interface Run {
  files: string[];
  flags: DedupFlags;
  lang: Language;
  messages: CliMessages;
  dedup: Dedup;
  signal: AbortSignal;
}

async function runDedup({ files, flags, lang, messages, dedup, signal }: Run): Promise<DedupReport> {
  const progress = createProgressLine(process.stderr, messages);
  const sinks: Pick<Sink, 'finish' | 'abort'>[] = [];
  const open = async (path: string | undefined): Promise<((bytes: Uint8Array) => Promise<void>) | undefined> => {
    if (path === undefined) return undefined;
    const sink = await openSink(path);
    sinks.push(sink);
    return (bytes) => sink.write(bytes);
  };
  const openList = async (path: string | undefined, kind: 'removed' | 'conflicts'): Promise<ListSink | undefined> => {
    const sink = path === undefined ? undefined : await openListSink(path, kind, lang);
    if (sink !== undefined) sinks.push(sink);
    return sink;
  };
  try {
    const onKept = await open(flags.output);
    const removed = await openList(flags.removed, 'removed');
    const separated = await openList(flags.conflictsFile, 'conflicts');
    const { by, keep, conflicts } = flags;
    const report = await dedup(files, {
      ...readInputFlags(flags),
      by,
      keep,
      conflicts,
      lang,
      signal,
      onProgress: progress.show,
      ...(onKept === undefined ? {} : toOutput(flags.output, 'onKept', onKept)),
      ...(removed === undefined ? {} : { onRemoved: (bytes, dialect) => removed.write(bytes, dialect) }),
      ...(separated === undefined ? {} : { onConflicts: (bytes, dialect) => separated.write(bytes, dialect) }),
    });
    progress.erase();
    // Lets in a signal that came while the loop was busy.
    await new Promise(setImmediate);
    signal.throwIfAborted();
    for (const sink of sinks) await sink.finish();
    await print(report, flags, lang);
    return report;
  } catch (error) {
    progress.erase();
    await Promise.allSettled(sinks.map((sink) => sink.abort()));
    throw error;
  }
}

/** The summary makes way for data that goes to standard output. */
async function print(report: DedupReport, flags: DedupFlags, lang: Language): Promise<void> {
  const { format, output = '-', removed = null, conflictsFile: conflicts = null } = flags;
  const stream = [output, removed, conflicts].includes('-') ? process.stderr : process.stdout;
  const style = chooseStyle(stream, process.env);
  const written = openOutput(stream);
  const text =
    format === 'json' ? `${renderJson(report)}\n` : renderDedup({ report, lang, style, output, removed, conflicts });
  await written.write(text);
  await written.end();
}
