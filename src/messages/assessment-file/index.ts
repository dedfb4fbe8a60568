import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type AssessmentFileMessages = typeof en;

export function assessmentFileMessagesFor(lang: Language): AssessmentFileMessages {
  return pick(lang, { en, zh });
}
