import type { Command } from 'commander';
import { formatMatches, MATCH_HEADER } from '../../clean/match/match-csv.ts';
import type { MatchOptions, MatchReport } from '../../clean/match/match-report.ts';
import { renderMatch } from '../../clean/match/match-text.ts';
import { type CliMessages, cliMessagesFor } from '../../messages/cli/index.ts';
import { listFiles } from '../../node/inputs/list-files.ts';
import { createOutFile } from '../../node/outputs/out-file.ts';
import { createOutFolder } from '../../node/outputs/out-folder.ts';
import { renderJson } from '../../report/json.ts';
import { refuseClashes, refuseStandardInputTwice } from '../check/check-clashes.ts';
import { defineCommand } from '../define-command.ts';
import type { FlagsOf } from '../flags/flags-of.ts';
import { readInputFlags } from '../flags/input-options.ts';
import { withInterrupts } from '../interrupt.ts';
import type { Language } from '../language.ts';
import { chooseStyle, openOutput } from '../output.ts';
import { createProgressLine } from '../progress.ts';
import { requireWorkbookPath } from '../sink.ts';

const FILES = ['summary.json', 'match.csv'];

type MatchFlags = FlagsOf<'match'>;

/** The engine: `matchRegistry`. */
export type Match = (files: string[], against: string[], options: MatchOptions) => Promise<MatchReport>;

/** `uscc match`: a table that carries codes against a registry. `load` brings the engine. */
export function matchCommand(lang: Language, load: () => Promise<Match>): Command {
  const messages = cliMessagesFor(lang);
  return defineCommand('match', lang, async ({ words: files, flags }) => {
    requireWorkbookPath('--output', flags.output, messages);
    const outputs = {
      ...(flags.out === undefined ? {} : { out: flags.out }),
      files: flags.output === undefined ? {} : { output: flags.output },
    };
    refuseStandardInputTwice([...files, ...flags.against], messages);
    await refuseClashes(listFiles(files).paths, outputs, messages);
    await refuseClashes(listFiles(flags.against).paths, outputs, messages);
    const match = await load();
    await withInterrupts((signal) => runMatch({ files, flags, lang, messages, match, signal }));
  });
}

interface Run {
  files: string[];
  flags: MatchFlags;
  lang: Language;
  messages: CliMessages;
  match: Match;
  signal: AbortSignal;
}

async function runMatch({ files, flags, lang, messages, match, signal }: Run): Promise<void> {
  const progress = createProgressLine(process.stderr, messages);
  const {
    out,
    output: path,
    all = false,
    codeColumn,
    registryCodeColumn,
    registryNameColumn,
    format,
    against,
    ...reading
  } = flags;
  const folder = out === undefined ? null : await createOutFolder(out, FILES);
  const workbook = path === undefined ? null : await createOutFile(path);
  try {
    const rows = await folder?.open('match.csv');
    await rows?.write(MATCH_HEADER);
    const report = await match(files, against, {
      ...readInputFlags(reading),
      ...(codeColumn === undefined || codeColumn === 'auto' ? {} : { codeColumns: codeColumn }),
      ...(registryCodeColumn === undefined ? {} : { registryCodeColumn }),
      ...(registryNameColumn === undefined ? {} : { registryNameColumn }),
      all,
      lang,
      signal,
      onProgress: progress.show,
      ...(workbook === null ? {} : { onWorkbook: (bytes) => workbook.write(bytes) }),
      ...(rows === undefined ? {} : { onRows: (batch) => rows.write(formatMatches(batch, lang)) }),
    });
    progress.erase();
    // Lets in a signal that came while the loop was busy.
    await new Promise(setImmediate);
    signal.throwIfAborted();
    const summary = await folder?.open('summary.json');
    await summary?.write(`${renderJson(report)}\n`);
    await folder?.finish();
    await workbook?.finish();
    const style = chooseStyle(process.stdout, process.env);
    const output = openOutput(process.stdout);
    const shown = { report, lang, style, folder: out ?? null };
    await output.write(format === 'json' ? `${renderJson(report)}\n` : renderMatch(shown));
    await output.end();
  } catch (error) {
    progress.erase();
    await Promise.allSettled([folder?.abort(), workbook?.abort()]);
    throw error;
  }
}
