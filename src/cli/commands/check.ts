import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { chooseRules } from '../../check/assess/assess-report.ts';
import { BUILT_IN_ASSESSMENTS } from '../../check/assess/assessments.ts';
import type { CheckOptions } from '../../check/options.ts';
import type { Report } from '../../check/report.ts';
import { UsccError } from '../../code/error.ts';
import { cliMessagesFor } from '../../messages/cli/index.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { nameSystemError } from '../../messages/system-errors.ts';
import { readAssessments } from '../../node/assessment-file.ts';
import { listFiles } from '../../node/inputs/list-files.ts';
import { isEngineInput } from '../../node/warehouse/engine-inputs.ts';
import type { EngineOptions } from '../../node/warehouse/open-tables.ts';
import { refuseClashes } from '../check/check-clashes.ts';
import { FILE_FORMS, needsFindings } from '../check/check-forms.ts';
import { type Check, type Destinations, runCheck } from '../check/check-run.ts';
import { defineCommand } from '../define-command.ts';
import type { FlagsOf } from '../flags/flags-of.ts';
import { readInputFlags } from '../flags/input-options.ts';
import type { Language } from '../language.ts';
import { runEngine } from '../run-engine.ts';
import { requireWorkbookPath } from '../sink.ts';

type EngineFlags = Pick<FlagsOf<'check'>, 'table' | 'where' | 'key' | 'passwordFile' | 'queryTimeout'>;

type CheckFlags = FlagsOf<'check'>;

/** `uscc check`: a registry export against the target. `load` brings the engine, which help does not need. */
export function checkCommand(lang: Language, load: () => Promise<Check>): Promise<Command> {
  const messages = cliMessagesFor(lang);
  return defineCommand('check', lang, async ({ words: inputs, flags, settings }) => {
    const { options, to } = readFlags(flags);
    options.assessments = flags.assessFile === undefined ? [] : await readAssessments(flags.assessFile);
    chooseRules([...BUILT_IN_ASSESSMENTS, ...options.assessments], flags.assess ?? []);
    const listsFindings =
      to.out !== undefined ||
      to.send !== undefined ||
      Object.keys(to.files).length > 0 ||
      needsFindings(to.format) === 'all';
    if (flags.scanner === 'reference' && listsFindings) throw new UsccError('usage', messages.referenceCountsOnly);
    const files = inputs.filter((input) => !isEngineInput(input));
    await refuseClashes(files.length > 0 ? listFiles(files).paths : [], to, messages);
    requireWorkbookPath('--marked', flags.marked, messages);
    if (/\.(xlsx|xls|ods)$/i.test(flags.annotate ?? '')) {
      throw new UsccError('usage', messages.needsTablePath('--annotate', flags.annotate ?? ''));
    }
    const check = await load();
    const about = { ...settings, due: flags.due };
    const report = await runEngine(lang, (run) => runCheck({ inputs, options, to, about, check }, run));
    process.exitCode = isMet(report) ? 0 : 1;
  });
}

/** By the assessments that were named, else by the target. */
function isMet({ assessments, target }: Report): boolean {
  const chosen = assessments.filter((assessment) => assessment.chosen);
  return chosen.length > 0 ? chosen.every(({ met }) => met) : target.met;
}

function readFlags(flags: CheckFlags): { options: CheckOptions; to: Destinations } {
  const { target, definition, unitColumn, assess, notes, suspect, scanner, format, out, send } = flags;
  const files: Destinations['files'] = {};
  for (const form of [...FILE_FORMS.keys(), 'marked', 'annotate'] as const)
    if (flags[form] !== undefined) files[form] = flags[form];
  return {
    options: {
      ...readInputFlags(flags),
      ...readEngineFlags(flags),
      target,
      definition,
      scanner,
      unitColumn,
      assess,
      notes,
      suspect,
    },
    to: { format, out, send, files },
  };
}

/**
 * What the flags of engines mean to a run.
 *
 * @throws {UsccError} `input` when the file of the password cannot be read
 */
function readEngineFlags({ table, where, key, passwordFile, queryTimeout }: EngineFlags): EngineOptions {
  const password = passwordFile === undefined ? undefined : readPassword(passwordFile);
  return { table, where, key, password, queryTimeout };
}

function readPassword(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (cause) {
    throw refuse('input', { kind: 'cannot-read', file, reason: nameSystemError(cause) }, { cause });
  }
}
