import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type { DuplicateFacts, VerdictFacts } from './en.ts';
export type ReportMessages = typeof en;

export function reportMessagesFor(lang: Language): ReportMessages {
  return pick(lang, { en, zh });
}
