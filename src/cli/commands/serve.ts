import type { Command } from 'commander';
import { UsccError } from '../../code/error.ts';
import { serveMessagesFor } from '../../messages/serve/index.ts';
import { defineCommand } from '../define-command.ts';
import { readInputFlags } from '../flags/input-options.ts';
import type { Language } from '../language.ts';
import { readBlocks, readClients } from '../serve/read-files.ts';
import { runService } from '../serve/run-service.ts';

/** `uscc serve`: a registry that answers before a code is issued. */
export function serveCommand(lang: Language): Promise<Command> {
  const messages = serveMessagesFor(lang);
  return defineCommand('serve', lang, async ({ flags, command }) => {
    const { registry = [], host, replica = false, tokens, blocks, ledger, index, port, allowOrigin = [] } = flags;
    if (registry.length === 0 && !replica) {
      command.error("error: required option '--registry <file...>' not specified", {
        code: 'commander.missingMandatoryOptionValue',
      });
    }
    if (tokens === undefined && !isLoopback(host)) throw new UsccError('usage', messages.command.needsTokens(host));
    if (tokens === undefined && allowOrigin.includes('null')) {
      throw new UsccError('usage', messages.command.nullNeedsTokens);
    }
    await runService({
      service: {
        folder: index,
        host,
        port,
        clients: tokens === undefined ? null : readClients(tokens, messages),
        origins: new Set(allowOrigin),
        blocks: blocks === undefined ? [] : readBlocks(blocks, messages),
        ledger: ledger ?? null,
        isReplica: replica,
      },
      registry,
      options: { ...readInputFlags(flags), lang },
      watches: flags.watch ?? false,
      buildsOnly: flags.buildOnly ?? false,
      lang,
      messages: messages.command,
    });
  });
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
