import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type DiffMessages = typeof en;

export function diffMessagesFor(lang: Language): DiffMessages {
  return pick(lang, { en, zh });
}
