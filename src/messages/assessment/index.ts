import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type { AssessmentFacts } from './en.ts';
export type AssessmentMessages = typeof en;

export function assessmentMessagesFor(lang: Language): AssessmentMessages {
  return pick(lang, { en, zh });
}
