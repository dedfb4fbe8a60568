import type { Command } from 'commander';
import { readUnit } from '../../check/unit-register.ts';
import { ledgerMessagesFor } from '../../messages/ledger/index.ts';
import type { Settings, UnitContact } from '../config/config-keys.ts';
import { defineCommand } from '../define-command.ts';
import type { Language } from '../language.ts';
import { pickFlags, registryOptions, runLedger } from './run-ledger.ts';

const mostShown = 50;

/** `uscc ledger send`: a return form for every unit. */
export function sendCommand(lang: Language): Promise<Command> {
  return defineCommand('ledger send', lang, async ({ flags, settings }) => {
    const { dryRun = false, format, out } = flags;
    const messages = ledgerMessagesFor(lang);
    await runLedger(flags, lang, false, async ({ ledger, print }) => {
      const { files, answered } = await ledger.send({
        ...pickFlags(flags, 'out', 'due', 'unit', 'licences', 'template', 'contact', 'asOf', 'dryRun'),
        ...pickFlags(settings, 'period'),
        lang,
      });
      const recipients = files.map((file) => ({ ...file, ...findRecipient(settings, file.unit) }));
      if (format === 'json') {
        return print({ schema: 'uscc-ledger-send/1', written: !dryRun, files: recipients, answered });
      }
      const problems = files.reduce((sum, file) => sum + file.problems, 0);
      await print(
        [
          messages.sent({ problems, files: files.length, folder: out }),
          ...recipients.map(({ path, problems: count, contact, phone }) =>
            ['', path, count, ...[contact, phone].filter((text) => text !== undefined)].join('  '),
          ),
          ...(answered > 0 ? [messages.sentPast(answered)] : []),
          ...(dryRun ? [messages.dryRun] : []),
          '',
        ].join('\n'),
      );
    });
  });
}

/** `uscc ledger submit`: the return for the centre. Exit code 1 when it would refuse a row. */
export function submitCommand(lang: Language): Promise<Command> {
  return defineCommand('ledger submit', lang, async ({ flags, settings }) => {
    const { dryRun = false, format, output } = flags;
    const messages = ledgerMessagesFor(lang);
    await runLedger(flags, lang, false, async ({ ledger, print, ...run }) => {
      const { rows, faults } = await ledger.submit({
        ...pickFlags(flags, 'output', 'flags', 'template', 'registry', 'again', 'asOf', 'dryRun'),
        ...pickFlags(settings, 'organization', 'period', 'contact'),
        lang,
        registryOptions: registryOptions(flags, run),
      });
      if (faults.length > 0) process.exitCode = 1;
      const isWritten = faults.length === 0 && !dryRun;
      if (format === 'json')
        return print({ schema: 'uscc-ledger-submit/1', written: isWritten, rows, refused: faults });
      if (faults.length > 0) {
        const lines = faults.slice(0, mostShown).map(({ number, reason }) => `  ${number}  ${messages.faults[reason]}`);
        if (faults.length > mostShown) lines.push(`  ${messages.status.more(faults.length - mostShown)}`);
        return print(`${messages.submitRefused(faults.length)}\n${lines.join('\n')}\n`);
      }
      await print(`${dryRun ? `${messages.dryRun}\n` : ''}${messages.submitted({ rows, file: output })}\n`);
    });
  });
}

/** Whom a unit's workbook goes to, where the settings say so. */
function findRecipient({ units = [] }: Settings, unit: string): Pick<UnitContact, 'contact' | 'phone'> {
  const { key } = readUnit(unit);
  const recipient = units.find((each) => readUnit(each.unit).key === key);
  return recipient === undefined ? {} : pickFlags(recipient, 'contact', 'phone');
}
