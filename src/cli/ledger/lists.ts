import type { Command } from 'commander';
import { writeRefused } from '../../ledger/form/form-workbook.ts';
import { formatNumber } from '../../ledger/problem.ts';
import { type Collected, listNumbers } from '../../ledger/take-answers.ts';
import { ledgerMessagesFor } from '../../messages/ledger/index.ts';
import { writeOutFile } from '../../node/outputs/out-file.ts';
import { nodePacking } from '../../node/zlib.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import { defineCommand } from '../define-command.ts';
import type { Language } from '../language.ts';
import { pickFlags, registryOptions, runLedger } from './run-ledger.ts';

const mostShown = 50;

/** `uscc ledger feedback`: a list from above. */
export function feedbackCommand(lang: Language): Promise<Command> {
  return defineCommand('ledger feedback', lang, async ({ words, flags }) => {
    const { dryRun = false, format } = flags;
    const messages = ledgerMessagesFor(lang);
    await runLedger(flags, lang, true, async ({ ledger, print }) => {
      const summary = await ledger.feedback(words, pickFlags(flags, 'due', 'asOf', 'dryRun'));
      if (format === 'json') return print({ schema: 'uscc-ledger-feedback/1', written: !dryRun, ...summary });
      const right = summary.right.map(
        (row) =>
          `  ${messages.rowAt(row)}  ${row.number ?? ''}  ${escapeControls(row.code)}  ${escapeControls(row.name)}`,
      );
      await print(
        [
          messages.feedback(summary),
          ...(right.length === 0 ? [] : [messages.right(right.length), ...right.slice(0, mostShown)]),
          ...(right.length > mostShown ? [`  ${messages.status.more(right.length - mostShown)}`] : []),
          ...(dryRun ? [messages.dryRun] : []),
          '',
        ].join('\n'),
      );
    });
  });
}

/** `uscc ledger collect`: returned forms. Exit code 1 when something was refused. */
export function collectCommand(lang: Language): Promise<Command> {
  return defineCommand('ledger collect', lang, async ({ words, flags }) => {
    const { dryRun = false, format, registry, refused: refusedFile } = flags;
    await runLedger(flags, lang, false, async ({ ledger, print, ...run }) => {
      const collected = await ledger.collect(words, {
        ...pickFlags(flags, 'registry', 'flags', 'asOf', 'dryRun'),
        registryOptions: registryOptions(flags, run),
      });
      if (refusedFile !== undefined) {
        const how = { lang, packing: nodePacking, title: words.join(', ') };
        await writeOutFile(refusedFile, (write) => writeRefused(write, collected.refused, how));
      }
      if (collected.refused.length > 0) process.exitCode = 1;
      if (format === 'json') return print(describeCollected(collected, !dryRun));
      await print(renderCollected(collected, { lang, dryRun, hasRegistry: registry !== undefined, refusedFile }));
    });
  });
}

/** The JSON of `ledger collect`. */
function describeCollected({ accepted, refused, missing, passedOver }: Collected, isWritten: boolean): object {
  return {
    schema: 'uscc-ledger-collect/1',
    written: isWritten,
    accepted: accepted.length,
    refused,
    missing: listNumbers(missing),
    passedOver,
  };
}

function renderCollected(
  { accepted, refused, missing, passedOver }: Collected,
  shown: { lang: Language; dryRun: boolean; hasRegistry: boolean; refusedFile: string | undefined },
): string {
  const { lang, dryRun, hasRegistry, refusedFile } = shown;
  const messages = ledgerMessagesFor(lang);
  const lines = [
    messages.collected({ accepted: accepted.length, refused: refused.length, missing: missing.length }),
    ...passedOver.map(({ file, sheet }) => `  ${messages.passedOver(sheet === null ? file : `${file} (${sheet})`)}`),
    ...refused
      .slice(0, mostShown)
      .map((row) => `  ${messages.rowAt(row)}  ${escapeControls(row.number ?? '–')}  ${messages.reasons[row.reason]}`),
    ...(refused.length > mostShown ? [`  ${messages.status.more(refused.length - mostShown)}`] : []),
  ];
  if (missing.length > 0) {
    const numbers = missing.slice(0, mostShown).map(({ id }) => formatNumber(id));
    lines.push(`  ${messages.missing} ${numbers.join(' ')}`);
    if (missing.length > mostShown) lines.push(`  ${messages.status.more(missing.length - mostShown)}`);
  }
  if (!hasRegistry && accepted.some(({ code }) => code !== null)) lines.push(messages.withoutRegistry);
  if (refusedFile !== undefined) lines.push(messages.written(refusedFile));
  if (dryRun) lines.push(messages.dryRun);
  return `${lines.join('\n')}\n`;
}
