import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type SuspectMessages = typeof en;

export function suspectMessagesFor(lang: Language): SuspectMessages {
  return pick(lang, { en, zh });
}
