import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type OptionsMessages = typeof en;

export function optionsMessagesFor(lang: Language): OptionsMessages {
  return pick(lang, { en, zh });
}
