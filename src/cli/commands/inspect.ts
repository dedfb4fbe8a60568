import type { Command } from 'commander';
import type { TableInspection } from '../../check/inspect/describe-inspection.ts';
import { UsccError } from '../../code/error.ts';
import type { ScanOptions } from '../../engine/options.ts';
import { cliMessagesFor } from '../../messages/cli/index.ts';
import { inspectMessagesFor } from '../../messages/inspect/index.ts';
import { listFiles } from '../../node/inputs/list-files.ts';
import { renderJson } from '../../report/json.ts';
import { renderInspections } from '../../report/terminal/inspect-text.ts';
import { refuseClashes, refuseStandardInputTwice } from '../check/check-clashes.ts';
import { defineCommand } from '../define-command.ts';
import type { FlagsOf } from '../flags/flags-of.ts';
import { readInputFlags } from '../flags/input-options.ts';
import type { Language } from '../language.ts';
import { chooseStyle, printText } from '../output.ts';
import { type EngineRun, runEngine } from '../run-engine.ts';

type InspectFlags = FlagsOf<'inspect'>;

/** The engine: `inspectTables`. */
export type Inspect = (files: string[], options: ScanOptions) => Promise<TableInspection[]>;

/** `uscc inspect`: how tables are understood. `load` brings the engine. */
export function inspectCommand(lang: Language, load: () => Promise<Inspect>): Promise<Command> {
  const messages = cliMessagesFor(lang);
  return defineCommand('inspect', lang, async ({ words: files, flags }) => {
    refuseStandardInputTwice(files, messages);
    await refuseClashes(listFiles(files).paths, { files: {} }, messages);
    const inspect = await load();
    await runEngine(lang, (run) => runInspect(files, flags, inspect, run));
  });
}

async function runInspect(files: string[], flags: InspectFlags, inspect: Inspect, run: EngineRun): Promise<void> {
  const { unitColumn, format, ...reading } = flags;
  const { lang } = run.options;
  const tables = await inspect(files, { ...readInputFlags(reading), ...run.options, unitColumn });
  await run.settle();
  const style = chooseStyle(process.stdout, process.env);
  await printText(format === 'json' ? `${renderJson(tables)}\n` : renderInspections(tables, lang, style));
  const errors = tables.flatMap(({ error }) => (error === null ? [] : [error]));
  const [first] = errors;
  if (first === undefined) return;
  throw new UsccError('input', errors.length === 1 ? first : inspectMessagesFor(lang).failed(errors.length));
}
