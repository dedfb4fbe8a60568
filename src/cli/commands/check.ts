import { type Command, Option } from 'commander';
import { chooseRules } from '../../check/assess/assess-report.ts';
import { BUILT_IN_ASSESSMENTS } from '../../check/assess/assessments.ts';
import { DEFAULT_TARGET, type Target } from '../../check/assess/target.ts';
import type { CheckOptions, Encoding } from '../../check/options.ts';
import { RATE_DEFINITIONS } from '../../check/rates.ts';
import type { RateDefinition, Report } from '../../check/report.ts';
import { UsccError } from '../../code/error.ts';
import { cliMessagesFor } from '../../messages/cli/index.ts';
import { readAssessments } from '../../node/assessment-file.ts';
import { listFiles } from '../../node/list-files.ts';
import { refuseClashes } from '../check/check-clashes.ts';
import { FILE_FORMS, type FileForm, FORMATS, type Format, needsFindings } from '../check/check-forms.ts';
import { createReaders } from '../check/check-options.ts';
import { type Check, type Destinations, runCheck } from '../check/check-run.ts';
import { createCommand } from '../command.ts';
import { addInputOptions } from '../input-options.ts';
import { withInterrupts } from '../interrupt.ts';
import type { Language } from '../language.ts';

interface CheckFlags extends Partial<Record<FileForm, string>> {
  codeColumn?: number | string;
  nameColumn?: number | string;
  unitColumn?: number | string;
  encoding: Encoding | 'auto';
  delimiter?: string;
  header: boolean;
  target: Target;
  definition: RateDefinition;
  assess?: string[];
  assessFile?: string;
  workers?: number;
  memory?: number;
  sheet?: number | string;
  maxExpand?: number;
  tempDir?: string;
  out?: string;
  notes?: boolean;
  suspect?: boolean;
  scanner: 'kernel' | 'reference';
  format: Format;
}

/** `uscc check`: a registry export against the target. `load` brings the engine, which help does not need. */
export function checkCommand(lang: Language, load: () => Promise<Check>): Command {
  const messages = cliMessagesFor(lang);
  const { help } = messages;
  const read = createReaders(messages);
  const command = createCommand('check', messages)
    .usage(help.check.usage)
    .description(help.check.summary)
    .argument('<file...>', help.check.files)
    .option('--unit-column <column>', help.check.unitColumn, read.column('--unit-column'))
    .addOption(
      new Option('--target <share>', help.check.target).argParser(read.target).default(DEFAULT_TARGET, '0.01%'),
    )
    .addOption(new Option('--definition <name>', help.check.definition).choices(RATE_DEFINITIONS).default('literal'))
    .option('--assess <name>', help.check.assess, (name: string, names: string[] = []) => [...names, name])
    .option('--assess-file <file>', help.check.assessFile)
    .option('--out <folder>', help.check.out);
  for (const form of FILE_FORMS.keys()) command.option(`--${form} <file>`, help.check[form]);
  command
    .option('--notes', help.check.notes)
    .option('--suspect', help.check.suspect)
    .addOption(new Option('--format <format>', help.format).choices(FORMATS).default('text'))
    .addOption(new Option('--scanner <name>', help.check.scanner).choices(['kernel', 'reference']).default('kernel'))
    .addHelpText('after', help.check.footer);
  return addInputOptions(command, messages).action(async (inputs: string[], flags: CheckFlags) => {
    const { options, to } = readFlags(flags);
    options.assessments = flags.assessFile === undefined ? [] : await readAssessments(flags.assessFile, lang);
    chooseRules([...BUILT_IN_ASSESSMENTS, ...options.assessments], flags.assess ?? [], lang);
    const listsFindings =
      to.out !== undefined || Object.keys(to.files).length > 0 || needsFindings(to.format) === 'all';
    if (flags.scanner === 'reference' && listsFindings) throw new UsccError('usage', messages.referenceCountsOnly);
    await refuseClashes(listFiles(inputs).paths, to, messages);
    const check = await load();
    const report = await withInterrupts((signal) => runCheck({ inputs, options, to, lang, messages, check, signal }));
    process.exitCode = isMet(report) ? 0 : 1;
  });
}

/** By the assessments that were named, else by the target. */
function isMet({ assessments, target }: Report): boolean {
  const chosen = assessments.filter((assessment) => assessment.chosen);
  return chosen.length > 0 ? chosen.every(({ met }) => met) : target.met;
}

function readFlags(flags: CheckFlags): { options: CheckOptions; to: Destinations } {
  const { format, out, html: _html, xlsx: _xlsx, assessFile: _assessFile, memory, maxExpand, header, ...rest } = flags;
  const files: Destinations['files'] = {};
  for (const form of FILE_FORMS.keys()) if (flags[form] !== undefined) files[form] = flags[form];
  return {
    options: {
      ...rest,
      ...(header ? {} : { header }),
      ...(memory === undefined ? {} : { memoryBytes: memory }),
      ...(maxExpand === undefined ? {} : { maxExpandBytes: maxExpand }),
    },
    to: { format, ...(out === undefined ? {} : { out }), files },
  };
}
