import type { SpokenLanguage } from '../form/language.ts';
import { en } from './en.ts';
import { zh, zhHant } from './zh.ts';

/** What the custom element says beside the messages of the form. */
export interface ElementMessages {
  label: string;
  /** Stands before the suggestions. */
  suggestions: string;
  /** Names of the five groups, in the order of the code. */
  authority: string;
  category: string;
  region: string;
  organizationCode: string;
  checkCharacter: string;
  /** For what no table has a name. */
  unknown: string;
}

export function elementMessagesFor(language: SpokenLanguage): ElementMessages {
  return language === 'en' ? en : language === 'zh' ? zh : zhHant;
}
