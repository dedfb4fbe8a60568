import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type ToolMessages = typeof en;

export function toolMessagesFor(lang: Language): ToolMessages {
  return pick(lang, { en, zh });
}
