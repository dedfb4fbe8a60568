import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type SendMessages = typeof en;
export type SendColumn = keyof SendMessages['columns'];

export function sendMessagesFor(lang: Language): SendMessages {
  return pick(lang, { en, zh });
}
