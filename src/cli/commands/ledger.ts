import type { Command } from 'commander';
import { cliMessagesFor } from '../../messages/cli/index.ts';
import { ledgerHelpFor } from '../../messages/ledger-help/index.ts';
import { createCommand } from '../command.ts';
import type { Language } from '../language.ts';
import { sendCommand, submitCommand } from '../ledger/forms.ts';
import { collectCommand, feedbackCommand } from '../ledger/lists.ts';
import { checkLedgerCommand, exemptCommand, exportCommand, mergeCommand, showCommand } from '../ledger/problems.ts';
import { recordCommand } from '../ledger/record.ts';
import { statusCommand } from '../ledger/status.ts';

/** In the order of the month. */
const commands: [name: string, define: (lang: Language) => Promise<Command>][] = [
  ['record', recordCommand],
  ['feedback', feedbackCommand],
  ['send', sendCommand],
  ['collect', collectCommand],
  ['submit', submitCommand],
  ['status', statusCommand],
  ['show', showCommand],
  ['exempt', exemptCommand],
  ['export', exportCommand],
  ['merge', mergeCommand],
  ['check', checkLedgerCommand],
];

/** `uscc ledger`: the monthly loop. */
export async function ledgerCommand(lang: Language): Promise<Command> {
  const { usage, summary, footer } = ledgerHelpFor(lang).group;
  const group = createCommand('ledger', cliMessagesFor(lang)).usage(usage).description(summary);
  for (const [name, define] of commands) {
    const command = await define(lang);
    group.addCommand(command.name(name).copyInheritedSettings(group));
  }
  return group.addHelpText('after', footer);
}
