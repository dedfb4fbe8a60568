import { type Command, Option } from 'commander';
import { UsccError } from '../code/error.ts';
import { type CliMessages, cliMessagesFor } from '../messages/cli-messages.ts';
import type { DuplicateRecord, Finding } from '../registry/finding.ts';
import type { CheckOptions, Encoding } from '../registry/options.ts';
import type { RateDefinition, Report } from '../registry/report.ts';
import { DEFAULT_TARGET, type Target } from '../registry/target.ts';
import { renderJson } from '../report/json.ts';
import { renderSummary } from '../report/text.ts';
import { keepExamples } from '../report/text-examples.ts';
import { listFiles } from '../source/list-files.ts';
import { createReaders, refuseClashes } from './check-options.ts';
import { type CheckOutput, openCheckOutput } from './check-output.ts';
import { createCommand } from './command.ts';
import { withInterrupts } from './interrupt.ts';
import type { Language } from './language.ts';
import { chooseStyle, openOutput } from './output.ts';
import { createProgressLine } from './progress.ts';

const DEFINITIONS: RateDefinition[] = [
  'literal',
  'conflicting',
  'all-duplicates',
  'erroneous',
  'check-digit',
  'with-unconverted',
];
const DUPLICATES_KEPT = 50;

interface CheckFlags {
  codeColumn?: number | string;
  nameColumn?: number | string;
  encoding: Encoding | 'auto';
  delimiter?: string;
  header: boolean;
  target: Target;
  definition: RateDefinition;
  workers?: number;
  memory?: number;
  sheet?: number | string;
  maxExpand?: number;
  tempDir?: string;
  out?: string;
  notes?: boolean;
  scanner: 'kernel' | 'reference';
  format: 'text' | 'json';
}

/** The engine: `checkRegistry`. */
export type Check = (files: string[], options: CheckOptions) => Promise<Report>;

/** `uscc check`: a registry export against the target. `load` brings the engine, which help does not need. */
export function checkCommand(lang: Language, load: () => Promise<Check>): Command {
  const messages = cliMessagesFor(lang);
  const { help } = messages;
  const read = createReaders(messages);
  const command = createCommand('check', messages)
    .usage(help.check.usage)
    .description(help.check.summary)
    .argument('<file...>', help.check.files)
    .option('--code-column <column>', help.check.codeColumn, read.column('--code-column'))
    .option('--name-column <column>', help.check.nameColumn, read.column('--name-column'))
    .option('--encoding <encoding>', help.check.encoding, read.encoding, 'auto')
    .option('--delimiter <character>', help.check.delimiter, read.delimiter)
    .option('--no-header', help.check.header)
    .option('--sheet <sheet>', help.check.sheet, read.sheet)
    .addOption(
      new Option('--target <share>', help.check.target).argParser(read.target).default(DEFAULT_TARGET, '0.01%'),
    )
    .addOption(new Option('--definition <name>', help.check.definition).choices(DEFINITIONS).default('literal'))
    .option('--workers <count>', help.check.workers, read.workers)
    .option('--memory <size>', help.check.memory, read.memoryBytes)
    .option('--max-expand <size>', help.check.maxExpand, read.expandBytes)
    .option('--temp-dir <folder>', help.check.tempDir)
    .option('--out <folder>', help.check.out)
    .option('--notes', help.check.notes)
    .addOption(new Option('--format <format>', help.format).choices(['text', 'json']).default('text'))
    .addOption(new Option('--scanner <name>', help.check.scanner).choices(['kernel', 'reference']).default('kernel'))
    .addHelpText('after', help.check.footer);
  return command.action(async (files: string[], flags: CheckFlags) => {
    if (flags.scanner === 'reference' && flags.out !== undefined) {
      throw new UsccError('usage', messages.referenceCountsOnly);
    }
    await refuseClashes(listFiles(files, lang).paths, flags.out, messages);
    const check = await load();
    const report = await withInterrupts((signal) => runCheck({ files, flags, lang, messages, check, signal }));
    process.exitCode = report.target.met ? 0 : 1;
  });
}

interface Run {
  files: string[];
  flags: CheckFlags;
  lang: Language;
  messages: CliMessages;
  check: Check;
  signal: AbortSignal;
}

async function runCheck({ files, flags, lang, messages, check, signal }: Run): Promise<Report> {
  const { format, out, notes = false, memory, maxExpand, header, ...options } = flags;
  const progress = createProgressLine(process.stderr, messages);
  const findings: Finding[] = [];
  const duplicates: DuplicateRecord[] = [];
  const shown: string[] = [];
  let output: CheckOutput | undefined;
  try {
    output = out === undefined ? undefined : await openCheckOutput(out, { files: shown, lang, notes });
    const report = await check(files, {
      ...options,
      ...(header ? {} : { header }),
      ...(memory === undefined ? {} : { memoryBytes: memory }),
      ...(maxExpand === undefined ? {} : { maxExpandBytes: maxExpand }),
      onFiles: (paths) => void shown.push(...paths),
      notes,
      lang,
      signal,
      findings: output !== undefined ? 'all' : format === 'text' ? 'examples' : 'none',
      onProgress: progress.show,
      async onFindings(batch) {
        signal.throwIfAborted();
        keepExamples(findings, batch);
        await output?.addFindings(batch);
      },
      async onDuplicates(batch) {
        signal.throwIfAborted();
        duplicates.push(...batch.slice(0, DUPLICATES_KEPT - duplicates.length));
        await output?.addDuplicates(batch);
      },
    });
    progress.erase();
    // Lets in a signal that came while the loop was busy.
    await new Promise(setImmediate);
    signal.throwIfAborted();
    await output?.finish(report);
    await print(format, report, { lang, findings, duplicates, folder: out ?? null }, messages);
    return report;
  } catch (error) {
    progress.erase();
    await output?.abort();
    throw error;
  }
}

async function print(
  format: CheckFlags['format'],
  report: Report,
  rest: { lang: Language; findings: Finding[]; duplicates: DuplicateRecord[]; folder: string | null },
  messages: CliMessages,
): Promise<void> {
  const style = chooseStyle(process.stdout, process.env);
  const output = openOutput(process.stdout, messages);
  await output.write(format === 'json' ? `${renderJson(report)}\n` : renderSummary({ report, style, ...rest }));
  await output.end();
}
