import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type ReportFormMessages = typeof en;

export function formMessagesFor(lang: Language): ReportFormMessages {
  return pick(lang, { en, zh });
}
