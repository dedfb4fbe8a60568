import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type InspectMessages = typeof en;

export function inspectMessagesFor(lang: Language): InspectMessages {
  return pick(lang, { en, zh });
}
