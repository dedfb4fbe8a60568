#!/usr/bin/env node
import { createRequire } from 'node:module';
import { Option } from 'commander';
import { cliMessagesFor } from '../messages/cli-messages.ts';
import { benchCommand } from './bench.ts';
import { checkCommand } from './check.ts';
import { createCommand } from './command.ts';
import { describeFailure } from './failure.ts';
import { generateCommand } from './generate.ts';
import { INTERRUPTED } from './interrupt.ts';
import { detectLanguage, LANGUAGES } from './language.ts';
import { validateCommand } from './validate.ts';

const args = process.argv.slice(2);
const lang = detectLanguage(args, process.env);
const messages = cliMessagesFor(lang);
const { help } = messages;
const { version } = createRequire(import.meta.url)('uscc-toolkit/package.json') as { version: string };

const program = createCommand('uscc', messages)
  .usage(help.usage)
  .description(help.program)
  .version(version, '-V, --version', help.showVersion)
  .addOption(new Option('--lang <language>', help.lang).choices(LANGUAGES))
  .addHelpText('after', help.footer);
const commands = [
  validateCommand(lang),
  checkCommand(lang, async () => (await import('../source/registry.ts')).checkRegistry),
  generateCommand(lang),
  benchCommand(lang),
];
for (const command of commands) program.addCommand(command.copyInheritedSettings(program));

/** Ends the process as the error says; what was printed before is on its way. */
function fail(error: unknown): void {
  const { exitCode, text } = describeFailure(error, messages, Boolean(process.env.USCC_DEBUG));
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
await program.parseAsync(args, { from: 'user' }).catch(fail);
