import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type CliMessages = typeof en;

export function cliMessagesFor(lang: Language): CliMessages {
  return pick(lang, { en, zh });
}
