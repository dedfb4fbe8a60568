import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type { CauseFacts, CauseText } from './en.ts';
export type CauseMessages = typeof en;

export function causeMessagesFor(lang: Language): CauseMessages {
  return pick(lang, { en, zh });
}
