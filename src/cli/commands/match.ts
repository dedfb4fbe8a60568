import { type Command, Option } from 'commander';
import { formatMatches, MATCH_HEADER } from '../../clean/match/match-csv.ts';
import type { MatchOptions, MatchReport } from '../../clean/match/match-report.ts';
import { renderMatch } from '../../clean/match/match-text.ts';
import { UsccError } from '../../code/error.ts';
import { type CliMessages, cliMessagesFor } from '../../messages/cli/index.ts';
import { matchMessagesFor } from '../../messages/match/index.ts';
import { listFiles } from '../../node/list-files.ts';
import { createOutFolder } from '../../node/out-folder.ts';
import { renderJson } from '../../report/json.ts';
import { refuseClashes, refuseStandardInputTwice } from '../check/check-clashes.ts';
import { createCommand } from '../command.ts';
import { addInputOptions, type InputFlags, readInputFlags } from '../input-options.ts';
import { withInterrupts } from '../interrupt.ts';
import type { Language } from '../language.ts';
import { chooseStyle, openOutput } from '../output.ts';
import { createProgressLine } from '../progress.ts';

const FILES = ['summary.json', 'match.csv'];

interface MatchFlags extends Omit<InputFlags, 'codeColumn'> {
  against: string[];
  codeColumn?: (number | string)[] | 'auto';
  registryCodeColumn?: number | string;
  registryNameColumn?: number | string;
  all?: boolean;
  out?: string;
  format: 'text' | 'json';
}

/** The engine: `matchRegistry`. */
export type Match = (files: string[], against: string[], options: MatchOptions) => Promise<MatchReport>;

/** `uscc match`: a table that carries codes against a registry. `load` brings the engine. */
export function matchCommand(lang: Language, load: () => Promise<Match>): Command {
  const messages = cliMessagesFor(lang);
  const { help, badColumns } = matchMessagesFor(lang);
  const command = createCommand('match', messages)
    .usage(help.usage)
    .description(help.summary)
    .argument('<file...>', help.files)
    .requiredOption('--against <file...>', help.against)
    .addOption(
      new Option('--code-column <columns>', help.codeColumn)
        .argParser((text) => readColumns(text, badColumns))
        .helpGroup(messages.help.reading),
    )
    .option('--registry-code-column <column>', help.registryCodeColumn, readColumn)
    .option('--registry-name-column <column>', help.registryNameColumn, readColumn)
    .option('--all', help.all)
    .option('--out <folder>', help.out)
    .addOption(new Option('--format <format>', messages.help.format).choices(['text', 'json']).default('text'))
    .addHelpText('after', `${help.footer}\n${messages.help.exitCodes}`);
  return addInputOptions(command, messages, ['codeColumn']).action(async (files: string[], flags: MatchFlags) => {
    const outputs = flags.out === undefined ? { files: {} } : { out: flags.out, files: {} };
    refuseStandardInputTwice([...files, ...flags.against], messages);
    await refuseClashes(listFiles(files).paths, outputs, messages);
    await refuseClashes(listFiles(flags.against).paths, outputs, messages);
    const match = await load();
    await withInterrupts((signal) => runMatch({ files, flags, lang, messages, match, signal }));
  });
}

function readColumns(text: string, badColumns: (text: string) => string): (number | string)[] | 'auto' {
  if (text === 'auto') return text;
  const columns = text.split(',').map((column) => column.trim());
  if (columns.includes('') || columns.includes('0')) throw new UsccError('usage', badColumns(text));
  return columns.map(readColumn);
}

function readColumn(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
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
  const { out, all = false, codeColumn, registryCodeColumn, registryNameColumn, format, against, ...reading } = flags;
  const folder = out === undefined ? null : await createOutFolder(out, FILES, lang);
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
      ...(rows === undefined ? {} : { onRows: (batch) => rows.write(formatMatches(batch, lang)) }),
    });
    progress.erase();
    // Lets in a signal that came while the loop was busy.
    await new Promise(setImmediate);
    signal.throwIfAborted();
    const summary = await folder?.open('summary.json');
    await summary?.write(`${renderJson(report)}\n`);
    await folder?.finish();
    const style = chooseStyle(process.stdout, process.env);
    const output = openOutput(process.stdout, messages);
    const shown = { report, lang, style, folder: out ?? null };
    await output.write(format === 'json' ? `${renderJson(report)}\n` : renderMatch(shown));
    await output.end();
  } catch (error) {
    progress.erase();
    await folder?.abort();
    throw error;
  }
}
