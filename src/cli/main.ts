#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { Option } from 'commander';
import { cliMessagesFor } from '../messages/cli/index.ts';
import { helpMessagesFor } from '../messages/help/index.ts';
import { readArguments } from '../node/system-path.ts';
import { createCommand } from './command.ts';
import { type LoadCommand, listLoaders } from './command-loaders.ts';
import { peekLanguage } from './config/read-config.ts';
import { setEngineFlags } from './engine-flags.ts';
import { describeFailure } from './failure.ts';
import { spellFlag } from './flags/add-flags.ts';
import { GENERAL } from './flags/general.ts';
import { INTERRUPTED } from './interrupt.ts';
import { detectLanguage } from './language.ts';
import { describeWriteError, isBrokenPipe } from './output.ts';
import { version } from './version.ts';

setEngineFlags();

const typed = readArguments(process.argv.slice(2));
// The answers that scripts brought are inputs like any other.
const mergeAt = typed[0] === '--lang' ? 2 : 0;
if (typed[mergeAt] === 'sql' && typed[mergeAt + 1] === 'merge') typed.splice(mergeAt, 2, 'check');
const lang = detectLanguage(typed, process.env, peekLanguage(typed));
const messages = cliMessagesFor(lang);
const { help } = messages;

const program = createCommand('uscc', messages)
  .usage(help.usage)
  .description(help.program)
  .version(version, '-V, --version', help.showVersion)
  .addHelpText('after', help.footer);
for (const flag of GENERAL) {
  const option = new Option(spellFlag(flag), flag.help[lang]);
  program.addOption(flag.choices === undefined ? option : option.choices(flag.choices));
}

const loaders: ReadonlyMap<string, LoadCommand> = listLoaders(lang, showCommand);
/** A file alone is to be checked. */
const args = loaders.has(typed[0] ?? '') || !isFile(typed[0]) ? typed : ['check', ...typed];

function isFile(word = ''): boolean {
  return word !== '' && !word.startsWith('-') && existsSync(word);
}

async function addCommand(name: string): Promise<void> {
  const command = await loaders.get(name)?.();
  if (command === undefined || program.commands.some((each) => each.name() === name)) return;
  program.addCommand(command.copyInheritedSettings(program));
}

async function showCommand(name: string | null): Promise<boolean> {
  if (name !== null && !loaders.has(name)) return false;
  for (const each of name === null ? loaders.keys() : [name]) await addCommand(each);
  (program.commands.find((each) => each.name() === name) ?? program).outputHelp();
  return true;
}

/** For the line that says where help is. */
const named = loaders.has(args[0] ?? '') ? `uscc ${args[0]}` : 'uscc';

/** One failure is told: what it brings about is none. */
let hasFailed = false;

/** Ends the process as the error says; what was printed before is on its way. */
function fail(error: unknown): void {
  const { exitCode, text } = describeFailure(error, {
    lang,
    messages,
    command: named,
    debug: Boolean(process.env.USCC_DEBUG),
  });
  // Help that was printed is no failure; whether it could be is said by the stream.
  if (exitCode === 0 || hasFailed) return;
  hasFailed = true;
  process.stderr.write(text);
  process.exitCode = exitCode;
  // What was interrupted may still be at work; temporary files go as the process ends.
  if (exitCode === INTERRUPTED) process.exit();
}

async function run(): Promise<void> {
  const isIdle = args.every((arg, index) => /^--lang(=|$)/.test(arg) || args[index - 1] === '--lang');
  if (isIdle && process.stdout.isTTY) {
    process.stdout.write(helpMessagesFor(lang).start(version));
    return;
  }
  if (args[0] === 'complete' && args[1] === '--') {
    await (await import('./commands/help.ts')).answerShell(args.slice(2), lang);
    return;
  }
  // The command that comes first, or all of them when something else does: help, or a word to complain about.
  for (const name of loaders.has(args[0] ?? '') ? [args[0] ?? ''] : loaders.keys()) await addCommand(name);
  await program.parseAsync(args, { from: 'user' });
}

// Where we wait for what we write, its errors are met there too; help and short notes are only heard of here. A reader that goes away
// (`| head`) is no failure.
process.stdout.on('error', (error) => {
  fail(isBrokenPipe(error) ? error : describeWriteError(error));
});
process.stderr.on('error', () => {});
process.once('uncaughtException', (error) => {
  fail(error);
  process.exit();
});
void run().catch(fail);
