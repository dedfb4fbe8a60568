import type { Command } from 'commander';
import type { TableInspection } from '../../check/inspect/describe-inspection.ts';
import { UsccError } from '../../code/error.ts';
import type { ScanOptions } from '../../engine/options.ts';
import { type CliMessages, cliMessagesFor } from '../../messages/cli/index.ts';
import { inspectMessagesFor } from '../../messages/inspect/index.ts';
import { listFiles } from '../../node/inputs/list-files.ts';
import { renderJson } from '../../report/json.ts';
import { renderInspections } from '../../report/terminal/inspect-text.ts';
import { refuseClashes, refuseStandardInputTwice } from '../check/check-clashes.ts';
import { defineCommand } from '../define-command.ts';
import type { FlagsOf } from '../flags/flags-of.ts';
import { readInputFlags } from '../flags/input-options.ts';
import { withInterrupts } from '../interrupt.ts';
import type { Language } from '../language.ts';
import { chooseStyle, openOutput } from '../output.ts';
import { createProgressLine } from '../progress.ts';

/** The engine: `inspectTables`. */
export type Inspect = (files: string[], options: ScanOptions) => Promise<TableInspection[]>;

/** `uscc inspect`: how tables are understood. `load` brings the engine. */
export function inspectCommand(lang: Language, load: () => Promise<Inspect>): Command {
  const messages = cliMessagesFor(lang);
  return defineCommand('inspect', lang, async ({ words: files, flags }) => {
    refuseStandardInputTwice(files, messages);
    await refuseClashes(listFiles(files).paths, { files: {} }, messages);
    const inspect = await load();
    await withInterrupts((signal) => runInspect({ files, flags, lang, messages, inspect, signal }));
  });
}

interface Run {
  files: string[];
  flags: FlagsOf<'inspect'>;
  lang: Language;
  messages: CliMessages;
  inspect: Inspect;
  signal: AbortSignal;
}

async function runInspect({ files, flags, lang, messages, inspect, signal }: Run): Promise<void> {
  const progress = createProgressLine(process.stderr, messages);
  const { unitColumn, format, ...reading } = flags;
  try {
    const tables = await inspect(files, {
      ...readInputFlags(reading),
      ...(unitColumn === undefined ? {} : { unitColumn }),
      lang,
      signal,
      onProgress: progress.show,
    });
    progress.erase();
    const output = openOutput(process.stdout);
    const style = chooseStyle(process.stdout, process.env);
    await output.write(format === 'json' ? `${renderJson(tables)}\n` : renderInspections(tables, lang, style));
    await output.end();
    const errors = tables.flatMap(({ error }) => (error === null ? [] : [error]));
    const [first] = errors;
    if (first === undefined) return;
    throw new UsccError('input', errors.length === 1 ? first : inspectMessagesFor(lang).failed(errors.length));
  } catch (error) {
    progress.erase();
    throw error;
  }
}
