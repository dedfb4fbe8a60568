import { COMMAND_HELP } from '../flags/command-help.ts';
import { RUN_COMMANDS, type RunCommand } from '../flags/commands.ts';
import type { Flag } from '../flags/flag.ts';
import { GENERAL } from '../flags/general.ts';
import { listFlags } from '../flags/index.ts';

/** Something that could stand at the cursor. */
interface Completion {
  value: string;
  description: string;
}

/** What the shells' scripts do with an answer: complete names of files where there are no values, or not. */
const FILES = 0;
const NO_FILES = 4;

/**
 * Answers the scripts of `uscc complete SHELL`: a line `value TAB description` each, then a colon and whether names of files may follow.
 *
 * @param words what was typed after `uscc`; the last one is unfinished, and may be empty
 * @param topics pages of the guide, for `uscc help`
 */
export async function complete(
  words: readonly string[],
  topics: readonly string[],
  lang: 'zh' | 'en',
): Promise<string> {
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const command = RUN_COMMANDS.find((name) => name.split(' ').every((word, index) => word === before[index]));
  const flags = [...(command === undefined ? [] : listFlags(command)), ...GENERAL];
  const { completions, files } = await suggest({ last, before, command, flags, topics, lang });
  const fitting = completions.filter(({ value }) => value.startsWith(last));
  const lines = fitting.map(({ value, description }) => `${value}\t${description.replaceAll('\n', ' ')}\n`);
  return `${lines.join('')}:${files ? FILES : NO_FILES}\n`;
}

interface Typed {
  last: string;
  before: readonly string[];
  command: RunCommand | undefined;
  flags: readonly Flag[];
  topics: readonly string[];
  lang: 'zh' | 'en';
}

async function suggest({
  last,
  before,
  command,
  flags,
  topics,
  lang,
}: Typed): Promise<{ completions: Completion[]; files: boolean }> {
  const previous = before.at(-1);
  const open = flags.find(
    (flag) => takesValue(flag) && [`--${flag.name}`, `-${flag.short}`].some((name) => name === previous),
  );
  const [, named, typed] = /^--([a-z-]+)=(.*)$/.exec(last) ?? [];
  const flag = named === undefined ? open : flags.find(({ name }) => name === named);
  if (flag !== undefined) {
    const front = typed === undefined ? '' : `--${flag.name}=`;
    const choices = (flag.choices ?? []).map((choice) => ({ value: front + choice, description: '' }));
    return { completions: choices, files: /^(file|folder|output|output-folder)$/.test(flag.type) };
  }
  if (last.startsWith('-')) {
    const names = flags.map(({ name, help }) => ({ value: `--${name}`, description: help[lang] }));
    return { completions: names, files: false };
  }
  if (command === 'help') return { completions: topics.map((value) => ({ value, description: '' })), files: false };
  if (command !== undefined) return { completions: [], files: true };
  return { completions: await listCommands(before, lang), files: true };
}

/** The word that may follow the words of a command: `ledger`, then `record`. */
async function listCommands(before: readonly string[], lang: 'zh' | 'en'): Promise<Completion[]> {
  const next = new Map<string, Completion>();
  for (const name of RUN_COMMANDS) {
    const words = name.split(' ');
    const value = words[before.length];
    const follows = before.every((word, index) => word === words[index]);
    if (value !== undefined && follows)
      next.set(value, { value, description: (await COMMAND_HELP[name](lang)).summary });
  }
  return [...next.values()];
}

function takesValue({ type, optional }: Flag): boolean {
  return type !== 'switch' && !optional;
}
