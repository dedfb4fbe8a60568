import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type { ListColumnName } from './en.ts';
export type ListMessages = typeof en;

export function listMessagesFor(lang: Language): ListMessages {
  return pick(lang, { en, zh });
}
