import { Command, Help, type Option } from 'commander';
import type { CliMessages } from '../messages/cli/index.ts';
import { measureWidth } from '../write/width.ts';
import { wrapText } from '../write/wrap.ts';

/** A command that speaks the language of the run; errors are thrown, never printed by the parser. */
export function createCommand(name: string, messages: CliMessages): Command {
  const { headings, showHelp } = messages.help;
  const original = new Help();
  return new Command(name)
    .helpOption('-h, --help', showHelp)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      outputError: () => {},
      // Terminals that do not know their width say 0.
      ...(process.stdout.columns === 0 && { getOutHelpWidth: () => 80 }),
    })
    .configureHelp({
      showGlobalOptions: true,
      displayWidth: measureWidth,
      boxWrap: (text, width) => wrapText(text, width).join('\n'),
      subcommandTerm: (command) => command.name(),
      argumentTerm: (argument) => namePlaceholders(`<${argument.name()}>`, messages),
      optionTerm: (option) => namePlaceholders(original.optionTerm(option), messages),
      optionDescription: (option) => describeOption(option, messages),
      styleTitle: (title) => headings[title] ?? title,
    });
}

/** `<column>` in the words of the language, for help and for errors. */
export function namePlaceholders(text: string, { help }: CliMessages): string {
  return text.replace(/([<[])([\w-]+)(?=[\].>])/g, (_, bracket: string, name: string) => {
    return bracket + (help.placeholders[name] ?? name);
  });
}

/** The description, which values there are, and which one it is unless named. */
function describeOption(option: Option, messages: CliMessages): string {
  const { argChoices: choices, defaultValue, defaultValueDescription } = option;
  const takesValue = option.required || option.optional;
  const unlessNamed = defaultValueDescription ?? (defaultValue === undefined ? null : String(defaultValue));
  return option.description + messages.help.remark(choices ?? [], takesValue ? unlessNamed : null);
}
