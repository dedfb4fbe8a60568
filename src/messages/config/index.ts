import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type ConfigMessages = typeof en;

export function configMessagesFor(lang: Language): ConfigMessages {
  return pick(lang, { en, zh });
}
