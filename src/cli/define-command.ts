import { Argument, type Command } from 'commander';
import { cliMessagesFor } from '../messages/cli/index.ts';
import { configMessagesFor } from '../messages/config/index.ts';
import { escapeControls } from '../write/escape-controls.ts';
import { createCommand } from './command.ts';
import { applyConfig } from './config/apply-config.ts';
import type { Settings } from './config/config-keys.ts';
import { readConfig } from './config/read-config.ts';
import { addFlags, spellFlag } from './flags/add-flags.ts';
import { COMMAND_HELP } from './flags/command-help.ts';
import type { RunCommand } from './flags/commands.ts';
import type { FlagsOf } from './flags/flags-of.ts';
import { listFlags, toKey } from './flags/index.ts';
import type { Language } from './language.ts';

/** What a command is run with: `words` are its arguments as they were typed. */
export interface Call<Name extends RunCommand> {
  words: string[];
  /** From the command line, else from `uscc.json`, else their defaults. */
  flags: FlagsOf<Name>;
  /** What `uscc.json` says beside flags. */
  settings: Settings;
  lang: Language;
  /** For a command that shows its own help. */
  command: Command;
}

/** Commands that only show something, and read no settings. */
const WITHOUT_CONFIG: readonly RunCommand[] = ['help', 'complete'];

/** A command with its arguments, flags and help, which does what `run` does. */
export async function defineCommand<Name extends RunCommand>(
  name: Name,
  lang: Language,
  run: (call: Call<Name>) => void | Promise<void>,
): Promise<Command> {
  const { usage, summary, footer, arguments: words } = await COMMAND_HELP[name](lang);
  const command = createCommand(name.split(' ').at(-1) ?? name, cliMessagesFor(lang))
    .usage(usage)
    .description(summary);
  for (const [spelling, text] of Object.entries(words)) command.addArgument(new Argument(spelling, text));
  addFlags(command, name, lang).addHelpText('after', footer);
  return command.action(async () => {
    const settings = WITHOUT_CONFIG.includes(name) ? {} : useConfig(command, name, lang);
    refuseAbsent(command, name);
    await run({ words: command.args, flags: command.opts() as FlagsOf<Name>, settings, lang, command });
  });
}

/** Takes over what `uscc.json` says, and says so. */
function useConfig(command: Command, name: RunCommand, lang: Language): Settings {
  const config = readConfig(command.optsWithGlobals<{ config?: string }>().config, lang);
  if (config === null) return {};
  const applied = new Set([...applyConfig(command, name, config, lang), ...Object.keys(config.settings)]);
  process.stderr.write(`uscc: ${escapeControls(configMessagesFor(lang).used(config.path, [...applied]))}\n`);
  return config.settings;
}

/** A required flag may stand in `uscc.json`, which the parser does not know. */
function refuseAbsent(command: Command, name: RunCommand): void {
  const absent = listFlags(name).find((flag) => flag.required && command.getOptionValue(toKey(flag)) === undefined);
  if (absent === undefined) return;
  command.error(`error: required option '${spellFlag(absent)}' not specified`, {
    code: 'commander.missingMandatoryOptionValue',
  });
}
