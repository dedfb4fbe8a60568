import type { Command } from 'commander';
import type { Language } from './language.ts';

/** Shows the help of a command, or without a name that of the program; false when there is no such command. */
export type ShowCommand = (name: string | null) => Promise<boolean>;

export type LoadCommand = () => Promise<Command>;

/**
 * Commands by name, loaded one by one: half of the time that a short run takes is reading modules. For the same reason each is handed a way
 * to the engine, which its help does not need.
 */
export function listLoaders(lang: Language, showCommand: ShowCommand): ReadonlyMap<string, LoadCommand> {
  const engine = () => import('../node/registry.ts');
  return new Map<string, LoadCommand>([
    [
      'check',
      async () =>
        (await import('./commands/check.ts')).checkCommand(
          lang,
          async () => (await import('../node/check-registry.ts')).checkRegistry,
        ),
    ],
    [
      'validate',
      async () =>
        (await import('./commands/validate.ts')).validateCommand(lang, async () => (await engine()).withRegistry),
    ],
    [
      'inspect',
      async () =>
        (await import('./commands/inspect.ts')).inspectCommand(
          lang,
          async () => (await import('../node/inspect-tables.ts')).inspectTables,
        ),
    ],
    ['fix', async () => (await import('./commands/fix.ts')).fixCommand(lang, async () => (await engine()).fixRegistry)],
    [
      'dedup',
      async () => (await import('./commands/dedup.ts')).dedupCommand(lang, async () => (await engine()).dedupRegistry),
    ],
    [
      'match',
      async () => (await import('./commands/match.ts')).matchCommand(lang, async () => (await engine()).matchRegistry),
    ],
    [
      'diff',
      async () => (await import('./commands/diff.ts')).diffCommand(lang, async () => (await engine()).diffRegistries),
    ],
    [
      'licences',
      async () =>
        (await import('./commands/licences.ts')).licencesCommand(lang, async () => (await engine()).judgeLicences),
    ],
    ['sql', async () => (await import('./commands/sql.ts')).sqlCommand(lang)],
    ['ledger', async () => (await import('./commands/ledger.ts')).ledgerCommand(lang)],
    ['serve', async () => (await import('./commands/serve.ts')).serveCommand(lang)],
    ['page', async () => (await import('./commands/page.ts')).pageCommand(lang)],
    ['generate', async () => (await import('./commands/generate.ts')).generateCommand(lang)],
    ['bench', async () => (await import('./commands/bench.ts')).benchCommand(lang)],
    ['help', async () => (await import('./commands/help.ts')).helpCommand(lang, showCommand)],
    ['complete', async () => (await import('./commands/help.ts')).completeCommand(lang)],
  ]);
}
