import { Argument, type Command } from 'commander';
import { cliMessagesFor } from '../messages/cli/index.ts';
import { createCommand } from './command.ts';
import { addFlags } from './flags/add-flags.ts';
import { COMMAND_HELP } from './flags/command-help.ts';
import type { RunCommand } from './flags/commands.ts';
import type { FlagsOf } from './flags/flag.ts';
import type { Language } from './language.ts';

/** What a command is run with: `words` are its arguments as they were typed. */
export interface Call<Name extends RunCommand> {
  words: string[];
  flags: FlagsOf<Name>;
  lang: Language;
  /** For a command that shows its own help. */
  command: Command;
}

/** A command with its arguments, flags and help, which does what `run` does. */
export function defineCommand<Name extends RunCommand>(
  name: Name,
  lang: Language,
  run: (call: Call<Name>) => void | Promise<void>,
): Command {
  const { usage, summary, footer, arguments: words } = COMMAND_HELP[name](lang);
  const command = createCommand(name, cliMessagesFor(lang)).usage(usage).description(summary);
  for (const [spelling, text] of Object.entries(words)) command.addArgument(new Argument(spelling, text));
  addFlags(command, name, lang).addHelpText('after', footer);
  return command.action(async () => {
    await run({ words: command.args, flags: command.opts() as FlagsOf<Name>, lang, command });
  });
}
