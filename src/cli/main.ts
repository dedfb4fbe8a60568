#!/usr/bin/env node
import { type Command, Option } from 'commander';
import { cliMessagesFor } from '../messages/cli/index.ts';
import { readArguments } from '../node/system-path.ts';
import type { Check } from './check/check-run.ts';
import { createCommand } from './command.ts';
import type { Dedup } from './commands/dedup.ts';
import type { Diff } from './commands/diff.ts';
import type { Fix } from './commands/fix.ts';
import type { Match } from './commands/match.ts';
import type { OpenRegistry } from './commands/validate.ts';
import { describeFailure } from './failure.ts';
import { INTERRUPTED } from './interrupt.ts';
import { detectLanguage, LANGUAGES } from './language.ts';
import { version } from './version.ts';

const args = readArguments(process.argv.slice(2));
// The answers that scripts brought are inputs like any other.
const mergeAt = args[0] === '--lang' ? 2 : 0;
if (args[mergeAt] === 'sql' && args[mergeAt + 1] === 'merge') args.splice(mergeAt, 2, 'check');
const lang = detectLanguage(args, process.env);
const messages = cliMessagesFor(lang);
const { help } = messages;

const program = createCommand('uscc', messages)
  .usage(help.usage)
  .description(help.program)
  .version(version, '-V, --version', help.showVersion)
  .addOption(new Option('--lang <language>', help.lang).choices(LANGUAGES))
  .addHelpText('after', help.footer);

/** Loaded one by one: half of the time that a short run takes is reading modules. */
const loaders: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['check', async () => (await import('./commands/check.ts')).checkCommand(lang, loadEngine)],
  ['validate', async () => (await import('./commands/validate.ts')).validateCommand(lang, loadRegistry)],
  ['fix', async () => (await import('./commands/fix.ts')).fixCommand(lang, loadFix)],
  ['dedup', async () => (await import('./commands/dedup.ts')).dedupCommand(lang, loadDedup)],
  ['match', async () => (await import('./commands/match.ts')).matchCommand(lang, loadMatch)],
  ['diff', async () => (await import('./commands/diff.ts')).diffCommand(lang, loadDiff)],
  ['sql', async () => (await import('./commands/sql.ts')).sqlCommand(lang)],
  ['ledger', async () => (await import('./commands/ledger.ts')).ledgerCommand(lang)],
  ['page', async () => (await import('./commands/page.ts')).pageCommand(lang)],
  ['generate', async () => (await import('./commands/generate.ts')).generateCommand(lang)],
  ['bench', async () => (await import('./commands/bench.ts')).benchCommand(lang)],
]);

async function loadEngine(): Promise<Check> {
  return (await import('../node/registry.ts')).checkRegistry;
}

async function loadRegistry(): Promise<OpenRegistry> {
  return (await import('../node/registry.ts')).withRegistry;
}

async function loadDiff(): Promise<Diff> {
  return (await import('../node/registry.ts')).diffRegistries;
}

async function loadDedup(): Promise<Dedup> {
  return (await import('../node/registry.ts')).dedupRegistry;
}

async function loadMatch(): Promise<Match> {
  return (await import('../node/registry.ts')).matchRegistry;
}

async function loadFix(): Promise<Fix> {
  return (await import('../node/registry.ts')).fixRegistry;
}

/** The command that comes first, or all of them when something else does: help, or a word to complain about. */
async function addCommands(): Promise<void> {
  const load = loaders.get(args[0] ?? '');
  for (const each of load === undefined ? loaders.values() : [load]) {
    program.addCommand((await each()).copyInheritedSettings(program));
  }
}

/** For the line that says where help is. */
const named = loaders.has(args[0] ?? '') ? `uscc ${args[0]}` : 'uscc';

/** Ends the process as the error says; what was printed before is on its way. */
function fail(error: unknown): void {
  const { exitCode, text } = describeFailure(error, {
    lang,
    messages,
    command: named,
    debug: Boolean(process.env.USCC_DEBUG),
  });
  process.stderr.write(text);
  process.exitCode = exitCode;
  // What was interrupted may still be at work; temporary files go as the process ends.
  if (exitCode === INTERRUPTED) process.exit();
}

// A reader that goes away (`| head`) is met where we write; without a listener it would be an uncaught error.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});
process.once('uncaughtException', (error) => {
  fail(error);
  process.exit();
});
await addCommands()
  .then(() => program.parseAsync(args, { from: 'user' }))
  .catch(fail);
