import type { Command } from 'commander';
import { UsccError } from '../../code/error.ts';
import { parseNumber } from '../../ledger/problem.ts';
import { renderProblem } from '../../ledger/show/problem-text.ts';
import { formatProblems } from '../../ledger/show/problems-csv.ts';
import { ledgerMessagesFor } from '../../messages/ledger/index.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { renderJson } from '../../report/json.ts';
import { defineCommand } from '../define-command.ts';
import type { Language } from '../language.ts';
import { chooseStyle } from '../output.ts';
import { openSink } from '../sink.ts';
import { pickFlags, runLedger } from './run-ledger.ts';

/** `uscc ledger show`: the history of problems. */
export function showCommand(lang: Language): Promise<Command> {
  return defineCommand('ledger show', lang, async ({ words, flags }) => {
    const numbers = readNumbers(words);
    await runLedger(flags, lang, false, async ({ ledger, print }) => {
      const problems = ledger.show(numbers);
      if (flags.format === 'json') return print({ schema: 'uscc-ledger-problems/1', problems });
      const style = chooseStyle(process.stdout, process.env);
      await print(problems.map((problem) => renderProblem(problem, lang, style)).join('\n'));
    });
  });
}

/** `uscc ledger exempt`: out of the loop, or back into it. */
export function exemptCommand(lang: Language): Promise<Command> {
  return defineCommand('ledger exempt', lang, async ({ words, flags }) => {
    const { reason, undo = false, dryRun = false, format } = flags;
    const messages = ledgerMessagesFor(lang);
    if (undo === (reason !== undefined) || reason?.trim() === '') throw new UsccError('usage', messages.reasonOrUndo);
    const numbers = readNumbers(words);
    await runLedger(flags, lang, false, async ({ ledger, print }) => {
      const problems = ledger.exempt(numbers, reason ?? null, pickFlags(flags, 'asOf', 'dryRun'));
      if (format === 'json') return print({ schema: 'uscc-ledger-problems/1', written: !dryRun, problems });
      const lines = problems.map(({ number, exempt }) =>
        exempt === null ? messages.withdrawn(number) : messages.exempted(number, exempt),
      );
      await print(`${[...lines, ...(dryRun ? [messages.dryRun] : [])].join('\n')}\n`);
    });
  });
}

/** `uscc ledger export`: everything as a table or JSON. */
export function exportCommand(lang: Language): Promise<Command> {
  return defineCommand('ledger export', lang, async ({ flags }) => {
    await runLedger(flags, lang, false, async ({ ledger }) => {
      const all = ledger.export();
      const sink = await openSink(flags.output ?? '-');
      try {
        await sink.write(flags.format === 'json' ? `${renderJson(all)}\n` : formatProblems(all.problems));
        await sink.finish();
      } catch (error) {
        await sink.abort();
        throw error;
      }
    });
  });
}

/** `uscc ledger merge`: counties' ledgers into a city's. */
export function mergeCommand(lang: Language): Promise<Command> {
  return defineCommand('ledger merge', lang, async ({ words, flags }) => {
    const { dryRun = false, format } = flags;
    const messages = ledgerMessagesFor(lang);
    await runLedger(flags, lang, true, async ({ ledger, print }) => {
      const { ledgers, across } = await ledger.merge(words, pickFlags(flags, 'asOf', 'dryRun'));
      if (format === 'json') return print({ schema: 'uscc-ledger-merge/1', written: !dryRun, ledgers, across });
      const lines = ledgers.map((each) => messages.merged({ ...each, name: each.organization ?? each.id }));
      await print(`${[...lines, messages.across(across), ...(dryRun ? [messages.dryRun] : [])].join('\n')}\n`);
    });
  });
}

/** `uscc ledger check`: whether the file is sound. */
export function checkLedgerCommand(lang: Language): Promise<Command> {
  return defineCommand('ledger check', lang, async ({ flags }) => {
    const messages = ledgerMessagesFor(lang);
    await runLedger(flags, lang, false, async ({ ledger, print }) => {
      const faults = ledger.check();
      if (faults.length > 0) process.exitCode = 1;
      if (flags.format === 'json') return print({ schema: 'uscc-ledger-check/1', sound: faults.length === 0, faults });
      if (faults.length === 0) return print(`${messages.sound}\n`);
      await print(
        `${[messages.unsound(faults.length), ...faults.map(({ kind, detail }) => `  ${kind}: ${detail}`)].join('\n')}\n`,
      );
    });
  });
}

function readNumbers(words: string[]): number[] {
  return words.map((word) => {
    const number = parseNumber(word);
    if (number === null) throw refuse('usage', { kind: 'no-problem', number: word });
    return number;
  });
}
