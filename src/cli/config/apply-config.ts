import { dirname, isAbsolute, join } from 'node:path';
import type { Command } from 'commander';
import { UsccError } from '../../code/error.ts';
import { configMessagesFor } from '../../messages/config/index.ts';
import { readValue } from '../flags/add-flags.ts';
import type { RunCommand } from '../flags/commands.ts';
import type { Flag } from '../flags/flag.ts';
import { listFlags, toKey } from '../flags/index.ts';
import { FLAGS_BY_NAME, isSetting } from './config-keys.ts';
import type { Config } from './read-config.ts';

/**
 * Gives a command the values of the file that the command line does not give it.
 *
 * @returns the names of the flags that it was given
 * @throws {UsccError} `usage` when a value is none that any command takes
 */
export function applyConfig(command: Command, name: RunCommand, config: Config, lang: 'zh' | 'en'): string[] {
  const own = listFlags(name);
  const applied: string[] = [];
  for (const [key, value] of config.flags) {
    const flags = (FLAGS_BY_NAME.get(key) ?? []).filter(isSetting);
    const flag = flags.find((each) => own.includes(each)) ?? flags[0];
    if (flag === undefined) continue;
    // A flag of one name may take other values in other commands: what suits none of them is wrong, what suits another is left alone.
    const [first, ...others] = [flag, ...flags.filter((each) => each !== flag)].map((each) =>
      convert(each, value, config.path, lang),
    );
    if (first instanceof UsccError) {
      if (others.every((other) => other instanceof UsccError)) throw first;
      continue;
    }
    if (!own.includes(flag) || first === undefined || command.getOptionValueSource(toKey(flag)) === 'cli') continue;
    command.setOptionValueWithSource(toKey(flag), first, 'config');
    applied.push(key);
  }
  return applied;
}

/** The value as the parser would have given it; undefined for a switch that is off. */
function convert(flag: Flag, value: unknown, path: string, lang: 'zh' | 'en'): unknown {
  const { badValue, wanted } = configMessagesFor(lang);
  const refuse = (what: string): UsccError => new UsccError('usage', badValue(path, flag.name, what));
  if (flag.type === 'switch') {
    if (typeof value !== 'boolean') return refuse(wanted.switch);
    return value ? !flag.name.startsWith('no-') : undefined;
  }
  const isList = flag.many !== undefined || flag.type === 'columns';
  const values: unknown[] = Array.isArray(value) && isList ? value : [value];
  if (values.some((each) => typeof each !== 'string' && typeof each !== 'number')) {
    return refuse(isList ? wanted.list : wanted.value);
  }
  const texts = values.map(String);
  if (flag.type === 'choice' && !texts.every((text) => flag.choices?.includes(text))) {
    return refuse(wanted.choice([...(flag.choices ?? [])]));
  }
  try {
    if (flag.type === 'columns') return readValue(flag, texts.join(','), lang);
    const read = texts.map((text) => readValue(flag, place(flag, text, path), lang));
    return flag.many === undefined ? read[0] : read;
  } catch (error) {
    return error instanceof UsccError ? new UsccError('usage', `${path}: ${error.message}`, { cause: error }) : error;
  }
}

/** Paths start at the folder of the file that names them. */
function place({ type }: Flag, text: string, path: string): string {
  const isPath = type === 'file' || type === 'folder';
  return isPath && text !== '-' && !isAbsolute(text) ? join(dirname(path), text) : text;
}
