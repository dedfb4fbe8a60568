import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type { RefusedCode } from './en.ts';
export type FormMessages = typeof en;

export function formMessagesFor(lang: Language): FormMessages {
  return pick(lang, { en, zh });
}
