import type { SpokenLanguage } from '../form/language.ts';
import { readTexts } from '../form/read-texts.ts';
import { toTraditional } from '../form/traditional.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** What the custom element says beside the messages of the form. */
export type ElementMessages = Readonly<Record<keyof typeof en, string>>;

const texts = { en, zh: readTexts(zh, en), 'zh-Hant': readTexts(toTraditional(zh), en) };

export function elementMessagesFor(language: SpokenLanguage): ElementMessages {
  return texts[language];
}
