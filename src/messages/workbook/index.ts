import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type { GroupColumn, ProblemColumn, SuspectColumn, ValidationText } from './en.ts';
export type WorkbookMessages = typeof en;

export function workbookMessagesFor(lang: Language): WorkbookMessages {
  return pick(lang, { en, zh });
}
