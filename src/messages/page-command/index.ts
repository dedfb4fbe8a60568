import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type PageCommandMessages = typeof en;

export function pageCommandMessagesFor(lang: Language): PageCommandMessages {
  return pick(lang, { en, zh });
}
