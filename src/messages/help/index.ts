import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type HelpMessages = typeof en;

/** What `uscc help` and `uscc complete` say. */
export function helpMessagesFor(lang: Language): HelpMessages {
  return pick(lang, { en, zh });
}
