import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { createRate } from '../../check/rates.ts';
import type { Question } from '../../ledger/figures.ts';
import { countPoints } from '../../ledger/licences/licence-figures.ts';
import type { MonthSummary, Proposal } from '../../ledger/record-month.ts';
import { listQuestions, renderFigures, renderMonth } from '../../ledger/show/month-text.ts';
import { cliMessagesFor } from '../../messages/cli/index.ts';
import { ledgerMessagesFor } from '../../messages/ledger/index.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { listFiles } from '../../node/inputs/list-files.ts';
import { refuseClashes } from '../check/check-clashes.ts';
import type { Settings } from '../config/config-keys.ts';
import { defineCommand } from '../define-command.ts';
import type { FlagsOf } from '../flags/flags-of.ts';
import { readInputFlags } from '../flags/input-options.ts';
import type { Language } from '../language.ts';
import { chooseStyle } from '../output.ts';
import { type LedgerRun, runLedger } from './run-ledger.ts';

type Flags = FlagsOf<'ledger record'>;

/** `uscc ledger record`: a month's exports. */
export function recordCommand(lang: Language): Promise<Command> {
  return defineCommand('ledger record', lang, async ({ words, flags, settings }) => {
    await refuseClashes(listFiles(words).paths, { files: {} }, cliMessagesFor(lang));
    await runLedger(flags, lang, true, (run) => recordMonth(run, words, flags, settings));
  });
}

async function recordMonth(run: LedgerRun, files: string[], flags: Flags, settings: Settings): Promise<void> {
  const { lang, progress, print } = run;
  const { period, dryRun = false, yes = false, format } = flags;
  let proposal: Proposal | undefined;
  const agree = async (proposed: Proposal): Promise<boolean> => {
    proposal = proposed;
    progress.erase();
    if (dryRun) return false;
    return proposed.questions.length === 0 || yes || (await ask(proposed, lang));
  };
  const summary = await recordFiles(run, files, { flags, settings, agree });
  const shown = summary ?? proposal?.summary;
  if (shown === undefined || (summary === null && !dryRun)) {
    throw refuse('usage', { kind: 'not-confirmed', period, remedies: [{ kind: 'yes' }] });
  }
  const questions = proposal?.questions ?? [];
  if (format === 'json') return print(describeJson(shown, questions, summary !== null));
  const style = chooseStyle(process.stdout, process.env);
  const doubts = dryRun ? listQuestions(questions, lang).map((line) => `  ${line}\n`) : [];
  await print(renderMonth(shown, lang, style, dryRun) + doubts.join(''));
}

/** Records exports of a registry, or tables of licences and penalties. */
async function recordFiles(
  { ledger, lang, signal, progress }: LedgerRun,
  files: string[],
  { flags, settings, agree }: { flags: Flags; settings: Settings; agree(proposal: Proposal): Promise<boolean> },
): Promise<MonthSummary | null> {
  const { period, asOf, target, definition, unitColumn, suspect, licences = false } = flags;
  const shared = { ...readInputFlags(flags), asOf, lang, signal, onProgress: progress.show, period, agree };
  if (licences) return (await ledger.recordLicences(files, { ...shared, rules: settings.licences })).summary;
  return (await ledger.record(files, { ...shared, target, definition, unitColumn, suspect })).summary;
}

/** Asks on the terminal; where there is none, the answer is no. */
async function ask({ questions, summary }: Proposal, lang: Language): Promise<boolean> {
  const messages = ledgerMessagesFor(lang);
  const style = chooseStyle(process.stderr, process.env);
  for (const line of listQuestions(questions, lang)) process.stderr.write(`${line}\n`);
  process.stderr.write(renderFigures(summary, lang, style));
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return messages.yes.test((await terminal.question(messages.ask)).trim());
  } finally {
    terminal.close();
  }
}

function describeJson(summary: MonthSummary, questions: Question[], isWritten: boolean): object {
  const { period, isReplaced, isFiguresOnly, opened, reappeared, stillShown, closed, open, figures } = summary;
  return {
    schema: 'uscc-ledger-record/1',
    period,
    written: isWritten,
    replaced: isReplaced,
    figuresOnly: isFiguresOnly,
    records: figures.records,
    ...describeFigures(figures),
    opened,
    closed,
    reappeared,
    stillShown,
    open,
    questions,
  };
}

function describeFigures(figures: MonthSummary['figures']): object {
  if (!('compliant' in figures)) return { codes: figures.codes, rates: figures.rates };
  return { compliance: createRate(figures.compliant, figures.records), points: countPoints(figures) };
}
