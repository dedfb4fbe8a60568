import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type { MatchEvidenceCode, MatchStatusCode } from './en.ts';
export type MatchMessages = typeof en;

export function matchMessagesFor(lang: Language): MatchMessages {
  return pick(lang, { en, zh });
}
