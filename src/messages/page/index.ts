import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type PageMessages = typeof en;

export function pageMessagesFor(lang: Language): PageMessages {
  return pick(lang, { en, zh });
}
