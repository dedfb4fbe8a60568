import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import type { Question } from '../../ledger/figures.ts';
import type { MonthSummary, Proposal } from '../../ledger/record-month.ts';
import { listQuestions, renderFigures, renderMonth } from '../../ledger/show/month-text.ts';
import { cliMessagesFor } from '../../messages/cli/index.ts';
import { ledgerMessagesFor } from '../../messages/ledger/index.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { listFiles } from '../../node/inputs/list-files.ts';
import { refuseClashes } from '../check/check-clashes.ts';
import { defineCommand } from '../define-command.ts';
import type { FlagsOf } from '../flags/flags-of.ts';
import { readInputFlags } from '../flags/input-options.ts';
import type { Language } from '../language.ts';
import { chooseStyle } from '../output.ts';
import { type LedgerRun, runLedger } from './run-ledger.ts';

type Flags = FlagsOf<'ledger record'>;

/** `uscc ledger record`: a month's exports. */
export function recordCommand(lang: Language): Command {
  return defineCommand('ledger record', lang, async ({ words, flags }) => {
    await refuseClashes(listFiles(words).paths, { files: {} }, cliMessagesFor(lang));
    await runLedger(flags, lang, true, (run) => recordMonth(run, words, flags));
  });
}

async function recordMonth(
  { ledger, lang, signal, progress, print }: LedgerRun,
  files: string[],
  flags: Flags,
): Promise<void> {
  const { period, asOf, dryRun = false, yes = false, format, target, definition, unitColumn, suspect } = flags;
  let proposal: Proposal | undefined;
  const agree = async (proposed: Proposal): Promise<boolean> => {
    proposal = proposed;
    progress.erase();
    if (dryRun) return false;
    return proposed.questions.length === 0 || yes || (await ask(proposed, lang));
  };
  const { summary } = await ledger.record(files, {
    ...readInputFlags(flags),
    target,
    definition,
    unitColumn,
    suspect,
    asOf,
    lang,
    signal,
    onProgress: progress.show,
    period,
    agree,
  });
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
    codes: figures.codes,
    rates: figures.rates,
    opened,
    closed,
    reappeared,
    stillShown,
    open,
    questions,
  };
}
