import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type { FixReasonCode } from './en.ts';
export type FixMessages = typeof en;

export function fixMessagesFor(lang: Language): FixMessages {
  return pick(lang, { en, zh });
}
