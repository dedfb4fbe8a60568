import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type CliMessages = typeof en;

export function cliMessagesFor(lang: Language): CliMessages {
  return pick(lang, { en, zh });
}

/** A system error in words: `no space left on the disk`. */
export function describeSystemError(error: unknown, messages: CliMessages): string {
  const code = (error as { code?: unknown } | null)?.code;
  const known = typeof code === 'string' ? messages.systemErrors[code] : undefined;
  return known ?? (error instanceof Error ? error.message : String(error));
}
