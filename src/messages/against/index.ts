import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type { HolderFacts } from './en.ts';
export type AgainstMessages = typeof en;

export function againstMessagesFor(lang: Language): AgainstMessages {
  return pick(lang, { en, zh });
}
