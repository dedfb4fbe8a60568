import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { UsccError } from '../../code/error.ts';
import { readRuleChanges } from '../../licences/read-rule-changes.ts';
import { configMessagesFor } from '../../messages/config/index.ts';
import { findNearest } from '../../messages/nearest.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { nameSystemError } from '../../messages/system-errors.ts';
import {
  FLAGS_BY_NAME,
  isSetting,
  listKeys,
  OTHER_KEYS,
  type Settings,
  TEXT_KEYS,
  type UnitContact,
} from './config-keys.ts';

/** Read from the working folder when `--config` names nothing else. */
const CONFIG_NAME = 'uscc.json';

/** What a file says. */
export interface Config {
  path: string;
  /** Values of flags, by their long names; not yet held against a command. */
  flags: Map<string, unknown>;
  settings: Settings;
}

/**
 * Reads the file that `--config` names, or `uscc.json` of the working folder when there is one.
 *
 * @throws {UsccError} `usage` when a key is unknown or only taken from the command line; `input` when the file cannot be read, is no JSON
 *   object, belongs to another user, or may be written by all
 */
export function readConfig(named: string | undefined, lang: 'zh' | 'en'): Config | null {
  const path = named ?? CONFIG_NAME;
  const text = readOwnFile(path, named !== undefined, lang);
  if (text === null) return null;
  const messages = configMessagesFor(lang);
  const config: Config = { path, flags: new Map(), settings: {} };
  for (const [key, value] of Object.entries(parse(text, path, lang))) {
    const refuse = (message: string): never => {
      throw new UsccError('usage', message);
    };
    const flags = FLAGS_BY_NAME.get(key) ?? [];
    const isOther = OTHER_KEYS.some((other) => other === key);
    if (!isOther && flags.length === 0) refuse(messages.unknownKey(path, key, findNearest(key, listKeys())));
    if (!isOther && !flags.some(isSetting)) refuse(messages.lineOnly(path, key));
    if (TEXT_KEYS.some((each) => each === key)) {
      if (typeof value !== 'string') refuse(messages.badValue(path, key, messages.wanted.text));
      Object.assign(config.settings, { [key]: value });
    } else if (key === 'units') {
      if (!isUnits(value)) return refuse(messages.badValue(path, key, messages.wanted.units));
      config.settings.units = value;
    } else if (key === 'licences') {
      const changes = readRuleChanges(value);
      if (changes === null) return refuse(messages.badValue(path, key, messages.wanted.licences));
      config.settings.licences = changes;
    }
    if (flags.some(isSetting)) config.flags.set(key, value);
  }
  return config;
}

/** The language that the file asks for, if it can be read at all; what is wrong with it is said later. */
export function peekLanguage(args: readonly string[]): unknown {
  const at = args.findLastIndex((arg) => arg === '--config' || arg.startsWith('--config='));
  const named = args[at]?.startsWith('--config=') ? args[at].slice(9) : args[at + 1];
  try {
    const { lang } = JSON.parse(readFileSync((at < 0 ? undefined : named) ?? CONFIG_NAME, 'utf8')) as {
      lang?: unknown;
    };
    return lang;
  } catch {
    return undefined;
  }
}

/** The text of a file that nobody else could have put there or changed; null when there is none and none was named. */
function readOwnFile(path: string, isNamed: boolean, lang: 'zh' | 'en'): string | null {
  const { notOwned, openToAll } = configMessagesFor(lang);
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (cause) {
    if (!isNamed && (cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cannotRead(path, cause);
  }
  try {
    const { uid, mode } = fstatSync(descriptor);
    // Windows has neither.
    const user = process.getuid?.();
    if (user !== undefined && uid !== user) throw new UsccError('input', notOwned(path));
    if (user !== undefined && (mode & 0o002) !== 0) throw new UsccError('input', openToAll(path));
    return readFileSync(descriptor, 'utf8');
  } catch (cause) {
    throw cause instanceof UsccError ? cause : cannotRead(path, cause);
  } finally {
    closeSync(descriptor);
  }
}

function cannotRead(path: string, cause: unknown): UsccError {
  return refuse('input', { kind: 'cannot-read', file: path, reason: nameSystemError(cause) }, { cause });
}

function parse(text: string, path: string, lang: 'zh' | 'en'): object {
  const messages = configMessagesFor(lang);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new UsccError('input', messages.notJson(path, (cause as Error).message), { cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsccError('input', messages.notObject(path));
  }
  return value;
}

function isUnits(value: unknown): value is UnitContact[] {
  return (
    Array.isArray(value) &&
    value.every(
      (entry) =>
        typeof entry === 'object' &&
        entry !== null &&
        typeof entry.unit === 'string' &&
        Object.entries(entry).every(
          ([key, text]) => ['unit', 'contact', 'phone'].includes(key) && typeof text === 'string',
        ),
    )
  );
}
