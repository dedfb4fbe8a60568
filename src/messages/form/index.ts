import { en } from './en.ts';
import type { FormMessages } from './form-messages.ts';
import type { SpokenLanguage } from './language.ts';
import { zh, zhHant } from './zh.ts';

export type { FormMessages, RefusedCode } from './form-messages.ts';

/** What a form says, in a language. */
export function formMessagesFor(language: SpokenLanguage): FormMessages {
  return language === 'en' ? en : language === 'zh' ? zh : zhHant;
}
