import { type Command, Option } from 'commander';
import { UsccError } from '../../code/error.ts';
import { cliMessagesFor } from '../../messages/cli/index.ts';
import { type OptionsMessages, optionsMessagesFor } from '../../messages/options/index.ts';
import { VALUES, type ValueTypes } from '../../node/options/values.ts';
import type { RunCommand } from './commands.ts';
import type { Flag } from './flag.ts';
import { listFlags } from './index.ts';

/** Gives the parser the flags of a command. */
export function addFlags(command: Command, name: RunCommand, lang: 'zh' | 'en'): Command {
  const flags = listFlags(name);
  for (const flag of flags.filter(({ reading }) => !reading)) command.addOption(createOption(flag, lang));
  const { help } = cliMessagesFor(lang);
  command.optionsGroup(help.heading(help.reading));
  for (const flag of flags.filter(({ reading }) => reading)) command.addOption(createOption(flag, lang));
  return command;
}

/** `-o, --output <file>`, with what stands in brackets in English. */
export function spellFlag(flag: Flag): string {
  const name = `${flag.short === undefined ? '' : `-${flag.short}, `}--${flag.name}`;
  if (flag.type === 'switch') return name;
  const value = `${findPlaceholder(flag)}${flag.many === 'rest' ? '...' : ''}`;
  return `${name} ${flag.optional ? `[${value}]` : `<${value}>`}`;
}

/** What stands in brackets, by its English name. */
function findPlaceholder({ name, type, placeholder }: Flag): string {
  return placeholder ?? (type === 'choice' || type === 'switch' ? name : VALUES[type].placeholder);
}

/**
 * What the text of a flag's value means.
 *
 * @throws {UsccError} `usage`, which names the flag
 */
export function readValue({ name, type }: Flag, text: string, lang: 'zh' | 'en'): unknown {
  if (type === 'choice' || type === 'switch') return text;
  const value = VALUES[type].read(text);
  if (value !== null) return value;
  const messages = optionsMessagesFor(lang);
  // Any text is a name or a path.
  const message = type in messages ? messages[type as RefusedType] : String;
  throw new UsccError('usage', messages.ofOption(`--${name}`, message(text)));
}

/** Types that not every text is one of. */
type RefusedType = Extract<keyof OptionsMessages, keyof ValueTypes>;

function createOption(flag: Flag, lang: 'zh' | 'en'): Option {
  const option = new Option(spellFlag(flag), flag.help[lang]);
  if (flag.type === 'choice') option.choices(flag.choices ?? []);
  else if (flag.type !== 'switch') {
    option.argParser((text, earlier: unknown) => {
      const value = readValue(flag, text, lang);
      if (flag.many === undefined) return value;
      return Array.isArray(earlier) ? [...earlier, value] : [value];
    });
  }
  if (flag.default !== undefined) option.default(readValue(flag, flag.default, lang), flag.default);
  return option;
}
