import type { Command } from 'commander';
import { MATCH_HEADER } from '../../clean/match/match-csv.ts';
import type { MatchOptions, MatchReport } from '../../clean/match/match-report.ts';
import { renderMatch } from '../../clean/match/match-text.ts';
import { cliMessagesFor } from '../../messages/cli/index.ts';
import { listFiles } from '../../node/inputs/list-files.ts';
import { createOutFile } from '../../node/outputs/out-file.ts';
import { createOutFolder } from '../../node/outputs/out-folder.ts';
import { writeAndFree } from '../../node/outputs/write-and-free.ts';
import { renderJson } from '../../report/json.ts';
import { refuseClashes, refuseStandardInputTwice } from '../check/check-clashes.ts';
import { defineCommand } from '../define-command.ts';
import type { FlagsOf } from '../flags/flags-of.ts';
import { readInputFlags } from '../flags/input-options.ts';
import type { Language } from '../language.ts';
import { chooseStyle, printText } from '../output.ts';
import { type EngineRun, runEngine } from '../run-engine.ts';
import { requireWorkbookPath } from '../sink.ts';

const FILES = ['summary.json', 'match.csv'];

type MatchFlags = FlagsOf<'match'>;

/** The engine: `matchRegistry`. */
export type Match = (files: string[], against: string[], options: MatchOptions) => Promise<MatchReport>;

/** `uscc match`: a table that carries codes against a registry. `load` brings the engine. */
export function matchCommand(lang: Language, load: () => Promise<Match>): Promise<Command> {
  const messages = cliMessagesFor(lang);
  return defineCommand('match', lang, async ({ words: files, flags }) => {
    requireWorkbookPath('--output', flags.output, messages);
    const outputs = { out: flags.out, files: flags.output === undefined ? {} : { output: flags.output } };
    refuseStandardInputTwice([...files, ...flags.against], messages);
    await refuseClashes(listFiles(files).paths, outputs, messages);
    await refuseClashes(listFiles(flags.against).paths, outputs, messages);
    const match = await load();
    await runEngine(lang, (run) => runMatch(files, flags, match, run));
  });
}

async function runMatch(files: string[], flags: MatchFlags, match: Match, run: EngineRun): Promise<void> {
  const { out, output: path, all, codeColumn, registryCodeColumn, registryNameColumn, format } = flags;
  // Several code columns take the place of the one.
  const { codeColumn: _, ...reading } = readInputFlags({ ...flags, codeColumn: undefined });
  const { lang } = run.options;
  const folder = out === undefined ? undefined : await createOutFolder(out, FILES);
  if (folder !== undefined) run.outputs.push(folder);
  const workbook = path === undefined ? undefined : await createOutFile(path);
  if (workbook !== undefined) run.outputs.push(workbook);
  const rows = await folder?.open('match.csv');
  await rows?.write(MATCH_HEADER);
  const report = await match(files, flags.against, {
    ...reading,
    ...run.options,
    codeColumns: codeColumn === 'auto' ? undefined : codeColumn,
    registryCodeColumn,
    registryNameColumn,
    all,
    ...(workbook && { onWorkbook: (bytes) => workbook.write(bytes) }),
    ...(rows && { onLines: (bytes) => writeAndFree(rows, bytes) }),
  });
  await run.settle();
  const summary = await folder?.open('summary.json');
  await summary?.write(`${renderJson(report)}\n`);
  await folder?.finish();
  await workbook?.finish();
  const shown = { report, lang, style: chooseStyle(process.stdout, process.env), folder: out ?? null };
  await printText(format === 'json' ? `${renderJson(report)}\n` : renderMatch(shown));
}
