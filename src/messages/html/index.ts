import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type { Facts } from './en.ts';
export type HtmlMessages = typeof en;

export function htmlMessagesFor(lang: Language): HtmlMessages {
  return pick(lang, { en, zh });
}
