import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type DedupMessages = typeof en;

export function dedupMessagesFor(lang: Language): DedupMessages {
  return pick(lang, { en, zh });
}
