import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type { ReasonFacts } from './en.ts';
export type LicenceMessages = typeof en;

export function licenceMessagesFor(lang: Language): LicenceMessages {
  return pick(lang, { en, zh });
}
