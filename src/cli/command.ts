import { Command, Help } from 'commander';
import type { CliMessages } from '../messages/cli-messages.ts';
import { measureWidth } from '../report/width.ts';

/** A command that speaks the language of the run; errors are thrown, never printed by the parser. */
export function createCommand(name: string, messages: CliMessages): Command {
  const { headings, showHelp, remarks } = messages.help;
  const original = new Help();
  return new Command(name)
    .helpOption('-h, --help', showHelp)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .configureHelp({
      showGlobalOptions: true,
      displayWidth: measureWidth,
      optionDescription: (option) =>
        original
          .optionDescription(option)
          .replace(/\b(choices|default): /g, (_, remark: 'choices' | 'default') => remarks[remark]),
      styleTitle: (title) => headings[title] ?? title,
    });
}
