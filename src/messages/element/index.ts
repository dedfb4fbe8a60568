import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type ElementMessages = typeof en;

export function elementMessagesFor(lang: Language): ElementMessages {
  return pick(lang, { en, zh });
}
